import type { TSESTree } from "@typescript-eslint/utils";
import { isBuiltin } from "node:module";
import type { Answers, SettledAnswer, SharedAnswers } from "../source/answer-once.js";
import type { Variable } from "../source/file.js";
import { Grounds, type FollowedImport, type Ground } from "../source/grounds.js";
import type { ExportTable } from "./exports.js";
import { files } from "./files.js";
import { isHelperText, isReadable, type Following } from "./followed.js";
import type { ImportBinding } from "./imports.js";
import { moduleAt, type ProjectModule } from "./modules.js";
import type { ParsedModule } from "./parse.js";

/** How many imports lead from the linted file to a module, one after the other. */
const deepest = 5;
/** How many modules one file is linked to, and of how many more the text is looked at. */
const most = 40;
const mostTexts = 200;

/** A module as one linted file sees it. */
interface Placed {
  readonly module: ProjectModule;
  readonly depth: number;
  /** The import of the linted file through which it was reached first. */
  through: Variable | undefined;
}

/** An import that was followed, with what its file was like. */
interface Led {
  readonly from: string;
  readonly source: string;
  readonly path: string | undefined;
  readonly stamp: string | undefined;
}

/** The linted file, where imports begin. */
export interface Root {
  readonly path: string;
  readonly imports: readonly ImportBinding[];
  /** Imports not followed. */
  readonly ownVariableOf: ParsedModule["ownVariableOf"];
  readonly answers: Answers;
  /** What answers depend on that are kept for other files too: the settings, by the rules' names for them; undefined to keep none. */
  readonly sharedUnder: string | undefined;
  /** What it and all modules that it can be linked to import from; undefined where that cannot be told. */
  readonly sources: () => ReadonlySet<string> | undefined;
}

/**
 * The modules that one linted file comes to, within its limits. Each is looked at on disk once, and read where a question leads
 * into it. Answers about them are kept for other files with what they lean on.
 */
export class Reach implements SharedAnswers {
  readonly parsed: ParsedModule[] = [];
  /** The import of the linted file that is being followed. */
  through: Variable | undefined;
  private readonly placed = new Map<string, Placed | undefined>();
  private readonly led: Led[] = [];
  private readonly held = new Map<Ground, boolean>();
  private collecting: Grounds | undefined;

  constructor(
    private readonly root: Root,
    private readonly following: Following,
  ) {}

  /** What is found, and what that leans on. */
  collect<Found>(find: () => Found): { readonly found: Found; readonly grounds: Grounds } {
    const { collecting } = this;
    const grounds = new Grounds();
    this.collecting = grounds;
    try {
      return { found: find(), grounds };
    } finally {
      this.collecting = collecting;
    }
  }

  find(question: unknown, node: object): SettledAnswer | undefined {
    const { sharedUnder } = this.root;
    const known = sharedUnder === undefined ? undefined : this.placedOf(node)?.module.answerTo(sharedUnder, question, node);
    if (known === undefined) return undefined;
    for (const ground of known.grounds.all) if (!this.holds(ground)) return undefined;
    return known;
  }

  keep(question: unknown, node: object, answer: SettledAnswer): void {
    const { sharedUnder } = this.root;
    if (sharedUnder !== undefined) this.placedOf(node)?.module.keep(sharedUnder, question, node, answer);
  }

  /** Whether another file's way is this one's too: it is gone once more, as if it had been asked for. */
  private holds(ground: Ground): boolean {
    const known = this.held.get(ground) ?? ("read" in ground ? this.placedAt(ground.path)?.module === ground.read && this.canRead(ground.path) : this.leadsTheSameWay(ground));
    this.held.set(ground, known);
    return known;
  }

  private canRead(path: string): boolean {
    return this.syntaxOf(path) !== undefined || this.parsed.length < most;
  }

  private leadsTheSameWay({ from, module, path, source }: FollowedImport): boolean {
    return this.placedAt(from) !== undefined && this.leadOf(from, source) === (module === undefined ? undefined : path) && this.placedAt(path)?.module === module;
  }

  placedAt(path: string | undefined): Placed | undefined {
    return path === undefined ? undefined : this.placed.get(path);
  }

  private placedOf(node: object): Placed | undefined {
    const place = "identifiers" in node ? (node as Variable).identifiers[0] : (node as TSESTree.Node);
    return this.placedAt(this.parsedOf(place)?.path);
  }

  get grounds(): Grounds | undefined {
    return this.collecting ?? this.root.answers.grounds;
  }

  leanOnFile(): void {
    const { grounds } = this;
    if (grounds !== undefined) grounds.ofFile = true;
  }

  watch(): () => boolean {
    const led = [...this.led];
    return () => led.every(({ from, path, source, stamp }) => files().resolve(from, source) === path && (path === undefined || files().stamp(path) === stamp));
  }

  parsedOf(node: TSESTree.Node | undefined): ParsedModule | undefined {
    if (node === undefined || node.range[0] >= 0) return undefined;
    const [at] = node.range;
    return this.parsed.find(({ start, end }) => start <= at && at < end);
  }

  pathOf(variable: Variable): string {
    return this.parsedOf(variable.identifiers[0])?.path ?? this.root.path;
  }

  /** The path of the module that an import leads to; undefined where it leads to none that is followed. */
  leadOf(from: string, source: string): string | undefined {
    if (isBuiltin(source) || !this.following.mayFollow(source)) return undefined;
    const path = files().resolve(from, source);
    const placed = path === undefined ? undefined : this.place(path, from);
    // Of what is kept for others, they see for themselves whether it holds.
    if (this.root.sharedUnder === undefined) this.led.push({ from, source, path, stamp: path === undefined ? undefined : (placed?.module.stamp ?? files().stamp(path)) });
    this.note(this.placedAt(from)?.module.follows(source, path, placed?.module));
    return placed === undefined ? undefined : path;
  }

  /** The module at a path as this file sees it; undefined where it cannot be read, or is too far away. */
  private place(path: string, from: string): Placed | undefined {
    const known = this.placed.get(path);
    if (known !== undefined || this.placed.has(path)) return this.throughNow(known);
    const importer = this.placed.get(from);
    const depth = (importer?.depth ?? 0) + 1;
    if (path === this.root.path || depth > deepest || this.placed.size >= mostTexts) {
      this.leanOnFile();
      return undefined;
    }
    const module = isReadable(path) ? moduleAt(path) : undefined;
    const placed = module === undefined || !this.following.follows(path, from, () => isHelperText(module.text)) ? undefined : { module, depth, through: importer?.through ?? this.through };
    this.placed.set(path, placed);
    return placed;
  }

  /** A module whose text alone was looked at has no import that leads to it yet. */
  private throughNow(placed: Placed | undefined): Placed | undefined {
    if (placed !== undefined) placed.through ??= this.through;
    return placed;
  }

  syntaxOf(path: string): { readonly parsed: ParsedModule; readonly table: ExportTable } | undefined {
    const module = this.placedAt(path)?.module;
    if (module === undefined) return undefined;
    if (this.parsed.length >= most && this.parsed.every((known) => known.path !== path)) {
      this.leanOnFile();
      return undefined;
    }
    this.grounds?.note(module.reading);
    const parsed = module.parsed();
    const table = module.exports();
    if (parsed === undefined || table === undefined) return undefined;
    if (!this.parsed.includes(parsed)) this.parsed.push(parsed);
    return { parsed, table };
  }

  note(followed: FollowedImport | undefined): void {
    if (followed === undefined) this.leanOnFile();
    else this.grounds?.note(followed);
  }
}
