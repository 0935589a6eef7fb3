import { printable, quoted } from "../../catalog/printable.js";

/** A code map of one's own that cannot be used; ESLint ends its run with it. */
export class CodeMapError extends Error {
  override readonly name = "CodeMapError";

  /** The message without the setting's name. */
  readonly fault: string;

  /**
   * @param codeMap the setting
   * @param reason what is wrong, and what to do about it, after the setting's value
   */
  constructor(codeMap: string, reason: string) {
    const fault = `${quoted(codeMap)} ${printable(reason)}`;
    super(`Key "settings": Key "tencentcloud": Key "codeMap": ${fault}`);
    this.fault = fault;
    // ESLint prints the stack of what a rule throws. Where in this package a code map is read helps nobody.
    this.stack = this.message;
  }
}
