/*
 * Where errors carry other errors, and what is made of them. `cause` is the language's own and `reason` that of settled
 * promises; the others are the usual names for it in applications.
 */

/** Properties that wrap the error which caused another. */
export const wrapperNames: ReadonlySet<string> = new Set(["cause", "err", "error", "inner", "innerError", "original", "originalError", "reason", "sdkError"]);

/** Of these, the ones that lead to the error itself: of a settled promise, of what a retry library hands over. */
export const carrierNames: ReadonlySet<string> = new Set(["error", "reason"]);

/** What can be taken out of an error or a response and still tells of the error: the fields of both, and the error that is wrapped. */
export const partsOfErrors: ReadonlySet<string> = new Set(["Code", "Error", "Response", "code", "message", ...wrapperNames]);

/** Classes of which an SDK exception is an instance too, or that say nothing. */
export const generalClasses: ReadonlySet<string> = new Set(["Error", "Object"]);

/** The language's own classes of errors: none of them has a `code`. */
export const plainErrors: ReadonlySet<string> = new Set(["Error", "TypeError", "RangeError", "SyntaxError"]);

/** Functions that write down a whole value as a text: `JSON.stringify`, `inspect` of Node's `util`. */
export const serializers: ReadonlySet<string> = new Set(["stringify", "inspect"]);

const putsIntoWords = /(?:Message|Msg|Text|Details?|Info|Stack|String)$|^(?:build|create|make|serialize|to|wrap)\w*(?:Error|Exception)$|^(?:normali[sz]e|serialize)\w*(?:Err|Error|Exception)$/;

/** Whether a function of this name puts an error into words, or makes an error of whatever was thrown: `getErrorMessage`, `toError`. */
export function isWordingName(name: string): boolean {
  return name === "String" || serializers.has(name) || putsIntoWords.test(name);
}

const errorName = /^(?:e|ex|err|error|exc|exception|reason|failure|cause)$/i;

/** Whether a parameter of this name is an error. */
export function isErrorName(name: string): boolean {
  return errorName.test(name);
}

const messageName = /(?:message|msg|text|reason|description|detail)s?$/i;

/** Whether a parameter is called a text for people, which may hold a code among other words. */
export function isMessageName(name: string): boolean {
  return messageName.test(name);
}
