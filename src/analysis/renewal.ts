import type { AnalyzedFile } from "./file.js";
import { clientOf } from "./clients.js";
import type { Trace } from "./trace.js";
import { calleeName } from "./syntax.js";

/** Words that name what makes a signature or a token good again. */
const renewing = /assume|clock|credential|login|ntp|reauth|reconnect|refresh|reload|renew|re-?sign|reset|rotate|secret|sign(?!al)|sync|token/i;

/** Whether something is renewed on the way: a new client, fresh credentials, a corrected clock. */
export function renews(file: AnalyzedFile, trace: Trace): boolean {
  for (const node of trace.reached) {
    if (node.type === "NewExpression" && clientOf(file, node) !== undefined) return true;
    if ((node.type === "CallExpression" || node.type === "NewExpression") && renewing.test(calleeName(node) ?? "")) return true;
    if (node.type === "AssignmentExpression") {
      const written = file.sourceCode.getText(node.left);
      if (renewing.test(written) || /client/i.test(written)) return true;
    }
  }
  return false;
}
