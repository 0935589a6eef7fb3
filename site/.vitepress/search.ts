import type { DefaultTheme } from "vitepress";

/** What is searched is the text: to colour its code takes a tenth of a build. */
const textOf: NonNullable<DefaultTheme.LocalSearchOptions["_render"]> = (source, env, markdown) => {
  const { highlight } = markdown.options;
  markdown.options.highlight = null;
  try {
    return markdown.render(source, env);
  } finally {
    markdown.options.highlight = highlight ?? null;
  }
};

/** The search through the documentation. Chinese has no spaces: every pair of characters is a word. */
export const docsSearch: NonNullable<DefaultTheme.Config["search"]> = {
  provider: "local",
  options: {
    _render: textOf,
    miniSearch: {
      options: {
        // Runs in the browser, where nothing outside of it is known.
        tokenize: (text) =>
          text.split(/[\s\p{P}\p{S}]+/u).flatMap((word) => {
            const han = word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [];
            return han.flatMap((part) => (/\p{Script=Han}/u.test(part) && part.length > 1 ? Array.from({ length: part.length - 1 }, (_, at) => part.slice(at, at + 2)) : [part]));
          }),
      },
    },
    locales: {
      root: { translations: { button: { buttonText: "Search the guides", buttonAriaLabel: "Search the guides" } } },
      "zh-CN": {
        translations: {
          button: { buttonText: "搜索文档", buttonAriaLabel: "搜索文档" },
          modal: {
            displayDetails: "显示详情",
            resetButtonTitle: "清除",
            backButtonTitle: "关闭",
            noResultsText: "没有找到",
            footer: { selectText: "选择", navigateText: "切换", closeText: "关闭" },
          },
        },
      },
    },
  },
};
