const TOKEN = /[\s]*(?:([{}[\],:])|("[^"\\\u0000-\u001F]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001F]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/** A string, with the colon that makes it a member's name, or a brace; everything else in valid JSON has no quotes. */
const STRING_OR_BRACE = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}]/g;

/**
 * Where a member of an object stands for the second time, of which `JSON.parse` keeps the last without a word.
 *
 * @param text valid JSON
 * @returns the offset and the name of the first such member; undefined when there is none
 */
export function findRepeatedMember(text: string): { readonly offset: number; readonly name: string } | undefined {
  const open: Set<string>[] = [];
  for (const { 0: token, 1: quotedName, 2: colon, index } of text.matchAll(STRING_OR_BRACE)) {
    if (token === "{") open.push(new Set());
    else if (token === "}") open.pop();
    else if (colon !== undefined && quotedName !== undefined) {
      const name = JSON.parse(quotedName) as string;
      const known = open.at(-1);
      if (known?.has(name) === true) return { offset: index, name };
      known?.add(name);
    }
  }
  return undefined;
}

/** What may come next inside an array, an object or at the top. */
type Expected = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end" | "nothing";

/**
 * Where a text stops being JSON, which `JSON.parse` does not always tell.
 *
 * @returns the offset of the first token that cannot stand where it does; the text's length if it ends early
 */
export function findJsonError(text: string): number {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  let offset = 0;
  for (;;) {
    TOKEN.lastIndex = offset;
    const match = TOKEN.exec(text);
    const start = offset + (/^\s*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
    if (match === null || expected === "nothing") return start;
    const next = step(expected, match, open);
    if (next === undefined) return start;
    expected = next;
    offset = TOKEN.lastIndex;
  }
}

/** What is expected after a token; undefined when it cannot stand there. */
function step(expected: Expected, [, mark, text]: RegExpExecArray, open: ("{" | "[")[]): Expected | undefined {
  if (expected === "colon") return mark === ":" ? "value" : undefined;
  if (expected === "key" || expected === "key-or-end") {
    if (text !== undefined) return "colon";
    return mark === "}" && expected === "key-or-end" ? close(open) : undefined;
  }
  if (expected === "comma-or-end") {
    const top = open.at(-1);
    if (mark === ",") return top === "{" ? "key" : "value";
    return mark === (top === "{" ? "}" : "]") ? close(open) : undefined;
  }
  if (mark === undefined) return open.length === 0 ? "nothing" : "comma-or-end";
  if (mark === "{" || mark === "[") {
    open.push(mark);
    return mark === "{" ? "key-or-end" : "value-or-end";
  }
  return mark === "]" && expected === "value-or-end" ? close(open) : undefined;
}

function close(open: ("{" | "[")[]): Expected {
  open.pop();
  return open.length === 0 ? "nothing" : "comma-or-end";
}
