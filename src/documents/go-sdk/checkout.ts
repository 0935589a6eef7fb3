import { readdirSync } from "node:fs";
import { join } from "node:path";

import { oddFile, pathInside, readBytes, readTextInside, reasonOf, slashed } from "../../catalog/files.js";
import type { SdkFacts, ServiceFacts, SourceStamp, VersionFacts } from "../../catalog/facts.js";
import { InputError } from "../../catalog/input-error.js";
import type { Anomaly } from "../../catalog/model.js";
import { compare } from "../../catalog/order.js";
import { saysTryAgainLater } from "../../catalog/try-again-later.js";
import { shapeOf } from "../../catalog/code-shape.js";
import { quoted } from "../../catalog/printable.js";
import { looksLikeServiceId, problemOfServiceId } from "../../catalog/page-name.js";
import { readClient } from "./client-go.js";
import { readErrorConstants, type ErrorConstant } from "./errors-go.js";
import { readClientTokens } from "./models-go.js";
import { readProducts } from "./products.js";
import { stampOf, type StampOptions } from "./stamp.js";

/** What a checkout says, service by service. */
export interface CheckoutFacts {
  readonly stamp: SourceStamp;
  readonly services: readonly ServiceFacts[];
  readonly anomalies: readonly Anomaly[];
}

export interface CheckoutOptions {
  /** What the user says about the checkout's commit. */
  readonly stamp: StampOptions;
  /** Whether to keep the comments of the codes, which are other people's sentences. */
  readonly descriptions: boolean;
  /** Called after each service. */
  readonly onService?: (done: number, total: number, service: string) => void;
}

interface Release {
  /** Relative to the checkout, with forward slashes. */
  readonly folder: string;
  readonly version: string;
}

const SOURCES = "tencentcloud";
const VERSION_FOLDER = /^v(\d{4})(\d{2})(\d{2})$/;

/** Whether a directory is a checkout of Tencent Cloud's Go SDK. */
export function isGoSdk(directory: string): boolean {
  return pathInside(directory, `${SOURCES}/common`) !== undefined && servicesIn(directory).length > 0;
}

/**
 * Reads the services, API versions, codes, codes per action, actions with a `ClientToken` and actions that may do more
 * than their names say of a checkout of the Go SDK.
 * A version without `errors.go` has no codes, one without `client.go` no actions; one without `models.go` does not tell
 * which actions have a `ClientToken`.
 *
 * @param directory the checkout's root
 * @throws InputError when it holds no service or a file cannot be read
 */
export function readGoSdk(directory: string, options: CheckoutOptions): CheckoutFacts {
  const products = readProducts(readTextInside(directory, "products.md") ?? "");
  const ids = servicesIn(directory);
  const [first] = ids;
  if (first === undefined) throw new InputError("The checkout of the SDK holds no service.", { file: directory });
  for (const id of ids) requireServiceId(id, directory);
  const stamp = stampOf(directory, `${releasesOf(directory, first)[0]?.folder ?? ""}/client.go`, options.stamp);
  const anomalies: Anomaly[] = [];
  const services = ids.map((id, index) => {
    const product = products.get(id);
    const sdk = readService(directory, id, stamp, options.descriptions, anomalies);
    options.onService?.(index + 1, ids.length, id);
    return { service: id, ...(product === undefined ? {} : { product }), sdks: new Map([[sdk.repository, sdk]]) };
  });
  return { stamp, services, anomalies };
}

function readService(directory: string, service: string, stamp: SourceStamp, descriptions: boolean, anomalies: Anomaly[]): SdkFacts {
  const constants: ErrorConstant[] = [];
  const versions = new Map<string, VersionFacts>();
  for (const release of releasesOf(directory, service)) {
    const file = `${release.folder}/errors.go`;
    const read = readErrorConstants(readTextInside(directory, file) ?? "");
    for (const constant of read) if (isUsable(constant, slashed(join(directory, file)), anomalies)) constants.push(constant);
    versions.set(release.version, versionFacts(directory, release, read, anomalies));
  }
  const tryAgainLater = constants.filter(({ comment }) => saysTryAgainLater(comment)).map(({ code }) => code);
  return {
    ...stamp,
    versions,
    tryAgainLater: [...new Set(tryAgainLater)].sort(compare),
    descriptions: descriptions ? commentsOf(constants) : new Map(),
  };
}

function versionFacts(directory: string, release: Release, constants: readonly ErrorConstant[], anomalies: Anomaly[]): VersionFacts {
  const codes = [...new Set(constants.map(({ code }) => code))].sort(compare);
  const file = `${release.folder}/client.go`;
  const { actions: listed, moreThanNamed } = readClient(readTextInside(directory, file) ?? "");
  const own = new Set(codes);
  const actions = new Map<string, readonly string[]>();
  for (const [action, list] of [...listed].sort(([a], [b]) => compare(a, b))) {
    const odd = list.find((code) => !own.has(code) && shapeOf(code).kind === "none");
    if (odd !== undefined) throw new InputError(`The action ${action} lists ${quoted(odd)}, which is no error code.`, { file: slashed(join(directory, file)) });
    for (const code of list.filter((code) => !own.has(code))) {
      const message = `The action ${action} lists the code ${quoted(code)}, which is not in the service's own list.`;
      anomalies.push({ kind: "action-code-not-listed", message, at: { file: slashed(join(directory, file)), line: 1, column: 1 } });
    }
    actions.set(action, [...list].sort(compare));
  }
  const models = pathInside(directory, `${release.folder}/models.go`);
  const known = { codes, actions, moreThanNamed: [...moreThanNamed].sort(compare) };
  if (models === undefined) return known;
  const withClientToken = readClientTokens(readBytes(slashed(models))).filter((action) => actions.has(action));
  return { ...known, withClientToken: withClientToken.sort(compare) };
}

function isUsable({ code, line }: ErrorConstant, file: string, anomalies: Anomaly[]): boolean {
  const shape = shapeOf(code);
  const at = { file, line, column: 1 };
  if (shape.kind === "malformed") anomalies.push({ kind: "malformed-code", message: `The code ${quoted(code)} ${shape.why}.`, at });
  if (shape.kind === "none") throw new InputError(`${quoted(code)} is no error code.`, at);
  return true;
}

function commentsOf(constants: readonly ErrorConstant[]): ReadonlyMap<string, string> {
  const described = constants.filter(({ comment }) => comment !== "");
  return new Map(described.map(({ code, comment }): [string, string] => [code, comment]).sort(([a], [b]) => compare(a, b)));
}

/** The services of which a checkout has a version; sorted. */
function servicesIn(directory: string): readonly string[] {
  const folders = foldersIn(directory, SOURCES, looksLikeServiceId);
  return folders.filter((id) => releasesOf(directory, id).length > 0).sort(compare);
}

function requireServiceId(id: string, directory: string): void {
  const problem = problemOfServiceId(id);
  if (problem !== undefined) throw new InputError(problem, { file: slashed(join(directory, SOURCES, id)) });
}

/** The API versions of a service, oldest first. */
function releasesOf(directory: string, service: string): readonly Release[] {
  const path = `${SOURCES}/${service}`;
  const releases = foldersIn(directory, path, (name) => VERSION_FOLDER.test(name)).map((name) => {
    const [, year = "", month = "", day = ""] = VERSION_FOLDER.exec(name) ?? [];
    return { folder: `${path}/${name}`, version: `${year}-${month}-${day}` };
  });
  return releases.sort((a, b) => compare(a.version, b.version));
}

/** The folders in a folder of a checkout whose names are wanted. Links are refused: a checkout of the SDK has none. */
function foldersIn(directory: string, path: string, wanted: (name: string) => boolean): readonly string[] {
  const folder = pathInside(directory, path) ?? join(directory, path);
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new InputError(`The folder cannot be read: ${reasonOf(error)}.`, { file: slashed(folder) });
  }
  return entries.flatMap((entry) => {
    if (!wanted(entry.name)) return [];
    if (entry.isSymbolicLink()) throw oddFile(entry, join(folder, entry.name));
    return entry.isDirectory() ? [entry.name] : [];
  });
}
