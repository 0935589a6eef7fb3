/*
 * What an action or a function does, by its name. The verbs are those that the actions of the API's services begin with
 * (`catalog/services`), the names of functions are the usual ones for the same.
 */

/** Verbs of actions that do something once more when they are called once more: make, buy, send. */
export const mutatingVerbs: readonly string[] = [
  "Add", "Allocate", "Apply", "Buy", "Clone", "Copy", "Create", "Exec", "Execute", "Import", "Insert", "Invoke", "Order", "Pay", "Publish", "Purchase", "Recharge", "Refund",
  "Register", "Renew", "Run", "Send", "Submit", "Transfer", "Upload",
];

/** Whether the name of an action starts with one of the verbs: `CreateDisks`, not `CreatedAt`. */
export function startsWithVerb(action: string, verbs: readonly string[]): boolean {
  return verbs.some((verb) => action.startsWith(verb) && !/[a-z]/.test(action.charAt(verb.length)));
}

/** Verbs of actions that look something up, nearly always. */
export const lookingVerbs: readonly string[] = ["Check", "Count", "Describe", "Get", "Head", "List", "Pull", "Query", "Search"];

/** Verbs of actions that only read, for those of which the code map does not tell. */
export const readingVerbs: readonly string[] = [...lookingVerbs, "Download", "Inquire", "Inquiry"];

const reading = /^(?:check|describe|fetch|find|get|has|head|inspect|is|list|load|lookup|poll|query|read|search|wait)(?:[A-Z]\w*)?$/;
const creating = /^(?:add|allocate|apply|buy|clone|copy|create|deploy|import|launch|publish|register|restore|run|upload)(?:[A-Z]\w*)?$/;

/** Whether a function of this name only reads. */
export function isReadingName(name: string): boolean {
  return reading.test(name);
}

/** Whether an action or a function of this name brings a resource into being. */
export function isCreatingName(name: string): boolean {
  return creating.test(`${name.charAt(0).toLowerCase()}${name.slice(1)}`);
}

/** Actions of which the result itself has a field `Error`, about the job that was asked for, not about the call: by the types of their responses in the SDK. */
export const resultsWithError: ReadonlySet<string> = new Set(["GetReconstructDocumentResult", "GetSplitDocumentResult"]);
