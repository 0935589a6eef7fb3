// The spaces of JSON only: a mark of an encoding and a space of another width are none.
const TOKEN = /[ \t\r\n]*(?:([{}[\],:])|(")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

const SPACES = /[ \t\r\n]*/y;
const COLON = /[ \t\r\n]*:/y;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;

/**
 * Where a member of an object stands for the second time, of which `JSON.parse` keeps the last without a word.
 *
 * @param text valid JSON
 * @returns the offset and the name of the first such member; undefined when there is none
 */
export function findRepeatedMember(text: string): { readonly offset: number; readonly name: string } | undefined {
  const open: Set<string>[] = [];
  const marks = /["{}]/g;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === "{") open.push(new Set());
    else if (mark[0] === "}") open.pop();
    else {
      const end = endOfString(text, mark.index) ?? text.length;
      marks.lastIndex = end;
      COLON.lastIndex = end;
      if (!COLON.test(text)) continue;
      const name = JSON.parse(text.slice(mark.index, end)) as string;
      const known = open.at(-1);
      if (known?.has(name) === true) return { offset: mark.index, name };
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
    SPACES.lastIndex = offset;
    SPACES.test(text);
    const start = SPACES.lastIndex;
    if (match === null || expected === "nothing") return start;
    const next = step(expected, match, open);
    if (next === undefined) return start;
    const end = match[2] === undefined ? TOKEN.lastIndex : endOfString(text, TOKEN.lastIndex - 1);
    if (end === undefined) return start;
    expected = next;
    offset = end;
  }
}

/**
 * Where the string ends that begins at a place; undefined where it is none of JSON. Not a regular expression: the engine
 * remembers each escape of a string, and runs out of room for millions of them.
 */
function endOfString(text: string, start: number): number | undefined {
  for (let index = start + 1; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === QUOTE) return index + 1;
    if (unit < SPACE) return undefined;
    if (unit !== BACKSLASH) continue;
    if (!/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(index + 1, index + 6))) return undefined;
    index += 1;
  }
  return undefined;
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
