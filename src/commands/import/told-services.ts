import { normalize } from "node:path/posix";

import { slashed } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";
import { problemOfServiceId } from "../../catalog/page-name.js";

/** Which service the pages in a file or folder are of, as far as the user says it. */
export type TellService = (file: string) => string | undefined;

/**
 * Understands the values of `--service`: `<name>` for all pages that do not tell their service, `<folder>=<name>` for
 * those of one folder. The innermost folder counts.
 *
 * @throws InputError when a name cannot be a service's, or two values are for the same pages
 */
export function toldServices(values: readonly string[]): TellService {
  const told = new Map<string, string>();
  for (const value of values) {
    const at = value.lastIndexOf("=");
    const folder = at === -1 ? "" : withSlash(value.slice(0, at));
    const service = value.slice(at + 1);
    const problem = problemOfServiceId(service);
    if (problem !== undefined) throw new InputError(problem);
    const earlier = told.get(folder);
    if (earlier !== undefined && earlier !== service) {
      throw new InputError(`--service says both "${earlier}" and "${service}" for the same pages; write --service "<folder>=<name>" for each folder.`);
    }
    told.set(folder, service);
  }
  const folders = [...told].sort(([a], [b]) => b.length - a.length);
  return (file) => folders.find(([folder]) => withSlash(file).startsWith(folder))?.[1];
}

/** A folder or a file in the one form in which they are compared. */
function withSlash(path: string): string {
  return `${normalize(slashed(path))}/`.replace("//", "/");
}
