import { dirname, join } from "node:path";
import { nearestFile } from "../../init/places.js";
import { configFiles } from "../../init/project.js";
import { readText, reasonOf } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";
import { excerptOf, printable } from "../../catalog/printable.js";
import { printError } from "../print.js";
import { nothingOwn, type OwnFindings } from "./explanation.js";

interface Found {
  readonly codeMap: string;
  /** The folder that a relative path is relative to. */
  readonly folder: string;
  /** What to call the setting in a message. */
  readonly name: string;
}

/**
 * What one's own code map says.
 *
 * @param told the option `--code-map`; where it is not given, the setting of the ESLint configuration counts
 * @param read what is done with the findings, which read their tables as they are asked
 * @throws InputError when there is no such code map, or it cannot be used
 */
export async function withOwnCodeMap<Result>(told: string | undefined, read: (own: OwnFindings) => Result): Promise<Result> {
  const found = told === undefined ? await configuredCodeMap(process.cwd()) : { codeMap: told, folder: process.cwd(), name: "--code-map" };
  if (found === undefined) return read(nothingOwn);
  // The code map of the package is not loaded where nobody asks for another.
  const [{ readOwnCodeMap }, { CodeMapError }] = await Promise.all([import("./own-code-map.js"), import("../../analysis/knowledge/code-map-error.js")]);
  try {
    return read(readOwnCodeMap(found.codeMap, found.folder));
  } catch (error) {
    if (error instanceof CodeMapError) throw new InputError(`${found.name}: ${error.fault}`);
    throw error;
  }
}

/** ESLint repeats the configuration's own words. */
const LONGEST_REASON = 300;

/** The setting `codeMap`. A configuration is loaded only where its text speaks of it: that takes longer than an answer. */
async function configuredCodeMap(cwd: string): Promise<Found | undefined> {
  const file = nearestFile(cwd, configFiles);
  if (file === undefined || !readText(file).includes("codeMap")) return undefined;
  const folder = dirname(file);
  try {
    const [{ ESLint }, { readSettings }] = await Promise.all([import("eslint"), import("../../analysis/source/settings.js")]);
    const eslint = new ESLint({ cwd: folder });
    for (const name of ["src/index.ts", "index.ts", "index.js"]) {
      const config = (await eslint.calculateConfigForFile(join(folder, name))) as { readonly settings?: unknown } | undefined;
      const { codeMap } = readSettings(config?.settings);
      if (codeMap !== undefined) return { codeMap, folder, name: "settings.tencentcloud.codeMap" };
    }
  } catch (error) {
    printError(`${printable(file)}: It cannot be loaded, so its codeMap is not read: ${excerptOf(reasonOf(error), LONGEST_REASON)}. Pass --code-map to name one.\n`);
  }
  return undefined;
}
