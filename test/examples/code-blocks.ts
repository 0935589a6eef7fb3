import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString } from "mdast-util-to-string";

export const root = join(import.meta.dirname, "..", "..");

/** A code block of a documentation page. */
export interface CodeBlock {
  /** The page and the block's line, for test names. */
  readonly place: string;
  readonly language: string;
  readonly code: string;
  /** The title of the section, and of the sections around it, innermost first. */
  readonly headings: readonly string[];
  /** The last paragraph before the block. */
  readonly lead: string;
  /** The options that the block is linted with. */
  readonly options: object;
}

/** The code blocks of a Markdown page of this repository. */
export function codeBlocks(page: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let headings: { depth: number; title: string }[] = [];
  let lead = "";
  for (const node of fromMarkdown(readFileSync(join(root, page), "utf8")).children as Nodes[]) {
    if (node.type === "heading") {
      headings = [{ depth: node.depth, title: toString(node) }, ...headings.filter(({ depth }) => depth < node.depth)];
      lead = "";
    }
    if (node.type === "paragraph") lead = toString(node);
    if (node.type !== "code") continue;
    const options = /^option='(?<json>.*)'$/.exec(node.meta ?? "")?.groups?.["json"] ?? "{}";
    blocks.push({
      place: `${page}:${node.position?.start.line ?? 0}`,
      language: node.lang ?? "",
      code: `${node.value}\n`,
      headings: headings.map(({ title }) => title),
      lead,
      options: JSON.parse(options) as object,
    });
  }
  return blocks;
}
