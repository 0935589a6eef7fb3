import { isServiceId, parsePageName } from "../catalog/page-name.js";

/** The folder in a catalog in which an import works; it is there as long as the import runs. */
export const WORK = ".import";

/** What the work folder holds while files are being changed: the list of them, and copies of those that were there before. */
export const CHANGE = `${WORK}/change`;
export const CHANGE_LIST = `${CHANGE}/files.json`;
export const COPIES = `${CHANGE}/before`;
/** An empty folder by which the folder in which a change was begun is told from every copy of it. */
export const MARK = `${CHANGE}/mark`;

/** The folders of a catalog that only imports write to. */
export const ownFolders: ReadonlySet<string> = new Set([WORK, "documents", "services"]);

/** The folders of sources in a catalog. */
export type SourceFolder = "documents" | "services";

/** Whether a path, relative to a catalog and with forward slashes, is of a file that imports write. */
export function isCatalogPath(path: string): boolean {
  if (path === "ANOMALIES.md") return true;
  const [folder, name, ...rest] = path.split("/");
  if (name === undefined || rest.length > 0) return false;
  if (folder === "documents") return parsePageName(name) !== undefined;
  return folder === "services" && name.endsWith(".json") && isServiceId(name.slice(0, -".json".length));
}
