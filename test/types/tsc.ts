import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The compilers by version; the aliases are development dependencies. */
export const COMPILERS = { "5.5": "typescript-5.5", "5.9": "typescript-5.9", "6.0": "typescript", "7.0": "typescript-7.0" } as const;

/** What a compiler printed, and the numbers of its own statistics where it was asked for them. */
export interface TscResult {
  readonly errors: readonly string[];
  readonly numbers: Readonly<Record<string, number>>;
}

const BASE = { target: "ES2023", lib: ["ES2023"], module: "NodeNext", moduleResolution: "NodeNext", strict: true, exactOptionalPropertyTypes: true, noEmit: true };

/** Runs a compiler on files of this repository, as a user's project would. */
export function tsc(version: keyof typeof COMPILERS, files: readonly string[], options: Readonly<Record<string, unknown>> = {}): TscResult {
  return withProject({}, (folder) => run(version, folder, files.map((file) => resolve(file)), options));
}

/** Runs a compiler on one file that is given as text, in a project that has the code map and Node's types. */
export function tscOnText(version: keyof typeof COMPILERS, text: string, options: Readonly<Record<string, unknown>> = {}): TscResult {
  return withProject({ "main.ts": text }, (folder) => run(version, folder, ["main.ts"], { skipLibCheck: true, ...options }));
}

function withProject(texts: Readonly<Record<string, string>>, use: (folder: string) => TscResult): TscResult {
  const folder = mkdtempSync(join(tmpdir(), "tsc-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    for (const name of ["tencentcloud-error-codes", "@types", "undici-types"]) symlinkSync(resolve("node_modules", name), join(folder, "node_modules", name));
    writeFileSync(join(folder, "package.json"), `{"type":"module"}`);
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(version: keyof typeof COMPILERS, folder: string, files: readonly string[], options: Readonly<Record<string, unknown>>): TscResult {
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...BASE, types: [], ...options }, files }));
  // With the collector at hand the compiler says what it holds, rather than what happens not to be collected yet.
  const printed = outputOf(process.execPath, ["--expose-gc", resolve("node_modules", COMPILERS[version], "bin", "tsc"), "-p", folder, "--pretty", "false"]);
  const lines = printed.split("\n");
  const errors = lines.filter((line) => /error TS\d+/.test(line) || /^ {2,}\S/.test(line)).map((line) => line.replace(/^.*?(?=error TS)/, ""));
  const numbers = lines.flatMap((line) => /^([A-Z][\w ]+): +([\d.]+)(?:K|s)?$/.exec(line)?.slice(1, 3) ?? []);
  return { errors, numbers: Object.fromEntries(pairs(numbers)) };
}

function outputOf(command: string, args: readonly string[]): string {
  try {
    return execFileSync(command, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
}

function pairs(flat: readonly string[]): [string, number][] {
  return flat.flatMap((name, index): [string, number][] => (index % 2 === 0 ? [[name, Number(flat[index + 1])]] : []));
}
