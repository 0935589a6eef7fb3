import type { Position } from "./model.js";
import { excerptOf, printable } from "./printable.js";

/** Longer paths, in UTF-16 units, are cut: nobody has such files. */
const LONGEST_PATH = 1000;

/**
 * Input that cannot be used: a file, an option or a name that the user gave.
 * The command line prints `file:line:column: message` on one line and exits with 2.
 */
export class InputError extends Error {
  override readonly name = "InputError";

  /**
   * @param message one full sentence with the offending value and what to do about it
   * @param at where in the input, as far as it is known
   */
  constructor(
    message: string,
    readonly at?: { readonly file: string; readonly line?: number; readonly column?: number } | Position,
  ) {
    super(message);
  }

  /** The one line that the user sees; whatever the file says, it stays one. */
  get line(): string {
    if (this.at === undefined) return printable(this.message);
    const { file, line, column } = this.at;
    // A path of nothing but spaces would not be seen.
    const shown = file.trim() === "" ? `"${file}"` : file;
    const place = [excerptOf(shown, LONGEST_PATH), line, column].filter((part) => part !== undefined).join(":");
    return printable(`${place}: ${this.message}`);
  }
}
