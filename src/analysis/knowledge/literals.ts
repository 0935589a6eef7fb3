/** A text that holds something else than the data that is looked for. */
export class LiteralError extends Error {
  override readonly name = "LiteralError";

  constructor(
    message: string,
    /** Where in the text. */
    readonly offset: number,
  ) {
    super(message);
  }
}

/**
 * Reads what generated code writes down as data: strings, numbers, booleans, arrays and objects of them, as TypeScript, as
 * JavaScript, and as formatters leave them. Nothing of the text is executed.
 */
export class LiteralReader {
  private at = 0;

  constructor(private readonly text: string) {}

  /** Goes on after a match of `pattern`, which has the flag `y` to match right here, or `g` to match anywhere after. */
  skip(pattern: RegExp, expected: string): void {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) throw new LiteralError(`${expected} is expected`, this.at);
    this.at = pattern.lastIndex;
  }

  /** The literal that stands here. */
  value(depth = 0): unknown {
    this.space();
    const first = this.text[this.at];
    // Our tables are not nested deeper; a text that is could fill the stack.
    if (depth > deepest) throw new LiteralError("the end of a list is expected", this.at);
    if (first === '"' || first === "'") return this.string();
    if (first === "[") return this.list("]", () => this.value(depth + 1));
    if (first === "{") return Object.fromEntries(this.list("}", () => this.property(depth + 1)));
    const word = this.take(/true|false|\d+/y);
    if (word === undefined) throw new LiteralError("a string, a number, a list or an object is expected", this.at);
    return word === "true" || word === "false" ? word === "true" : Number(word);
  }

  private property(depth: number): readonly [string, unknown] {
    const key = this.take(/[A-Za-z_$][\w$]*/y) ?? this.key();
    this.space();
    this.skip(/:/y, "a colon");
    return [key, this.value(depth)];
  }

  /** `"a"`, `["__proto__"]` */
  private key(): string {
    if (this.text[this.at] !== "[") return this.string();
    const [key] = this.list("]", () => this.string());
    if (key === undefined) throw new LiteralError("a key is expected", this.at);
    return key;
  }

  private list<Item>(end: string, item: () => Item): Item[] {
    const items: Item[] = [];
    this.at += 1;
    for (;;) {
      this.space();
      if (this.text[this.at] === end) break;
      items.push(item());
      this.space();
      if (this.text[this.at] === end) break;
      this.skip(/,/y, `a comma or "${end}"`);
    }
    this.at += 1;
    return items;
  }

  private string(): string {
    const start = this.at;
    const end = this.endOfString();
    this.at = end + 1;
    const inside = this.text.slice(start + 1, end).replace(/\\.|"/g, (part) => (part === '"' ? '\\"' : part === "\\'" ? "'" : part));
    try {
      return JSON.parse(`"${inside}"`) as string;
    } catch {
      throw new LiteralError("a string is expected", start);
    }
  }

  /** Not a regular expression: the engine remembers each escape of a string, and runs out of room for millions of them. */
  private endOfString(): number {
    const quote = this.text[this.at];
    if (quote !== '"' && quote !== "'") throw new LiteralError("a string is expected", this.at);
    for (let end = this.at + 1; ; end += this.text[end] === "\\" ? 2 : 1) {
      const character = this.text[end];
      if (character === quote) return end;
      if (character === undefined || character === "\n") throw new LiteralError("a string is expected", this.at);
    }
  }

  private space(): void {
    do this.take(/\s*/y);
    while (this.take(/\/\/[^\n]*|\/\*[^*]*\*\//y) !== undefined);
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }
}

const deepest = 6;
