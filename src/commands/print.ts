import { printableLines } from "../catalog/printable.js";

/** Writes lines to the standard output. What files say can stand in them: no character reaches a terminal that it would obey. */
export function print(text: string): void {
  process.stdout.write(printableLines(text));
}

/** As `print`, to the standard error. */
export function printError(text: string): void {
  process.stderr.write(printableLines(text));
}
