import { parser } from "@lezer/javascript";
import { highlightCode, tagHighlighter, tags } from "@lezer/highlight";

/** A piece of a source with the class of its colour; without one where it has none. */
export interface Token {
  readonly text: string;
  readonly style?: string;
}

const typescript = parser.configure({ dialect: "ts" });

const styles = tagHighlighter([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.moduleKeyword, tags.definitionKeyword], class: "t-keyword" },
  { tag: [tags.string, tags.special(tags.string)], class: "t-string" },
  { tag: [tags.comment, tags.lineComment], class: "t-comment" },
  { tag: [tags.number, tags.bool, tags.null], class: "t-number" },
  { tag: [tags.typeName], class: "t-type" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], class: "t-function" },
]);

/** Cuts TypeScript into pieces with colours. */
export function highlight(source: string): readonly Token[] {
  const tokens: Token[] = [];
  highlightCode(
    source,
    typescript.parse(source),
    styles,
    (text, style) => tokens.push(style === "" ? { text } : { text, style }),
    () => tokens.push({ text: "\n" }),
  );
  return tokens;
}
