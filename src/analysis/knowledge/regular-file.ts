import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { statsOf } from "./resolve-code-map.js";

/**
 * The bytes of a regular file; undefined for a path that leads nowhere, to something else, or to more than `largest` bytes.
 * A pipe is not waited for, also where it takes the place of the file at this moment.
 */
export function bytesOf(path: string, largest: number): Buffer | undefined {
  // Some devices do something when they are opened.
  if (statsOf(path)?.isFile() !== true) return undefined;
  try {
    const descriptor = openSync(path, constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0));
    try {
      const found = fstatSync(descriptor);
      return found.isFile() && found.size <= largest ? readFileSync(descriptor) : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}
