import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitepress";
import { writeData } from "../data/write.js";
import { linksToPages } from "../markdown/links.js";
import { withoutOptions } from "../markdown/code-info.js";
import { pageOf } from "../routes.js";
import { localeOf } from "./locale.js";
import { docsSearch } from "./search.js";

const site = fileURLToPath(new URL("..", import.meta.url));
const repository = fileURLToPath(new URL("../..", import.meta.url));
const data = `${site}public/data`;
if (!existsSync(data) || process.argv.includes("build")) writeData(data);

export default defineConfig({
  srcDir: "..",
  outDir: `${site}dist`,
  cacheDir: `${site}.vitepress/cache`,
  base: process.env["SITE_BASE"] ?? "/",
  srcExclude: ["catalog/**", "test/**", "bench/**", "examples/**", ".changeset/**", "**/CHANGELOG.md", "CONTRIBUTING.md"],
  rewrites: pageOf,
  cleanUrls: true,
  lastUpdated: false,
  title: "Tencent Cloud error codes",
  description: "Every documented error code of the Tencent Cloud API: what it means, which actions return it, and whether a retry can help.",
  head: [["link", { rel: "icon", type: "image/svg+xml", href: `${process.env["SITE_BASE"] ?? "/"}mark.svg` }]],
  locales: { root: localeOf("en"), "zh-CN": localeOf("zh-CN") },
  themeConfig: { search: docsSearch, logo: "/mark.svg" },
  markdown: {
    config: (markdown) => {
      markdown.use(withoutOptions).use(linksToPages, repository);
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
  },
});
