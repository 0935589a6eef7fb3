import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { reasonOf, readBytes, readText } from "../../catalog/files.js";
import type { SdkFacts, ServiceFacts, SourceStamp, VersionFacts } from "../../catalog/facts.js";
import { InputError } from "../../catalog/input-error.js";
import type { Anomaly } from "../../catalog/model.js";
import { compare } from "../../catalog/order.js";
import { saysTryAgainLater } from "../../catalog/try-again-later.js";
import { shapeOf } from "../../catalog/code-shape.js";
import { isServiceId } from "../../catalog/page-name.js";
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
  readonly folder: string;
  readonly version: string;
}

const SOURCES = "tencentcloud";
const VERSION_FOLDER = /^v(\d{4})(\d{2})(\d{2})$/;

/** Whether a directory is a checkout of Tencent Cloud's Go SDK. */
export function isGoSdk(directory: string): boolean {
  const sources = join(directory, SOURCES);
  return existsSync(join(sources, "common")) && serviceFolders(sources).some((id) => releasesOf(join(sources, id)).length > 0);
}

/**
 * Reads the services, API versions, codes, codes per action and actions with a `ClientToken` of a checkout of the Go SDK.
 * A version without `errors.go` has no codes, one without `client.go` no actions; one without `models.go` does not tell
 * which actions have a `ClientToken`.
 *
 * @param directory the checkout's root
 * @throws InputError when it holds no service or a file cannot be read
 */
export function readGoSdk(directory: string, options: CheckoutOptions): CheckoutFacts {
  const sources = join(directory, SOURCES);
  const products = existsSync(join(directory, "products.md"))
    ? readProducts(readText(join(directory, "products.md")))
    : new Map<string, number>();
  const ids = serviceFolders(sources).filter((id) => releasesOf(join(sources, id)).length > 0);
  if (ids.length === 0) throw new InputError("The checkout of the SDK holds no service.", { file: directory });
  const client = join(releasesOf(join(sources, ids[0] ?? ""))[0]?.folder ?? "", "client.go");
  const stamp = stampOf(directory, client, options.stamp);
  const anomalies: Anomaly[] = [];
  const services = ids.map((id, index) => {
    const product = products.get(id);
    const sdk = readService(join(sources, id), stamp, options.descriptions, anomalies);
    options.onService?.(index + 1, ids.length, id);
    return { service: id, ...(product === undefined ? {} : { product }), sdks: new Map([[sdk.repository, sdk]]) };
  });
  return { stamp, services, anomalies };
}

function readService(folder: string, stamp: SourceStamp, descriptions: boolean, anomalies: Anomaly[]): SdkFacts {
  const constants: ErrorConstant[] = [];
  const versions = new Map<string, VersionFacts>();
  for (const release of releasesOf(folder)) {
    const file = join(release.folder, "errors.go");
    const read = existsSync(file) ? readErrorConstants(readText(file)) : [];
    constants.push(...read.filter((constant) => isUsable(constant, file, anomalies)));
    versions.set(release.version, versionFacts(release, read, anomalies));
  }
  const tryAgainLater = constants.filter(({ comment }) => saysTryAgainLater(comment)).map(({ code }) => code);
  return {
    ...stamp,
    versions,
    tryAgainLater: [...new Set(tryAgainLater)].sort(compare),
    descriptions: descriptions ? commentsOf(constants) : new Map(),
  };
}

function versionFacts(release: Release, constants: readonly ErrorConstant[], anomalies: Anomaly[]): VersionFacts {
  const codes = [...new Set(constants.map(({ code }) => code))].sort(compare);
  const file = join(release.folder, "client.go");
  const listed = existsSync(file) ? readClient(readText(file)).actions : new Map<string, readonly string[]>();
  const own = new Set(codes);
  const actions = new Map<string, readonly string[]>();
  for (const [action, list] of [...listed].sort(([a], [b]) => compare(a, b))) {
    for (const code of list.filter((code) => !own.has(code))) {
      const message = `The action ${action} lists the code "${code}", which is not in the service's own list.`;
      anomalies.push({ kind: "action-code-not-listed", message, at: { file: slashed(file), line: 1, column: 1 } });
    }
    actions.set(action, [...list].sort(compare));
  }
  const models = join(release.folder, "models.go");
  if (!existsSync(models)) return { codes, actions };
  const withClientToken = readClientTokens(readBytes(models)).filter((action) => actions.has(action));
  return { codes, actions, withClientToken: withClientToken.sort(compare) };
}

function isUsable({ code, line }: ErrorConstant, file: string, anomalies: Anomaly[]): boolean {
  const shape = shapeOf(code);
  const at = { file: slashed(file), line, column: 1 };
  if (shape.kind === "malformed") anomalies.push({ kind: "malformed-code", message: `The code "${code}" ${shape.why}.`, at });
  if (shape.kind === "none") throw new InputError(`"${code}" is no error code.`, at);
  return true;
}

function commentsOf(constants: readonly ErrorConstant[]): ReadonlyMap<string, string> {
  const described = constants.filter(({ comment }) => comment !== "");
  return new Map(described.map(({ code, comment }): [string, string] => [code, comment]).sort(([a], [b]) => compare(a, b)));
}

function serviceFolders(sources: string): readonly string[] {
  return foldersIn(sources).filter(isServiceId).sort(compare);
}

/** The API versions of a service's folder, oldest first. */
function releasesOf(folder: string): readonly Release[] {
  const releases = foldersIn(folder).flatMap((name) => {
    const [, year, month, day] = VERSION_FOLDER.exec(name) ?? [];
    return year === undefined ? [] : [{ folder: join(folder, name), version: `${year}-${month}-${day}` }];
  });
  return releases.sort((a, b) => compare(a.version, b.version));
}

function foldersIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch (error) {
    throw new InputError(`The folder cannot be read: ${reasonOf(error)}.`, { file: directory });
  }
}

function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}
