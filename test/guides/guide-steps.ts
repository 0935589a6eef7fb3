import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { root } from "../packages/project.js";

/** What a guide asks its reader to do, one step after the other. */
export type Step =
  | { readonly kind: "file"; readonly line: number; readonly path: string; readonly text: string }
  /** `prints` is undefined where the guide does not show what is printed. */
  | { readonly kind: "commands"; readonly line: number; readonly commands: readonly string[]; readonly prints: string | undefined };

/**
 * Reads a guide: a block of `sh` is run, a block of `text` right after it is what it prints, and every other block is the
 * file that the paragraph before it names last.
 *
 * @throws when a block is nothing of this
 */
export function stepsOf(page: string): readonly Step[] {
  const steps: Step[] = [];
  let before: Nodes | undefined;
  for (const node of fromMarkdown(readFileSync(join(root, page), "utf8")).children as Nodes[]) {
    if (node.type === "code") {
      const line = node.position?.start.line ?? 0;
      const last = steps.at(-1);
      if (node.lang === "sh") steps.push({ kind: "commands", line, commands: node.value.split("\n"), prints: undefined });
      else if (node.lang !== "text") steps.push({ kind: "file", line, path: fileNamedIn(before, `${page}:${String(line)}`), text: `${node.value}\n` });
      else if (last?.kind === "commands" && last.prints === undefined && before?.type === "code") steps[steps.length - 1] = { ...last, prints: node.value };
      else throw new Error(`${page}:${String(line)}: No command stands before what is printed.`);
    }
    before = node;
  }
  return steps;
}

function fileNamedIn(node: Nodes | undefined, place: string): string {
  const names = node?.type === "paragraph" ? node.children.filter((child) => child.type === "inlineCode").map(({ value }) => value) : [];
  const file = names.findLast((name) => /^[\w./-]+\.\w+$/.test(name));
  if (file === undefined) throw new Error(`${place}: The paragraph before the block names no file.`);
  return file;
}
