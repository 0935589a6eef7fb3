import type { MarkdownRenderer } from "vitepress";

/** Takes the options away that a rule's page gives with a block for its tests: ` ```ts option='{ … }' `. */
export function withoutOptions(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push("without-options", ({ tokens }) => {
    for (const token of tokens) if (token.type === "fence") token.info = token.info.replace(/\s+option=.*$/, "");
  });
}
