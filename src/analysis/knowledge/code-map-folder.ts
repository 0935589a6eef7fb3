import { readFileSync } from "node:fs";
import { join } from "node:path";
import { encodingFault } from "../../catalog/encoding.js";
import { catalogStamp } from "../../catalog/stamp.js";
import { excerptOf, quoted } from "../../catalog/printable.js";
import { CodeMapError } from "./code-map-error.js";
import { LiteralError, LiteralReader } from "./literals.js";
import { statsOf } from "./resolve-code-map.js";

const extensions = [".ts", ".js", ".mjs"];

/** The module that tells whether a folder is a code map at all. */
const FIRST = "registry";

const again = "run `tencentcloud-codes generate` again.";

/** Bytes of one file: many times those of all services' largest. */
const largest = 16 * 1024 * 1024;

interface FileVersion {
  readonly time: number;
  readonly size: number;
}

/** The files of a code map, of which each is read when it is asked for. */
export class CodeMapFolder {
  private readonly versions = new Map<string, FileVersion>();

  constructor(
    private readonly name: string,
    private readonly folder: string,
  ) {}

  /**
   * Reads the module `module`.
   *
   * @throws CodeMapError when there is none, or when it is of another format or damaged
   */
  read<Table>(module: string, read: (file: TableFile) => Table): Table {
    const path = this.pathOf(module);
    const text = this.textOf(path);
    const file = new TableFile(text);
    const stamp = file.stamp();
    if (stamp === undefined && module === FIRST) throw new CodeMapError(this.name, `is no code map: ${path} holds no tables of tencentcloud-codes. Name a folder that \`tencentcloud-codes generate\` wrote.`);
    if (stamp !== undefined && stamp !== catalogStamp) throw new CodeMapError(this.name, `is a code map of format ${excerptOf(stamp)} instead of ${catalogStamp}; ${again}`);
    try {
      return read(file);
    } catch (error) {
      if (!(error instanceof LiteralError)) throw error;
      throw new CodeMapError(this.name, `is damaged: ${path}:${placeOf(text, error.offset)}: ${error.message}; ${again}`);
    }
  }

  /** Whether all files that were read have the size and the time of then. */
  isUnchanged(): boolean {
    return [...this.versions].every(([path, { time, size }]) => {
      const now = versionOf(path);
      return now?.time === time && now.size === size;
    });
  }

  private pathOf(module: string): string {
    // A registry can name services as it likes; what they are called must not lead out of the folder.
    if (!/^[a-z][a-z0-9]*$/.test(module)) throw new CodeMapError(this.name, `is damaged: it names a service ${quoted(module)}; ${again}`);
    const paths = extensions.map((extension) => join(this.folder, module + extension));
    const path = paths.find((candidate) => versionOf(candidate) !== undefined);
    if (path !== undefined) return path;
    const reason = module === FIRST ? "is no code map: it has no" : "is damaged: it has no";
    const remedy = module === FIRST ? "name a folder that `tencentcloud-codes generate` wrote." : again;
    throw new CodeMapError(this.name, `${reason} ${join(this.folder, `${module}.ts`)}; ${remedy}`);
  }

  private textOf(path: string): string {
    const version = versionOf(path);
    if (version !== undefined && version.size > largest) throw new CodeMapError(this.name, `cannot be read: ${path} has ${String(version.size)} bytes, more than any code map.`);
    let bytes: Buffer;
    try {
      // Before the text: what is written between the two makes the file new once more.
      if (version !== undefined) this.versions.set(path, version);
      bytes = readFileSync(path);
    } catch (error) {
      throw new CodeMapError(this.name, `cannot be read: ${path} (${error instanceof Error && "code" in error ? String(error.code) : String(error)}).`);
    }
    const fault = encodingFault(bytes);
    if (fault === undefined) return bytes.toString("utf8");
    throw new CodeMapError(this.name, `cannot be read: ${[path, ...Object.values(fault.at ?? {})].join(":")}: ${fault.says}`);
  }
}

/** One generated file. Strings of the tables hold no line ends, so that what begins a line is code. */
export class TableFile {
  constructor(private readonly text: string) {}

  /** The format of the tables; undefined for a file that has none. */
  stamp(): string | undefined {
    return /^(?:export )?(?:const|var|let) catalogStamp\b[^=\n]*=\s*["']([^"'\n]*)["']/m.exec(this.text)?.[1];
  }

  declares(name: string): boolean {
    return declarationOf(name).test(this.text);
  }

  /** `const name = …` */
  constant<Value>(name: string, is: (value: unknown) => value is Value): Value {
    const reader = new LiteralReader(this.text);
    reader.skip(declarationOf(name), `the table "${name}"`);
    return this.checked(reader.value(), is, name);
  }

  /** The arguments of `tableOf(commonErrorCodes, …)`. */
  tableOf<A, B, C>(isA: (value: unknown) => value is A, isB: (value: unknown) => value is B, isC: (value: unknown) => value is C): readonly [A, B, C] {
    const reader = new LiteralReader(this.text);
    reader.skip(/^(?:const|var|let) codes =\s*(?:\/\*[^*]*\*\/\s*)?tableOf\(\s*commonErrorCodes\s*,/gm, 'the table "codes"');
    const a = this.checked(reader.value(), isA, "codes");
    reader.skip(/\s*,/y, "a comma");
    const b = this.checked(reader.value(), isB, "codes");
    reader.skip(/\s*,/y, "a comma");
    return [a, b, this.checked(reader.value(), isC, "codes")];
  }

  /** The versions in `const service = { id: …, versions: … }`. */
  versions<Value>(is: (value: unknown) => value is Value): Value {
    const reader = new LiteralReader(this.text);
    reader.skip(/^(?:export )?(?:const|var|let) service\b[^={\n]*=\s*\{\s*id:\s*/gm, 'the table "service"');
    reader.value();
    reader.skip(/\s*,\s*versions:/y, "the versions");
    return this.checked(reader.value(), is, "service");
  }

  private checked<Value>(value: unknown, is: (value: unknown) => value is Value, name: string): Value {
    if (is(value)) return value;
    throw new LiteralError(`the table "${name}" holds something else than expected`, 0);
  }
}

function declarationOf(name: string): RegExp {
  return new RegExp(String.raw`^(?:export )?(?:const|var|let) ${name}\b[^=\n]*=\s*(?=["'[{])`, "gm");
}

function versionOf(path: string): FileVersion | undefined {
  const found = statsOf(path);
  return found?.isFile() === true ? { time: found.mtimeMs, size: found.size } : undefined;
}

function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split("\n");
  return `${String(lines.length)}:${String((lines.at(-1)?.length ?? 0) + 1)}`;
}
