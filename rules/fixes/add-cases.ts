import type { TSESTree } from "@typescript-eslint/utils";
import { indentationOf, startOfLine, startsLine } from "./surrounding-style.js";
import { quoted } from "../common/text.js";
import { byFamily, readOf, type Addition, type CodeGroup, type Fix } from "./addition.js";

/** Puts the missing codes before a last `default`, or behind the last case. */
export function addCases(addition: Addition): Fix | undefined {
  const { dispatch, leave, sharesRest, sourceCode, style } = addition;
  if (dispatch.node.type !== "SwitchStatement") return undefined;
  const statement = dispatch.node;
  const { step } = style;
  const inner = indentationOfCases(addition, statement);
  const otherwise = statement.cases.at(-1);
  const before = otherwise !== undefined && otherwise.test === null && !isFallenInto(statement, otherwise) ? otherwise : undefined;
  const groups = labelsOf(addition, statement);
  const lines = groups.flatMap(({ comment, codes }) => {
    const labels = [`${inner}// ${comment}`, ...codes.map((label) => `${inner}case ${label}:`)];
    // They share the default, which passes them on already.
    return before !== undefined && sharesRest ? labels : [...labels, `${inner}${step}${leave}`];
  });
  if (before !== undefined) return insertBefore(addition, before, lines, inner);
  const last = statement.cases.at(-1);
  const close = sourceCode.getLastToken(statement);
  if (close === null) return undefined;
  const open = last !== undefined && !endsWithJump(last) ? [`${inner}${step}break${style.semicolon}`] : [];
  return insertBefore(addition, close, [...open, ...lines], indentationOf(sourceCode, statement));
}

/** What stands behind `case`: codes, families where the `switch` is on families, comparisons where it is on `true`. */
function labelsOf({ dispatch, groups, sourceCode, style }: Addition, statement: TSESTree.SwitchStatement): readonly CodeGroup[] {
  const first = dispatch.tests.find((test) => test.node.type === "SwitchCase");
  if (first === undefined) {
    const read = readOf(sourceCode, dispatch.site.node);
    return groups.map((group) => ({ ...group, codes: group.codes.map((code) => `${read} === ${quoted(code, style.quote)}`) }));
  }
  if (first.kind !== "family") return groups.map((group) => ({ ...group, codes: group.codes.map((code) => quoted(code, style.quote)) }));
  const named = new Set(statement.cases.flatMap((item) => (item.test?.type === "Literal" && typeof item.test.value === "string" ? [item.test.value] : [])));
  return byFamily(groups, named).map((group) => ({ ...group, codes: group.codes.map((family) => quoted(family, style.quote)) }));
}

function indentationOfCases({ sourceCode, style }: Addition, statement: TSESTree.SwitchStatement): string {
  const [first] = statement.cases;
  return first !== undefined && startsLine(sourceCode, first) ? indentationOf(sourceCode, first) : `${indentationOf(sourceCode, statement)}${style.step}`;
}

/** Puts whole lines before a case, with the comments above it, or before the closing brace. */
function insertBefore({ sourceCode, style: { newline } }: Addition, place: TSESTree.SwitchCase | TSESTree.Token, lines: readonly string[], indentation: string): Fix {
  const previous = sourceCode.getTokenBefore(place);
  const above = place.type === "SwitchCase" ? sourceCode.getCommentsBefore(place).find((comment) => comment.loc.start.line !== previous?.loc.end.line) : undefined;
  const start = startOfLine(sourceCode, above ?? place);
  const text = lines.map((line) => `${line}${newline}`).join("");
  if (start !== undefined) return (fixer) => [fixer.insertTextBeforeRange([start, start], text)];
  const before = sourceCode.text.slice(0, place.range[0]);
  const gap = before.length - before.trimEnd().length;
  return (fixer) => [fixer.replaceTextRange([place.range[0] - gap, place.range[0]], `${newline}${text}${indentation}`)];
}

function isFallenInto(statement: TSESTree.SwitchStatement, target: TSESTree.SwitchCase): boolean {
  const before = statement.cases[statement.cases.indexOf(target) - 1];
  return before !== undefined && !endsWithJump(before);
}

function endsWithJump({ consequent }: TSESTree.SwitchCase): boolean {
  let last = consequent.at(-1);
  while (last?.type === "BlockStatement") last = last.body.at(-1);
  return last !== undefined && ["BreakStatement", "ContinueStatement", "ReturnStatement", "ThrowStatement"].includes(last.type);
}
