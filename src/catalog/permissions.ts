import { chmodSync, writeFileSync } from "node:fs";

import { lstatOf } from "./files.js";

const PERMISSIONS = 0o777;

/** Writes a file where there is none, with the permissions of the one whose place it will take, where there is one. */
export function writeLike(old: string, fresh: string, content: string | Buffer, options: { readonly flush?: boolean } = {}): void {
  const mode = modeOf(old);
  // From the first byte on: nobody else may read it in the meantime either.
  writeFileSync(fresh, content, { ...options, flag: "wx", ...(mode === undefined ? {} : { mode }) });
  keepPermissions(old, fresh);
}

/** Gives a file or a folder the permissions of the one whose place it will take; the user's mask may have taken some away. */
export function keepPermissions(old: string, fresh: string): void {
  const mode = modeOf(old);
  if (mode !== undefined && mode !== modeOf(fresh)) chmodSync(fresh, mode);
}

function modeOf(path: string): number | undefined {
  const found = lstatOf(path);
  return found === undefined ? undefined : found.mode & PERMISSIONS;
}
