import { printable, quoted } from "../../catalog/printable.js";
import { SetupError } from "./setup-error.js";

/** A code map of one's own that cannot be used; ESLint ends its run with it. */
export class CodeMapError extends SetupError {
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
  }
}
