import { linesOf } from "../../catalog/lines.js";

/** What the tag of the field begins with, and of few others. */
const MARK = `json:"ClientToken`;
const REQUEST = /^type ([A-Za-z0-9_]{1,200})Request struct \{/;
const FIELD = /^\s*[A-Z]\w{0,200}\s[^`]*`(?:[^`]* )?json:"ClientToken[",]/;

/**
 * Reads from a `models.go` which actions have the parameter `ClientToken`: those whose request has a field of that
 * JSON name itself. A token in a structure that the request holds is none of the request's.
 *
 * @param source the file's bytes, as nine of ten files say so little about tokens that they need not become text
 * @returns the actions in the order of the source
 */
export function readClientTokens(source: Buffer): readonly string[] {
  if (!source.includes(MARK)) return [];
  const actions = new Set<string>();
  /** The action whose request is being read. */
  let action: string | undefined;
  /** How many braces are open in it. */
  let depth = 0;
  for (const line of linesOf(source.toString("utf8"))) {
    if (line.startsWith("type ")) [action, depth] = [REQUEST.exec(line)?.[1], 1];
    else if (action !== undefined) {
      if (depth === 1 && FIELD.test(line)) actions.add(action);
      depth += nesting(line.trim());
      if (depth === 0) action = undefined;
    }
  }
  return [...actions];
}

/** By how many levels the lines after this one are deeper. */
function nesting(line: string): -1 | 0 | 1 {
  if (line.startsWith("}")) return -1;
  return line.endsWith("{") && !line.startsWith("//") ? 1 : 0;
}
