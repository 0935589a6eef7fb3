import type { RetryPolicy, RetryWording } from "../codemap/retry.js";
import type { RetryClass } from "../codemap/types.js";
import { InputError } from "./input-error.js";
import { readJson } from "./json-read.js";
import { groupBy } from "./order.js";
import { excerptOfJson, quoted } from "./printable.js";

/** What a documented sentence that says "try again later" makes of a code. */
export interface SentenceLine {
  readonly class: RetryClass;
  readonly families: Readonly<Record<string, RetryClass>>;
  readonly evidence: string;
}

/** A line of words with its evidence. */
export interface RetryWordingLine extends RetryWording {
  /** The words that many codes have: those that applications ship. */
  readonly common: readonly string[];
  readonly evidence: string;
}

/** The policy with the evidence of its lines, and with what is known for one service only. */
export interface RetryPolicyTable extends RetryPolicy {
  /** Codes whose class is known for one service, by service. */
  readonly services: Readonly<Record<string, Readonly<Record<string, RetryClass>>>>;
  readonly sentence: SentenceLine;
  /** Each line with all its words: the common ones first, then those that few codes have. */
  readonly wording: readonly RetryWordingLine[];
  /** Evidence by `code:…`, `code:…@service`, `family:…` and `wording:…`. */
  readonly evidence: ReadonlyMap<string, string>;
}

type Json = Readonly<Record<string, unknown>>;

const CLASSES: ReadonlySet<unknown> = new Set<RetryClass>(["throttled", "transient", "pending", "renew", "permanent", "unclassified"]);

/**
 * Reads the text of `retry.json`.
 *
 * @param text the file's content
 * @param file how messages call it
 * @throws InputError naming the line of the table that cannot be used
 */
export function parseRetryPolicy(text: string, file: string): RetryPolicyTable {
  const read = new PolicyReader(file);
  const root = read.json(text);
  const lines = read.list(root, "codes");
  const wording = read.list(root, "wording");
  const families = read.list(root, "families");
  read.refuseTwice(wording);
  return {
    codes: read.table(lines.filter((line) => line["service"] === undefined), "code"),
    services: read.byService(lines.filter((line) => line["service"] !== undefined)),
    sentence: read.sentence(root["sentence"]),
    wording: wording.map((line) => ({
      class: read.retryClass(line),
      evidence: read.text(line, "evidence"),
      common: read.phrases(line, "words"),
      words: allWords(read, line),
      unless: read.phrases(line, "unless"),
      ...(line["families"] === undefined ? {} : { families: read.texts(line, "families") }),
    })),
    families: read.table(families, "family"),
    evidence: new Map([
      ...lines.map((line): [string, string] => [codeKey(read.text(line, "code"), line["service"]), read.text(line, "evidence")]),
      ...families.map((line): [string, string] => [`family:${read.text(line, "family")}`, read.text(line, "evidence")]),
      ...wording.flatMap((line) => allWords(read, line).map((word): [string, string] => [`wording:${word}`, read.text(line, "evidence")])),
    ]),
  };
}

function allWords(read: PolicyReader, line: Json): readonly string[] {
  return [...read.phrases(line, "words"), ...read.phrases(line, "rare")];
}

function codeKey(code: string, service: unknown): string {
  return typeof service === "string" ? `code:${code}@${service}` : `code:${code}`;
}

/** Reads values of the policy, with messages that name the line in question. */
class PolicyReader {
  constructor(private readonly file: string) {}

  json(text: string): Json {
    return this.record(readJson(text, this.file), "the file");
  }

  record(value: unknown, what: string): Json {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw this.wrong(`needs an object for ${what}`);
    return value as Json;
  }

  list(root: Json, name: string): readonly Json[] {
    const value = root[name];
    if (!Array.isArray(value)) throw this.wrong(`needs a list "${name}"`);
    return value.map((line, index) => this.record(line, `line ${String(index + 1)} of "${name}"`));
  }

  text(line: Json, name: string): string {
    const value = line[name];
    if (typeof value !== "string" || value === "") throw this.wrong(`needs a text "${name}" in ${excerptOfJson(line)}`);
    return value;
  }

  texts(line: Json, name: string): readonly string[] {
    const value = line[name];
    if (!Array.isArray(value) || !value.every((item) => typeof item === "string")) {
      throw this.wrong(`needs a list of texts "${name}" in ${excerptOfJson(line)}`);
    }
    return value;
  }

  /** Runs of lower-case words, a star at the end at most. */
  phrases(line: Json, name: string): readonly string[] {
    const phrases = this.texts(line, name);
    const odd = phrases.find((phrase) => !/^[a-z\d]+(?: [a-z\d]+)*\*?$/.test(phrase));
    if (odd === undefined) return phrases;
    throw this.wrong(`has ${quoted(odd)} in "${name}", which is no run of lower-case words with at most a star at the end`);
  }

  /** The evidence of a word is found by the word, so no word may stand in two lines. */
  refuseTwice(wording: readonly Json[]): void {
    const seen = new Set<string>();
    for (const word of wording.flatMap((line) => allWords(this, line))) {
      if (seen.has(word)) throw this.wrong(`has the words ${quoted(word)} twice`);
      seen.add(word);
    }
  }

  retryClass(line: Json): RetryClass {
    if (!CLASSES.has(line["class"])) throw this.wrong(`needs a retry class in ${excerptOfJson(line)}`);
    return line["class"] as RetryClass;
  }

  table(lines: readonly Json[], name: string): Readonly<Record<string, RetryClass>> {
    const entries = lines.map((line): [string, RetryClass] => [this.text(line, name), this.retryClass(line)]);
    const table = Object.fromEntries(entries);
    if (Object.keys(table).length < entries.length) throw this.wrong(`has a ${name} twice`);
    return table;
  }

  byService(lines: readonly Json[]): Readonly<Record<string, Readonly<Record<string, RetryClass>>>> {
    const services = groupBy(lines, (line) => this.text(line, "service"));
    return Object.fromEntries([...services].map(([id, of]) => [id, this.table(of, "code")]));
  }

  sentence(value: unknown): SentenceLine {
    const line = this.record(value, `"sentence"`);
    const families = Object.entries(this.record(line["families"], `"families" of "sentence"`));
    return {
      class: this.retryClass(line),
      evidence: this.text(line, "evidence"),
      families: Object.fromEntries(families.map(([family, name]) => [family, this.retryClass({ class: name })])),
    };
  }

  private wrong(what: string): InputError {
    return new InputError(`The retry policy ${what}.`, { file: this.file });
  }
}
