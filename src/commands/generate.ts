import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

import { pathInside, readTextInside, reasonOf, slashed } from "../catalog/files.js";
import { InputError } from "../catalog/input-error.js";
import { ownFolders } from "../store/layout.js";
import { loadCatalog, loadCommonCodes } from "../store/read/load.js";
import type { Catalog } from "../catalog/model.js";
import { printable, quoted } from "../catalog/printable.js";
import { unknownName } from "../catalog/unknown-name.js";
import { packageRoot } from "../catalog/package-root.js";
import { loadRetryPolicy } from "../catalog/retry.js";
import type { RetryPolicyTable } from "../catalog/retry.js";
import { retryReport } from "../catalog/retry-report.js";
import { driftOf, OTHER_LINE_ENDS } from "../codegen/drift.js";
import type { emitCodeMap } from "../codegen/emit.js";
import { clearBeside, readPlainFolder, replaceFolder, writeFile } from "../codegen/folder.js";
import { HEADER } from "../codegen/header.js";
import { print } from "./print.js";

/** What the user asked of `generate`. */
export interface GenerateOptions {
  /** The catalog's folder; `catalog` by default. */
  readonly catalog?: string;
  /** The folder to write; `generated/src` by default. */
  readonly out?: string;
  /** Names of services between commas; all services by default. */
  readonly services?: string;
  /** Whether to write nothing and to compare instead. */
  readonly check?: boolean;
}

/**
 * Writes the code map, or with `check` compares what is there with what would be written and prints the difference.
 *
 * @returns the exit code: 0 when all is well, 1 when `check` found a difference
 * @throws InputError when the catalog, a service's name or the output folder cannot be used
 */
export async function runGenerate(options: GenerateOptions): Promise<number> {
  const catalogDir = catalogToGenerate(options.catalog);
  const out = options.out ?? join("generated", "src");
  refuseFoldersOf(catalogDir, out);
  const emit = await loadEmitter();
  const own = loadCatalog(catalogDir);
  const catalog = chooseServices(withCommonCodes(own), options.services);
  const policy = loadRetryPolicy(catalogDir);
  const files = emit(catalog, policy, readRuntime());
  const report = options.services === undefined ? reportOf(catalogDir, catalog, policy) : [];
  const drift = [...driftOf(readTarget(out), files), ...report.flatMap(({ drift: lines }) => lines)];
  if (options.check === true) return printDrift(drift, out);
  if (drift.length > 0) {
    replaceFolder(resolve(out), files);
    // The published catalog can stand where nothing may be written.
    for (const { path, text } of report.filter((file) => file.drift.length > 0)) writeFile(path, text);
  } else clearBeside(resolve(out));
  const changed = drift.length > 0 ? "" : "; nothing has changed";
  print(`${String(catalog.services.size)} ${catalog.services.size === 1 ? "service" : "services"}, ${String(files.size)} files in ${printable(out)}${own.common.size === 0 ? ", with the published common codes" : ""}${changed}.\n`);
  return 0;
}

/** The report on the retry policy, which stands beside the policy; none where the catalog has no policy of its own. */
function reportOf(catalogDir: string, catalog: Catalog, policy: RetryPolicyTable): readonly ReportFile[] {
  if (pathInside(catalogDir, "retry.json") === undefined) return [];
  const path = join(catalogDir, "RETRY.md");
  const text = retryReport(catalog, policy);
  const old = readTextInside(catalogDir, "RETRY.md");
  const present = new Map(old === undefined ? [] : [[path, old]]);
  return [{ path, text, drift: driftOf(present, new Map([[path, text]])) }];
}

interface ReportFile {
  readonly path: string;
  readonly text: string;
  readonly drift: readonly string[];
}

/** The emitter, with ts-morph: no other command and no rule loads it. */
async function loadEmitter(): Promise<typeof emitCodeMap> {
  try {
    return (await import("../codegen/emit.js")).emitCodeMap;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND" && error.message.includes("ts-morph")) {
      throw new InputError("generate needs ts-morph: add it with `npm install --save-dev ts-morph@28`.");
    }
    throw error;
  }
}

/** Neither the SDK nor the page of one action lists the gateway's codes; where a catalog has none, the published ones count. */
function withCommonCodes(catalog: Catalog): Catalog {
  return catalog.common.size > 0 ? catalog : { ...catalog, common: loadCommonCodes(join(packageRoot(), "catalog")) };
}

function chooseServices(catalog: Catalog, names: string | undefined): Catalog {
  if (names === undefined) return catalog;
  const wanted = new Set(names.split(",").map((name) => name.trim()));
  const unknown = [...wanted].find((name) => !catalog.services.has(name));
  if (unknown !== undefined) throw unknownName("The catalog", "service", unknown, catalog.services.keys());
  return { ...catalog, services: new Map([...catalog.services].filter(([id]) => wanted.has(id))) };
}

/** The folder that the user named, or `catalog`. */
function catalogToGenerate(told: string | undefined): string {
  if (told !== undefined || existsSync("catalog")) return told ?? "catalog";
  throw new InputError(`There is no folder "catalog" here. Pass \`--catalog ${publishedCatalog()}\` for the published catalog, or make one of your own with \`tencentcloud-codes import\`.`);
}

/** The published catalog, by the path that stays with the next version: the package itself can stand in a folder that is named after its version. */
function publishedCatalog(): string {
  const installed = "node_modules/eslint-plugin-tencentcloud/catalog";
  const own = join(packageRoot(), "catalog");
  return existsSync(installed) && realpathSync(installed) === realpathSync(own) ? installed : slashed(relative(process.cwd(), own));
}

/** The hand-written half of the code map, text by file name. */
function readRuntime(): ReadonlyMap<string, string> {
  const folder = join(packageRoot(), "src", "codemap");
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** A code map in a folder that imports work in would be in their way. */
function refuseFoldersOf(catalogDir: string, out: string): void {
  const [folder = ""] = relative(resolve(catalogDir), resolve(out)).split(sep, 1);
  if (ownFolders.has(folder.toLowerCase())) throw new InputError(`The folder ${quoted(folder)} of a catalog is the catalog's own; choose another folder.`, { file: out });
}

/** What stands in the output folder. Nothing that this command has not written itself is ever replaced. */
function readTarget(out: string): ReadonlyMap<string, string> {
  const isOurs = (file: string, text: string): void => {
    if (!text.startsWith(HEADER)) throw new InputError(`The output folder holds ${quoted(file)}, which generate has not written; choose another folder.`, { file: out });
  };
  try {
    return readPlainFolder(resolve(out), isOurs);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`The output folder cannot be read: ${reasonOf(error)}.`, { file: out });
  }
}

const LINE_ENDS = "The files have the line ends of Windows, as git can write them. Put the line `*.ts text eol=lf` into a .gitattributes in that folder's parent, and check the files out again.";

function printDrift(drift: readonly string[], out: string): number {
  if (drift.length === 0) {
    print(`${printable(out)} is what the catalog says.\n`);
    return 0;
  }
  const advice = drift.every((line) => line.startsWith(OTHER_LINE_ENDS)) ? LINE_ENDS : "Run `tencentcloud-codes generate` and commit the result.";
  print(`${[`${printable(out)} is not what the catalog says:`, ...drift.map(printable), advice].join("\n")}\n`);
  return 1;
}
