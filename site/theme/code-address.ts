/** What the part of an address after `#` on the page of codes names. */
export interface CodeAddress {
  readonly code?: string;
  readonly service?: string;
  /** The name of a family, whose codes are listed. */
  readonly family?: string;
}

/** Reads `#InvalidDisk.Busy`, `#cbs/InvalidDisk.Busy` and `#InvalidDisk.*`. */
export function readCodeAddress(hash: string): CodeAddress {
  const text = decoded(hash.replace(/^#/, "")).trim();
  if (text === "") return {};
  if (text.endsWith(".*")) return { family: text.slice(0, -2) };
  const slash = text.indexOf("/");
  return slash === -1 ? { code: text } : { service: text.slice(0, slash), code: text.slice(slash + 1) };
}

/** The text that a part of an address stands for; what is no such part stands for itself. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
