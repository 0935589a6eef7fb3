/** The native reader of JSON ends the process where its stack does. */
const deepest = 100;
/** Different strings in one text, and fields with a value. */
const mostNames = 2_000;
const mostFields = 10_000;
/** In characters. No file system has longer paths. */
export const longestPath = 4_096;

/** What names stand for. */
export interface Rewrites {
  readonly exact: ReadonlyMap<string, readonly string[]>;
  /** The names with a `*`, by what stands before and behind it. */
  readonly patterns: readonly { readonly start: string; readonly end: string; readonly to: string }[];
}

/** What the text of a `package.json` or `tsconfig.json` says, whatever its fields are there for. */
export interface ManifestText {
  /** The names of its fields, each as far as no `*` stands in it. */
  readonly keys: ReadonlySet<string>;
  /** Its other strings, each as far as no `*` stands in it, and without a query: they lead to files. */
  readonly values: ReadonlySet<string>;
  /** Whether a `*` stands in a value. */
  readonly hasPatterns: boolean;
  /** Its fields with their values, as `paths` of a configuration has them. */
  readonly aliases: Rewrites;
  /** Those of `imports` and `exports`, however deep the conditions are. */
  readonly entries: Rewrites;
  /** The values of the fields that say where the resolver goes on. */
  readonly led: Readonly<Record<Leading, readonly string[]>>;
}

/** A configuration is extended, or referred to by its `path`; a package has a name and an entry point. */
type Leading = "baseUrl" | "extends" | "main" | "module" | "name" | "path" | "rootDirs";

export const leadsNowhere: ManifestText["led"] = { baseUrl: [], extends: [], main: [], module: [], name: [], path: [], rootDirs: [] };

/** As the resolver reads a configuration, which can have comments of three kinds. */
const tokens = /"([^"\\]*(?:\\[^][^"\\]*)*)(?:"|$)|\/\/[^\n]*|#[^\n]*|\/\*[^]*?(?:\*\/|$)|[[\]{}:]/g;

/** @returns undefined where it is deeper, or says more, than anybody writes */
export function readManifestText(text: string): ManifestText | undefined {
  const reader = new Reader();
  for (const [token, literal] of text.matchAll(tokens)) if (!reader.read(token, literal)) return undefined;
  return reader.end();
}

class Fields implements Rewrites {
  readonly exact = new Map<string, string[]>();
  readonly patterns: { readonly start: string; readonly end: string; readonly to: string }[] = [];
  count = 0;

  add(from: string, to: string): void {
    this.count += 1;
    const at = from.indexOf("*");
    const known = this.exact.get(from);
    if (at !== -1) this.patterns.push({ start: from.slice(0, at), end: from.slice(at + 1), to });
    else if (known === undefined) this.exact.set(from, [to]);
    else known.push(to);
  }
}

export const noRewrites: Rewrites = new Fields();

class Reader {
  readonly keys = new Set<string>();
  readonly values = new Set<string>();
  readonly aliases = new Fields();
  readonly entries = new Fields();
  readonly led = { baseUrl: [], extends: [], main: [], module: [], name: [], path: [], rootDirs: [] } satisfies Record<Leading, string[]> as Record<Leading, string[]>;
  hasPatterns = false;
  /** The field in each of the brackets that are open. */
  private readonly around: (string | undefined)[] = [];
  private key: string | undefined;
  private last: string | undefined;

  /** Whether it may be read on. */
  read(token: string, literal: string | undefined): boolean {
    if (token === ":") this.readKey();
    else if (!/^(?:\/[/*]|#)/.test(token)) {
      this.readValue();
      if (literal !== undefined) this.last = stringOf(literal);
      else if (token === "{" || token === "[") {
        this.around.push(this.key);
        if (token === "{") this.key = undefined;
      } else this.key = this.around.pop();
    }
    return this.around.length <= deepest && this.keys.size + this.values.size <= mostNames && Math.max(this.aliases.count, this.entries.count) <= mostFields;
  }

  end(): ManifestText {
    this.readValue();
    const { aliases, entries, hasPatterns, keys, led, values } = this;
    return { aliases, entries: entries.count === 0 ? noRewrites : entries, hasPatterns, keys, led, values };
  }

  private readKey(): void {
    if (this.last === undefined) return;
    this.key = this.last;
    this.last = undefined;
    this.keys.add(this.key.split("*", 1)[0] ?? "");
  }

  private readValue(): void {
    const { key, last } = this;
    this.last = undefined;
    if (last === undefined) return;
    const [start = ""] = last.split("*", 1);
    this.hasPatterns ||= start !== last;
    for (const name of [start, withoutQuery(start)]) if (name !== "" && name.length <= longestPath) this.values.add(name);
    if (key !== undefined && Object.hasOwn(this.led, key)) this.led[key as Leading].push(last);
    if (key !== undefined) this.aliases.add(key, last);
    const fields = [...this.around, key].filter((field) => field !== undefined);
    const names = new Set(fields.filter((field) => /^(?:#|\.\/|\.$)/.test(field)));
    // The conditions of the entry point that has no name.
    if (names.size === 0 && fields.includes("exports")) names.add(".");
    for (const name of names) this.addEntry(name, last);
  }

  private addEntry(from: string, to: string): void {
    if (!from.startsWith("#") && !to.startsWith("./")) return;
    // A folder may stand for another one.
    if (from.endsWith("/")) this.entries.add(`${from}*`, `${to}*`);
    else this.entries.add(from, to);
  }
}

/** The part of a request that is a path. */
export function withoutQuery(request: string): string {
  return /^[./#]?[^?#]*/.exec(request)?.[0] ?? request;
}

function stringOf(literal: string): string | undefined {
  try {
    return JSON.parse(`"${literal}"`) as string;
  } catch {
    return undefined;
  }
}
