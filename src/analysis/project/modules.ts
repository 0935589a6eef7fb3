import { files } from "./files.js";
import { parseModule, type ParsedModule } from "./parse.js";
import { exportsOf, type ExportTable } from "./exports.js";
import { importsOf, type ImportBinding } from "./imports.js";

/** A file that an import led to, with what was found out about it. Kept for the life of the process, as long as the file stays the same. */
export class ProjectModule {
  private syntax: ParsedModule | "unreadable" | undefined;
  private table: ExportTable | undefined;
  private bindings: readonly ImportBinding[] | undefined;

  constructor(
    readonly path: string,
    readonly stamp: string,
    readonly text: string,
  ) {}

  /** Undefined where it cannot be parsed. */
  parsed(): ParsedModule | undefined {
    this.syntax ??= parseSafely(this.path, this.text);
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
}

function parseSafely(path: string, text: string): ParsedModule | "unreadable" {
  try {
    return parseModule(path, text) ?? "unreadable";
  } catch {
    // Syntax that the parser does not know, or no parser for this machine: nothing is said about the module.
    return "unreadable";
  }
}

/** In characters. A syntax tree takes more than a hundred times as much memory as its text. */
const mostText = 120_000;

/** Those that were asked for last come last. */
const kept = new Map<string, ProjectModule>();
let keptText = 0;

/** The module at a path; undefined where there is no file, or one that is too large or no text. */
export function moduleAt(path: string): ProjectModule | undefined {
  const stamp = files().stamp(path);
  const known = kept.get(path);
  if (known !== undefined) drop(known);
  if (stamp === undefined) return undefined;
  const text = known?.stamp === stamp ? known.text : files().read(path);
  if (text === undefined) return undefined;
  const found = known?.stamp === stamp ? known : new ProjectModule(path, stamp, text);
  kept.set(path, found);
  keptText += text.length;
  for (const oldest of kept.values()) {
    if (keptText <= mostText || oldest === found) break;
    drop(oldest);
  }
  return found;
}

function drop(module: ProjectModule): void {
  kept.delete(module.path);
  keptText -= module.text.length;
}
