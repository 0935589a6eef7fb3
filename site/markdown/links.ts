import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type { MarkdownRenderer } from "vitepress";
import { isPage, pageOf } from "../routes.js";

const REPOSITORY = "https://github.com/eslint-plugin-tencentcloud/eslint-plugin-tencentcloud/blob/main";

interface Environment {
  /** The path of the source, from the repository's root. */
  readonly path?: string;
}

/** Pages link to files of the repository; on the site, to the pages made of them, and else to the repository. */
export function linksToPages(markdown: MarkdownRenderer, repository: string): void {
  markdown.core.ruler.push("links-to-pages", (state) => {
    const { path } = state.env as Environment;
    if (path === undefined) return;
    const source = posix.relative(repository.replaceAll("\\", "/"), path.replaceAll("\\", "/"));
    for (const { children } of state.tokens) {
      for (const token of children ?? []) {
        const href = token.type === "link_open" ? token.attrGet("href") : null;
        if (href !== null && !/^(?:[a-z]+:|#|\/)/.test(href)) token.attrSet("href", addressOf(href, source, repository));
      }
    }
  });
}

/**
 * The address of a linked file.
 *
 * @param href as written, relative to the source
 * @param source the file with the link, from the repository's root
 */
export function addressOf(href: string, source: string, repository: string): string {
  const [path = "", fragment] = href.split("#", 2);
  const target = inLanguageOf(source, posix.join(posix.dirname(source), path), repository);
  const anchor = fragment === undefined ? "" : `#${fragment}`;
  if (!isPage(target)) return `${REPOSITORY}/${target}${anchor}`;
  return `/${pageOf(target).replace(/(?:index)?\.md$/, "")}${anchor}`;
}

/** A Chinese page links to the Chinese page where there is one. */
function inLanguageOf(source: string, target: string, repository: string): string {
  if (source !== "README.zh-CN.md" && !source.includes("zh-CN/")) return target;
  const chinese = target === "README.md" ? "README.zh-CN.md" : target.replace(/^docs\/(?!zh-CN\/)/, "docs/zh-CN/");
  return existsSync(join(repository, chinese)) ? chinese : target;
}
