/** What the playground says, in one language. */
export interface PlaygroundText {
  readonly title: string;
  readonly lead: string;
  readonly example: string;
  readonly own: string;
  readonly incorrect: string;
  readonly correct: string;
  readonly language: string;
  readonly config: string;
  readonly editor: string;
  readonly options: string;
  readonly rules: string;
  readonly rulesHint: string;
  readonly services: string;
  readonly servicesHint: string;
  readonly settings: string;
  readonly settingsHint: string;
  readonly badJson: string;
  readonly reports: (count: number) => string;
  readonly nothing: string;
  readonly loading: string;
  readonly failed: string;
  readonly tooSlow: (seconds: number) => string;
  readonly tooLarge: string;
  readonly apply: string;
  readonly syntax: string;
  readonly line: (line: number, column: number) => string;
  readonly share: string;
  readonly shared: string;
  readonly note: string;
}

const en: PlaygroundText = {
  title: "Playground",
  lead: "ESLint and the rules, in the browser. What you type stays on this page.",
  example: "Example",
  own: "Your own code",
  incorrect: "incorrect",
  correct: "correct",
  language: "Language",
  config: "Configuration",
  editor: "Code",
  options: "Options and settings",
  rules: "Rules and their options, as JSON",
  rulesHint: "Over those of the configuration, as in eslint.config.js.",
  services: "Services",
  servicesHint: "Those that errors come from where the code does not show it: cbs, tke",
  settings: "Further settings, as JSON",
  settingsHint: "What stands under settings.tencentcloud.",
  badJson: "This is not JSON:",
  reports: (count) => `${count} ${count === 1 ? "report" : "reports"}`,
  nothing: "No reports.",
  loading: "Loading ESLint and the rules…",
  failed: "ESLint says:",
  tooSlow: (seconds) => `Linting was stopped after ${seconds} seconds. Change the code or the options to try again.`,
  tooLarge: "This is too long for an address: an input has at most 1,000,000 bytes.",
  apply: "Apply",
  syntax: "syntax",
  line: (line, column) => `Line ${line}, column ${column}`,
  share: "Copy the link",
  shared: "The link is copied",
  note: "The rules run without type information here. In a project with types they see more.",
};

const zhCN: PlaygroundText = {
  title: "演练场",
  lead: "在浏览器里运行 ESLint 和这些规则。输入的代码不会离开本页。",
  example: "示例",
  own: "自己的代码",
  incorrect: "错误写法",
  correct: "正确写法",
  language: "语言",
  config: "配置",
  editor: "代码",
  options: "选项与设置",
  rules: "规则及选项（JSON）",
  rulesHint: "覆盖所选配置，写法与 eslint.config.js 相同。",
  services: "产品",
  servicesHint: "代码看不出错误来自哪个产品时使用，例如 cbs, tke",
  settings: "其他设置（JSON）",
  settingsHint: "即 settings.tencentcloud 下的内容。",
  badJson: "这不是合法的 JSON：",
  reports: (count) => `${count} 处报告`,
  nothing: "没有报告。",
  loading: "正在加载 ESLint 和规则……",
  failed: "ESLint 提示：",
  tooSlow: (seconds) => `检查超过 ${seconds} 秒，已停止。修改代码或选项后会重新检查。`,
  tooLarge: "内容过长，无法放入网址：最多 1,000,000 字节。",
  apply: "采用",
  syntax: "语法",
  line: (line, column) => `第 ${line} 行，第 ${column} 列`,
  share: "复制链接",
  shared: "链接已复制",
  note: "这里没有类型信息。在带类型信息的项目里，规则能看到更多。",
};

export function playgroundText(language: string): PlaygroundText {
  return language === "zh-CN" ? zhCN : en;
}
