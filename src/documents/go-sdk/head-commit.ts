import { readTextInside } from "../../catalog/files.js";

const ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
/** A branch or a tag, in a form that is safe to be a path. */
const REFERENCE = /^ref: (refs\/(?!.*\.\.)[^\s\\~^:?*[\p{Cc}]{1,200})$/u;

/**
 * The id of the commit that a checkout is of, from the files in its `.git`: no program runs, and nothing outside is read. A
 * `.git` that points to another folder, as in a submodule, is not followed.
 *
 * @returns undefined where the files do not tell it
 */
export function headCommit(directory: string): string | undefined {
  const head = textOf(directory, "HEAD")?.trim() ?? "";
  if (ID.test(head)) return head;
  const reference = REFERENCE.exec(head)?.[1];
  if (reference === undefined) return undefined;
  const loose = textOf(directory, reference)?.trim();
  return loose === undefined ? packed(directory, reference) : ID.exec(loose)?.[0];
}

function packed(directory: string, reference: string): string | undefined {
  const lines = textOf(directory, "packed-refs")?.split("\n") ?? [];
  const id = lines.find((line) => line.trimEnd().endsWith(` ${reference}`))?.split(" ")[0];
  return id === undefined ? undefined : ID.exec(id)?.[0];
}

/** Undefined for what is not there and what is odd: the commit stays unknown then, which the import says. */
function textOf(directory: string, path: string): string | undefined {
  try {
    return readTextInside(directory, `.git/${path}`);
  } catch {
    return undefined;
  }
}
