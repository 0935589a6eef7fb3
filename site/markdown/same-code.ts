import type { MarkdownRenderer } from "vitepress";

/** Colours a piece of code once, however many pages show it: each page has its translation. */
export function sameCodeOnce(markdown: MarkdownRenderer): void {
  const { highlight } = markdown.options;
  if (highlight == null) return;
  const known = new Map<string, string>();
  markdown.options.highlight = (code, language, attributes) => {
    const key = [language, attributes, code].join("\n");
    const html = known.get(key) ?? highlight(code, language, attributes);
    known.set(key, html);
    return html;
  };
}
