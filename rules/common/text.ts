import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[], conjunction: "and" | "or"): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}

/** Puts another string in the place of a literal, in the literal's own quotes; nothing where no literal stands. */
export function replaceText(fixer: TSESLint.RuleFixer, node: TSESTree.Node, text: string, isKey: boolean): TSESLint.RuleFix | null {
  if (node.type === "Literal" && typeof node.value === "string") return fixer.replaceText(node, quoted(text, node.raw.startsWith("'") ? "'" : '"'));
  if (node.type === "TemplateLiteral" && node.expressions.length === 0) return fixer.replaceText(node, `\`${text}\``);
  if (isKey && node.type === "Identifier") return fixer.replaceText(node, /^[A-Za-z_$][\w$]*$/.test(text) ? text : quoted(text, '"'));
  return null;
}

export function quoted(text: string, quote: string): string {
  return `${quote}${text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`)}${quote}`;
}
