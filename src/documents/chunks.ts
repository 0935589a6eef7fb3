/** A part of a page that is parsed by itself. */
export interface Chunk {
  readonly text: string;
  /** What to add to a line's number in the chunk to get its number in the page. */
  readonly lineOffset: number;
  /** Whether the chunk starts with the head of a table whose earlier rows are in the chunk before. */
  readonly continuesTable: boolean;
}

/** Beyond this many characters a chunk ends at the next line where it can. */
const CHUNK_LENGTH = 20_000;
/** A line that is shorter counts as so many characters: the parser's time grows with the number of lines too. */
const SHORT_LINE = 100;

const FENCE = /^[ \t]*(`{3,}(?!`)|~{3,}(?!~))([^\n]*)$/;
const DELIMITER = /^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;
const BLANK = /^[ \t]*$/;

/** The page with fenced code and HTML comments as empty lines: what stands in them is not part of the page. */
export function dropCode(text: string): string {
  let fence: string | undefined;
  let comment = false;
  const lines = text.split("\n").map((line) => {
    if (comment) {
      comment = !line.includes("-->");
      return "";
    }
    const [, marks, info = ""] = FENCE.exec(line) ?? [];
    if (fence !== undefined) {
      if (marks?.startsWith(fence) === true && BLANK.test(info)) fence = undefined;
      return "";
    }
    if (marks !== undefined && !(marks.startsWith("`") && info.includes("`"))) {
      fence = marks;
      return "";
    }
    if (!/^[ \t]*<!--/.test(line)) return line;
    comment = !line.includes("-->");
    return "";
  });
  return lines.join("\n");
}

/**
 * Cuts a page into parts that can be parsed one by one, because the parser's time and memory grow
 * faster than the length of what it is given. A table that is cut has its head repeated.
 *
 * @param text a page without fenced code
 */
export function chunksOf(text: string): readonly Chunk[] {
  if (text.length <= CHUNK_LENGTH) return [{ text, lineOffset: 0, continuesTable: false }];
  const lines = text.split("\n");
  const chunks: Chunk[] = [];
  let head: readonly string[] = [];
  let carried: readonly string[] = [];
  let start = 0;
  let length = 0;
  lines.forEach((line, index) => {
    const next = lines[index + 1] ?? "";
    if (length > CHUNK_LENGTH && !isDelimiter(line) && !isDelimiter(next)) {
      chunks.push(toChunk(lines.slice(start, index), start, carried));
      carried = BLANK.test(line) ? [] : head;
      [start, length] = [index, 0];
    }
    length += Math.max(line.length + 1, SHORT_LINE);
    if (BLANK.test(line)) head = [];
    else if (isDelimiter(line) && index > 0) head = [lines[index - 1] ?? "", line];
  });
  chunks.push(toChunk(lines.slice(start), start, carried));
  return chunks;
}

function toChunk(lines: readonly string[], start: number, carried: readonly string[]): Chunk {
  return { text: [...carried, ...lines].join("\n"), lineOffset: start - carried.length, continuesTable: carried.length > 0 };
}

/** A delimiter row with one column only has a pipe or colon, else it is a rule. */
function isDelimiter(line: string): boolean {
  return line.length < 2000 && line.includes("-") && /[|:]/.test(line) && DELIMITER.test(line);
}
