import { IndentationText, Project } from "ts-morph";

import type { Catalog } from "../catalog/model.js";
import type { RetryPolicyTable } from "../catalog/retry.js";
import { fill, header } from "./file.js";
import type { CodeFile } from "./file.js";
import { registryFile, serviceActionsFile, serviceIdsFile } from "./registry-files.js";
import { commonFile, guardsFile, indexFile, retryFile } from "./root-files.js";
import { serviceFile } from "./service-file.js";
import { shippedPolicy } from "./shipped-policy.js";

/**
 * The code map of a catalog.
 *
 * @param runtime the hand-written half, text by file name
 * @returns the text of each file by its path in the output folder, in plain order of the paths
 * @throws InputError for a service's name that can be no file's name
 */
export function emitCodeMap(catalog: Catalog, policy: RetryPolicyTable, runtime: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const shipped = shippedPolicy(catalog, policy);
  const files = [
    indexFile(),
    commonFile(catalog, policy),
    guardsFile(),
    registryFile(catalog, policy, shipped),
    retryFile(shipped),
    serviceActionsFile(catalog),
    serviceIdsFile(catalog),
    ...[...catalog.services.values()].map((service) => serviceFile(service, catalog, policy)),
  ];
  const copied = [...runtime].map(([name, text]): [string, string] => [`runtime/${name}`, `${header([`src/codemap/${name}`])}\n${text}`]);
  return new Map([...print(files), ...copied].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The files' text. What several files declare alike is printed once, by one project in memory. */
function print(files: readonly CodeFile[]): readonly [string, string][] {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true, manipulationSettings: { indentationText: IndentationText.TwoSpaces } });
  const printed = new Map<CodeFile["declarations"], string>();
  return files.map((file) => {
    const { path, declarations } = file;
    const text = printed.get(declarations) ?? project.createSourceFile(path, { statements: [...declarations] }).getFullText();
    printed.set(declarations, text);
    return [path, fill(text, file)];
  });
}
