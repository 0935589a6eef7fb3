/** Many codes in a form that compresses well: they share their words, and each begins as the one before it. */
export interface PackedCodes {
  /** Every word that occurs, the most frequent first, between spaces. */
  readonly words: string;
  /**
   * One code a line: a character for the number of words that it shares with the line before, then one for each further
   * word; the character stands for the number by its place after `FIRST`.
   */
  readonly lines: string;
}

/** Characters that JSON writes as they are begin here. */
const FIRST = 0x5d;

const WORD = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+|[^A-Za-z0-9]+/g;

/**
 * @param codes without spaces; those that begin alike stand beside each other
 */
export function packCodes(codes: readonly string[]): PackedCodes {
  let last: readonly string[] = [];
  const rows = codes.map((code) => {
    const words = code.match(WORD) ?? [];
    const shared = sharedWords(last, words);
    last = words;
    return { shared, rest: words.slice(shared) };
  });
  const counts = new Map<string, number>();
  for (const word of rows.flatMap(({ rest }) => rest)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
  const numbers = new Map(words.map((word, number) => [word, number]));
  const lines = rows.map(({ shared, rest }) => [shared, ...rest.map((word) => numbers.get(word) ?? 0)].map((number) => String.fromCodePoint(FIRST + number)).join(""));
  return { words: words.join(" "), lines: lines.join("\n") };
}

/** The codes as they were before they were packed. */
export function unpackCodes({ words, lines }: PackedCodes): readonly string[] {
  const known = words.split(" ");
  let last: readonly string[] = [];
  return lines.split("\n").map((line) => {
    const [shared = 0, ...rest] = Array.from(line, (character) => (character.codePointAt(0) ?? FIRST) - FIRST);
    last = [...last.slice(0, shared), ...rest.map((number) => known[number] ?? "")];
    return last.join("");
  });
}

function sharedWords(before: readonly string[], words: readonly string[]): number {
  const different = words.findIndex((word, at) => word !== before[at]);
  return different === -1 ? words.length : different;
}
