import { dirname } from "node:path/posix";

import type { Fragment } from "../../catalog/model.js";

/** A folder with pages that do not tell their service. */
export interface UntoldFolder {
  readonly folder: string;
  readonly files: readonly string[];
  /** The one service that the pages of actions in it tell; undefined where they tell none or several. */
  readonly service: string | undefined;
}

/**
 * Groups the pages that do not tell their service by folder, with what the pages of actions below that folder tell: the
 * page of error codes of a service lies beside them.
 */
export function untoldFolders(pages: readonly Fragment[]): readonly UntoldFolder[] {
  const untold = new Map<string, string[]>();
  for (const { file, service } of pages) {
    if (service !== "") continue;
    const folder = dirname(file);
    untold.set(folder, [...(untold.get(folder) ?? []), file]);
  }
  const below = servicesBelow(pages, untold);
  return [...untold].map(([folder, files]) => {
    const services = below.get(folder) ?? new Set();
    return { folder, files, service: services.size === 1 ? [...services][0] : undefined };
  });
}

/** The services that pages of actions in some folders, or below them, tell. */
function servicesBelow(pages: readonly Fragment[], folders: ReadonlyMap<string, unknown>): ReadonlyMap<string, ReadonlySet<string>> {
  const services = new Map<string, Set<string>>();
  for (const { kind, file, service } of pages) {
    if (kind !== "api-page" || service === "") continue;
    for (const folder of foldersAbove(file)) {
      if (folders.has(folder)) services.set(folder, (services.get(folder) ?? new Set()).add(service));
    }
  }
  return services;
}

function* foldersAbove(file: string): Generator<string> {
  for (let folder = dirname(file), below = file; folder !== below; [below, folder] = [folder, dirname(folder)]) yield folder;
}
