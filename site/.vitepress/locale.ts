import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DefaultTheme, LocaleSpecificConfig } from "vitepress";

type Language = "en" | "zh-CN";

const rules = readdirSync(fileURLToPath(new URL("../../docs/rules", import.meta.url)))
  .filter((file) => file.endsWith(".md"))
  .map((file) => file.slice(0, -".md".length));

const names = {
  en: {
    label: "English",
    title: "Tencent Cloud error codes",
    nav: { codes: "Codes", services: "Services", guide: "Guide", rules: "Rules", playground: "Playground" },
    groups: { start: "Start", use: "In use", data: "The data", rules: "Rules" },
    pages: {
      start: "Getting started",
      map: "The code map",
      constants: "From other SDKs’ constants",
      any: "From catch (e: any)",
      monorepos: "Monorepos",
      editors: "Editors",
      oxlint: "oxlint",
      trouble: "Troubleshooting",
      collected: "How codes are collected",
      service: "A new service",
      own: "A code map of one’s own",
      drift: "Drift",
      refreshing: "Refreshing the catalog",
      rules: "All rules",
    },
  },
  "zh-CN": {
    label: "简体中文",
    title: "腾讯云错误码",
    nav: { codes: "错误码", services: "产品", guide: "指南", rules: "规则", playground: "演练场" },
    groups: { start: "入门", use: "实际使用", data: "数据", rules: "规则" },
    pages: {
      start: "快速上手",
      map: "错误码表",
      constants: "从其他 SDK 的常量迁移",
      any: "从 catch (e: any) 迁移",
      monorepos: "Monorepo",
      editors: "编辑器",
      oxlint: "oxlint",
      trouble: "疑难解答",
      collected: "错误码从哪里来",
      service: "新产品",
      own: "自己的错误码表",
      drift: "检查偏差",
      refreshing: "更新数据",
      rules: "规则一览",
    },
  },
} as const;

/** The navigation and the words of the theme in one language. */
export function localeOf(language: Language): LocaleSpecificConfig<DefaultTheme.Config> & { label: string } {
  const { label, title, nav } = names[language];
  const isChinese = language === "zh-CN";
  const prefix = isChinese ? "/zh-CN" : "";
  const sidebar = sidebarOf(language, prefix);
  return {
    label,
    lang: language,
    title,
    ...(isChinese ? { description: "腾讯云 API 的全部错误码：含义、返回它的接口，以及重试有没有用。" } : {}),
    themeConfig: {
      siteTitle: title,
      nav: [
        { text: nav.codes, link: `${prefix}/codes/`, activeMatch: "/codes/" },
        { text: nav.services, link: `${prefix}/services/`, activeMatch: "/services/" },
        { text: nav.guide, link: `${prefix}/guide/`, activeMatch: "/guide/" },
        { text: nav.rules, link: `${prefix}/rules/`, activeMatch: "/rules/" },
        { text: nav.playground, link: `${prefix}/playground/`, activeMatch: "/playground/" },
      ],
      sidebar: { [`${prefix}/guide/`]: sidebar, [`${prefix}/rules/`]: sidebar },
      ...(isChinese ? chineseTheme : {}),
    },
  };
}

function sidebarOf(language: Language, prefix: string): DefaultTheme.SidebarItem[] {
  const { groups, pages } = names[language];
  const page = (text: string, path: string): DefaultTheme.SidebarItem => ({ text, link: `${prefix}${path}` });
  return [
    { text: groups.start, items: [page(pages.start, "/guide/"), page(pages.map, "/guide/code-map"), page(pages.any, "/guide/migrating-from-catch-any"), page(pages.constants, "/guide/other-sdks-constants")] },
    { text: groups.use, items: [page(pages.monorepos, "/guide/monorepos"), page(pages.editors, "/guide/editors"), page(pages.oxlint, "/guide/oxlint"), page(pages.trouble, "/guide/troubleshooting")] },
    { text: groups.data, items: [page(pages.collected, "/guide/how-codes-are-collected"), page(pages.service, "/guide/new-service"), page(pages.own, "/guide/own-code-maps"), page(pages.drift, "/guide/drift"), page(pages.refreshing, "/guide/refreshing-the-catalog")] },
    { text: groups.rules, items: [page(pages.rules, "/rules/"), ...rules.map((rule) => page(rule, `/rules/${rule}`))] },
  ];
}

const chineseTheme: DefaultTheme.Config = {
  outline: { label: "本页目录" },
  docFooter: { prev: "上一页", next: "下一页" },
  darkModeSwitchLabel: "外观",
  lightModeSwitchTitle: "切换到浅色",
  darkModeSwitchTitle: "切换到深色",
  sidebarMenuLabel: "目录",
  returnToTopLabel: "回到顶部",
  langMenuLabel: "切换语言",
  skipToContentLabel: "跳到正文",
  notFound: { title: "没有这个页面", quote: "地址可能有误，也可能页面已经改名。", linkLabel: "回到首页", linkText: "回到首页" },
};
