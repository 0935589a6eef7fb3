import { readdirSync, realpathSync } from "node:fs";
import { dirname, sep } from "node:path";
import { statsOf } from "../knowledge/resolve-code-map.js";
import { epoch } from "./epoch.js";

/** In paths. In a larger project they are looked at anew. */
const most = 200_000;

const foldersOf = Symbol("folders");
const packagesOf = Symbol("packages");

/** Where more is asked for, the whole folder is read. */
const fewAsked = 4;

interface Folder {
  asked: number;
  /** What stands there, in small letters; undefined where only the system can tell what a name stands for. */
  entries?: ReadonlySet<string> | undefined;
}

/** A link is something other. */
export type Kind = "file" | "folder" | "other";

/** What stands where on disk, each path looked at once in an epoch. */
export class Looks {
  /** What changes when a file does, or what stands in a folder; undefined where there is nothing. */
  private readonly stamps = new Map<string, string | undefined>();
  private readonly realPaths = new Map<string, string>();
  private readonly folders = new Map<string, Folder>();
  private readonly known = new Map<unknown, Map<string, unknown>>();

  constructor(private readonly epoch: number) {}

  isOver(now: number): boolean {
    return this.epoch !== now || this.stamps.size > most;
  }

  stampOf(path: string): string | undefined {
    const known = this.stamps.get(path);
    if (known !== undefined || this.stamps.has(path)) return known;
    const folder = dirname(path);
    // Below nothing, or a file, there is nothing.
    const found = folder === path || this.isFolder(folder) ? statsOf(path) : undefined;
    const stamp = found === undefined ? undefined : `${found.isDirectory() ? "folder" : "file"} ${String(found.ctimeMs)} ${String(found.size)} ${String(found.ino)}`;
    this.stamps.set(path, stamp);
    return stamp;
  }

  isFolder(path: string): boolean {
    return this.stampOf(path)?.startsWith("folder") === true;
  }

  /** What `stampOf` says, for one of many paths of which hardly any leads to something: a folder is read once for all of them. */
  guessedStampOf(path: string): string | undefined {
    const folder = dirname(path);
    return folder === path || this.stamps.has(path) || this.mayHold(folder, path) ? this.stampOf(path) : undefined;
  }

  private mayHold(path: string, below: string): boolean {
    let folder = this.folders.get(path);
    if (folder === undefined) {
      if (this.guessedStampOf(path)?.startsWith("folder") !== true) return false;
      this.folders.set(path, (folder = { asked: 0 }));
    }
    folder.asked += 1;
    if (folder.asked <= fewAsked) return true;
    if (!("entries" in folder)) {
      const entries = this.entriesOf(path);
      folder.entries = entries === undefined ? undefined : new Set([...entries.keys()].map((entry) => entry.toLowerCase()));
    }
    const name = nameIn(path, below);
    return folder.entries === undefined || !isPlain(name) || folder.entries.has(name.toLowerCase());
  }

  /** What stands in a folder, by name; undefined where only the system can tell what a name stands for. */
  entriesOf(folder: string): ReadonlyMap<string, Kind> | undefined {
    return this.once(entriesOf, folder, () => (this.isFolder(folder) ? entriesOf(folder) : noEntries));
  }

  /** Whether something of this name, with or without what follows a dot, can stand in a folder. */
  mayHoldName(folder: string, name: string): boolean {
    const names = this.once(startOf, folder, () => {
      const entries = this.entriesOf(folder);
      return entries === undefined ? undefined : new Set([...entries.keys()].map(startOf));
    });
    return names?.has(startOf(name)) !== false;
  }

  /** With links followed; the same path where there is nothing. */
  realPathOf(path: string): string {
    if (this.stampOf(path) === undefined) return path;
    let found = this.realPaths.get(path);
    if (found === undefined) this.realPaths.set(path, (found = realPathOf(path)));
    return found;
  }

  /** A folder and all above it. */
  foldersFrom(folder: string): readonly string[] {
    return this.once(foldersOf, folder, () => (dirname(folder) === folder ? [folder] : [folder, ...this.foldersFrom(dirname(folder))]));
  }

  /** The folders of packages in which a module in `folder` finds some. */
  packagesOver(folder: string): readonly string[] {
    return this.once(packagesOf, folder, () => this.foldersFrom(folder).map((outer) => inFolder(outer, "node_modules")).filter((packages) => this.isFolder(packages)));
  }

  /** An answer about a path that holds for this epoch. */
  once<Answer>(question: unknown, path: string, answer: () => Answer): Answer {
    let answers = this.known.get(question) as Map<string, Answer> | undefined;
    if (answers === undefined) this.known.set(question, (answers = new Map<string, Answer>()));
    const known = answers.get(path);
    if (known !== undefined || answers.has(path)) return known as Answer;
    const found = answer();
    answers.set(path, found);
    return found;
  }
}

/** The path of what stands in a folder. */
export function inFolder(folder: string, name: string): string {
  return folder.endsWith(sep) ? `${folder}${name}` : `${folder}${sep}${name}`;
}

function nameIn(folder: string, path: string): string {
  return path.slice(folder.endsWith(sep) ? folder.length : folder.length + 1);
}

/** A name without all that can be an extension, in small letters. */
function startOf(name: string): string {
  const dot = name.indexOf(".", 1);
  return (dot === -1 ? name : name.slice(0, dot)).toLowerCase();
}

const noEntries: ReadonlyMap<string, Kind> = new Map();

/** Windows has several names for one file; elsewhere names beyond ASCII can be written in several ways. */
function entriesOf(folder: string): ReadonlyMap<string, Kind> | undefined {
  if (process.platform === "win32") return undefined;
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.every(({ name }) => isPlain(name)) ? new Map(entries.map((entry) => [entry.name, entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other"])) : undefined;
  } catch {
    return undefined;
  }
}

function isPlain(name: string): boolean {
  return /^[\u0001-\u007f]*$/.test(name);
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

let looks = new Looks(-1);

/** Those of this epoch. */
export function looksNow(): Looks {
  const now = epoch();
  if (looks.isOver(now)) looks = new Looks(now);
  return looks;
}
