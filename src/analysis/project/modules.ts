import { files } from "./files.js";
import { parseModule, type ParsedModule } from "./parse.js";
import { exportsOf, type ExportTable } from "./exports.js";
import { importsOf, type ImportBinding } from "./imports.js";
import type { SettledAnswer } from "../source/answer-once.js";
import type { FollowedImport, ReadModule } from "../source/grounds.js";

/** A file that an import led to, with what was found out about it. Kept for the life of the process, as long as the file stays the same. */
export class ProjectModule {
  private syntax: ParsedModule | "unreadable" | undefined;
  private table: ExportTable | undefined;
  private bindings: readonly ImportBinding[] | undefined;
  /** What is noted where its syntax is read. */
  readonly reading: ReadModule;
  private readonly followed = new Map<string, FollowedImport>();
  /** By the settings that they hold under, by question, and by node. */
  private readonly answers = new Map<string, Map<unknown, Map<object, SettledAnswer>>>();
  /** The modules that these lean on. */
  private readonly leansOn = new Set<object>();
  /** How much of what may be kept it takes. */
  weight: number;

  constructor(
    readonly path: string,
    readonly stamp: string,
    readonly text: string,
  ) {
    this.reading = { path, read: this };
    this.weight = text.length / syntaxByText;
  }

  /** Undefined where it cannot be parsed. */
  parsed(): ParsedModule | undefined {
    if (this.syntax === undefined) {
      this.syntax = parseSafely(this.path, this.text);
      if (kept.get(this.path) === this) makeRoom(this, this.text.length - this.weight);
      this.weight = this.text.length;
    }
    return this.syntax === "unreadable" ? undefined : this.syntax;
  }

  exports(): ExportTable | undefined {
    const parsed = this.parsed();
    return parsed === undefined ? undefined : (this.table ??= exportsOf(parsed));
  }

  imports(): readonly ImportBinding[] {
    const parsed = this.parsed();
    return parsed === undefined ? [] : (this.bindings ??= importsOf(parsed.scopes));
  }

  /** One object for each import and what it leads to. */
  follows(source: string, path: string | undefined, module: ProjectModule | undefined): FollowedImport {
    const known = this.followed.get(source);
    if (known !== undefined && known.path === path && known.module === module) return known;
    const followed = { from: this.path, source, path, module };
    this.followed.set(source, followed);
    return followed;
  }

  /** What an import led to last; undefined where it was not followed. */
  followedBy(source: string): FollowedImport | undefined {
    return this.followed.get(source);
  }

  answerTo(settings: string, question: unknown, node: object): SettledAnswer | undefined {
    return this.answers.get(settings)?.get(question)?.get(node);
  }

  keep(settings: string, question: unknown, node: object, answer: SettledAnswer): void {
    let byQuestion = this.answers.get(settings);
    if (byQuestion === undefined) this.answers.set(settings, (byQuestion = new Map<unknown, Map<object, SettledAnswer>>()));
    let byNode = byQuestion.get(question);
    if (byNode === undefined) byQuestion.set(question, (byNode = new Map<object, SettledAnswer>()));
    byNode.set(node, answer);
    for (const ground of answer.grounds.all) {
      const module = "read" in ground ? ground.read : ground.module;
      if (module !== undefined) this.leansOn.add(module);
    }
  }

  /** Answers hold on to the syntax of what they lean on. */
  forget(module: ProjectModule): void {
    if (!this.leansOn.has(module)) return;
    this.answers.clear();
    this.leansOn.clear();
    this.followed.clear();
  }
}

function parseSafely(path: string, text: string): ParsedModule | "unreadable" {
  try {
    return parseModule(path, text) ?? "unreadable";
  } catch {
    // Syntax that the parser does not know: nothing is said about the module.
    return "unreadable";
  }
}

/** In characters of modules that are parsed. With its scopes and the answers about it, syntax takes so many times the memory of a text. */
const mostText = 300_000;
const syntaxByText = 100;

/** Those that were asked for last come last. */
const kept = new Map<string, ProjectModule>();
let keptText = 0;

/** The module at a path; undefined where there is no file, or one that is too large or no text. */
export function moduleAt(path: string): ProjectModule | undefined {
  const stamp = files().stamp(path);
  const known = kept.get(path);
  if (known !== undefined && known.stamp === stamp) {
    kept.delete(path);
    kept.set(path, known);
    return known;
  }
  if (known !== undefined) drop(known);
  const text = stamp === undefined ? undefined : files().read(path);
  if (stamp === undefined || text === undefined) return undefined;
  const found = new ProjectModule(path, stamp, text);
  kept.set(path, found);
  makeRoom(found, found.weight);
  return found;
}

/** Lets go of the modules that nobody has asked for lately, for more of one that somebody has. */
function makeRoom(asked: ProjectModule, more: number): void {
  keptText += more;
  for (const oldest of kept.values()) {
    if (keptText <= mostText) break;
    if (oldest !== asked) drop(oldest);
  }
}

function drop(module: ProjectModule): void {
  kept.delete(module.path);
  for (const other of kept.values()) other.forget(module);
  keptText -= module.weight;
}
