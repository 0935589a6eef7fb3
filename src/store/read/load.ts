import { requireCatalog } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";
import type { Catalog } from "../../catalog/model.js";
import { readCatalog } from "./folder.js";
import { mergeState, readState, stateOf, toCatalog } from "./state.js";

/**
 * Reads a catalog directory: `documents/<service>.<lang>.md` and `services/<service>.json`.
 *
 * @param directory as the user gave it; positions in messages start with it
 * @throws InputError with file, line and column when anything in it cannot be used
 */
export function loadCatalog(directory: string): Catalog {
  requireCatalog(directory);
  const state = readState(directory);
  if (state.facts.size === 0 && state.pages.size === 0) {
    throw new InputError("The catalog holds no documents/<service>.<lang>.md and no services/<service>.json.", { file: directory });
  }
  return toCatalog(state, directory);
}

/**
 * The gateway's codes in the pages of a catalog directory; its facts, which name none, are not read.
 *
 * @throws InputError with file, line and column when a page cannot be used
 */
export function loadCommonCodes(directory: string): Catalog["common"] {
  return readCatalog(directory, (catalog) => mergeState(stateOf(catalog, ["documents"]), directory).common);
}
