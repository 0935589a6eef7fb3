import { fileURLToPath } from "node:url";
import { defineConfig } from "vitepress";
import { writeData } from "../data/write.js";
import { linksToPages } from "../markdown/links.js";
import { withoutOptions } from "../markdown/code-info.js";
import { sameCodeOnce } from "../markdown/same-code.js";
import { bundlePlayground } from "../playground/bundle.js";
import { pageOf } from "../routes.js";
import { localeOf } from "./locale.js";
import { docsSearch } from "./search.js";

const site = fileURLToPath(new URL("..", import.meta.url));
const repository = fileURLToPath(new URL("../..", import.meta.url));
const base = process.env["SITE_BASE"] ?? "/";
const data = `${site}public/data`;
// A preview shows what was built.
if (!process.argv.includes("preview")) {
  writeData(data);
  await bundlePlayground(`${data}/playground.js`);
}

export default defineConfig({
  srcDir: "..",
  outDir: `${site}dist`,
  cacheDir: `${site}.vitepress/cache`,
  base,
  srcExclude: ["catalog/**", "test/**", "bench/**", "examples/**", ".changeset/**", "**/CHANGELOG.md", "!(README|README.zh-CN).md"],
  rewrites: pageOf,
  cleanUrls: true,
  // What nobody has asked for is not loaded.
  router: { prefetchLinks: false },
  lastUpdated: false,
  title: "Tencent Cloud error codes",
  description: "Every documented error code of the Tencent Cloud API: what it means, which actions return it, and whether a retry can help.",
  head: [["link", { rel: "icon", type: "image/svg+xml", href: `${base}mark.svg` }]],
  locales: { root: localeOf("en"), "zh-CN": localeOf("zh-CN") },
  themeConfig: { search: docsSearch, logo: "/mark.svg" },
  markdown: {
    // Readable at 4.5:1 in both schemes.
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    config: (markdown) => {
      markdown.use(sameCodeOnce).use(withoutOptions).use(linksToPages, repository);
    },
  },
  transformPageData(page) {
    const service = (page.params as { service?: string } | undefined)?.service;
    if (service === undefined) return undefined;
    const isChinese = page.relativePath.startsWith("zh-CN/");
    return {
      title: isChinese ? `${service} 错误码` : `${service} error codes`,
      description: isChinese ? `腾讯云 ${service} 的全部错误码、接口与重试分类。` : `All documented error codes of Tencent Cloud ${service}, with their actions and retry classes.`,
    };
  },
  vite: {
    publicDir: `${site}public`,
    build: { chunkSizeWarningLimit: 2000 },
    worker: { format: "es" },
    // Found when a page first asks for them, they would make it load again and lose what has been typed.
    optimizeDeps: {
      include: [
        "@codemirror/commands", "@codemirror/lang-javascript", "@codemirror/language", "@codemirror/lint", "@codemirror/state", "@codemirror/view",
        "@leeoniya/ufuzzy", "@lezer/highlight", "@lezer/javascript", "fastest-levenshtein",
      ],
    },
  },
});
