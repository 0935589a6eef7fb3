import { linesOf } from "../../catalog/lines.js";

/** A constant of an `errors.go`. */
export interface ErrorConstant {
  readonly code: string;
  /** The comment above it, on one line; empty where there is none. */
  readonly comment: string;
  /** One-based. */
  readonly line: number;
}

const CONSTANT = /^\s+[A-Z0-9_]+ = "([^"\\]{0,500})"\s*$/;
const COMMENT = /^\s+\/\/ ?(.*)$/;

/**
 * Reads the error-code constants of an `errors.go`, each with its comment. A file without constants
 * is the rule for a service without codes of its own.
 *
 * @param text the Go source
 */
export function readErrorConstants(text: string): readonly ErrorConstant[] {
  const constants: ErrorConstant[] = [];
  let comment: string[] = [];
  let number = 0;
  for (const line of linesOf(text)) {
    number += 1;
    const code = CONSTANT.exec(line)?.[1];
    if (code !== undefined) constants.push({ code, comment: comment.join(" ").trim(), line: number });
    const words = COMMENT.exec(line)?.[1];
    if (words !== undefined) comment.push(words.trim());
    else if (comment.length > 0) comment = [];
  }
  return constants;
}
