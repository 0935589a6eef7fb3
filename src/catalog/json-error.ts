const TOKEN = /[\s]*(?:([{}[\],:])|("[^"\\\u0000-\u001F]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001F]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

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
