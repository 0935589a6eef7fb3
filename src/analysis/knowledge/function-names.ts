/*
 * What a function does, or a variable is, by its name, where the code does not show it: JavaScript's own methods, and the usual
 * names around promises, callbacks, queues and screens.
 */

const onlyReads =
  /^(?:are|as|can|classify|code|describe|endsWith|ensure|entries|extract|format|from|get|has|in|includes|indexOf|inspect|is|keys|match|matches|normali[sz]e|parse|pick|read|should|some|startsWith|String|stringify|test|to|unwrap|values)(?:[A-Z]\w*)?$/;

/** Whether a call of this name only looks at the error, or takes something out of it: `isThrottled`, `codes.includes`. */
export function isLookingName(name: string): boolean {
  return onlyReads.test(name);
}

const passesOn =
  /^(?:alert|callback|cb|done|next|push|reject|toast|unshift|(?:add|capture|emit|notify|record|report|warn|set(?!Timeout|Interval|Immediate))(?:[A-Z]\w*)?)$/;

/** Whether a call of this name keeps the error, shows it or passes it on at the end, and decides nothing. */
export function isPassingOnName(name: string): boolean {
  return passesOn.test(name);
}

const attemptName =
  /^(?:attempts?|tries|try(?:Count|Number|No)|retr(?:y|ies)\w*|\w*(?:Attempts?|Retr(?:y|ies)|Tries))$/;

/** Whether a variable of this name counts attempts: what a call reads of it does not make it another call. */
export function isAttemptName(name: string): boolean {
  return attemptName.test(name);
}

const taking =
  /^(?:dequeue|next|poll|pop|read|receive|recv|reserve|shift|splice|take)(?:[A-Z]\w*)?$|Next(?:[A-Z]\w*)?$/;

/** Whether a call of this name gives something else each time: the next item of a queue. */
export function isTakingName(name: string): boolean {
  return taking.test(name);
}

/** Functions that run what they are handed later: the repeat is not where it stands, but it comes. */
export const timers: ReadonlySet<string> = new Set(["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "nextTick", "requestIdleCallback", "defer"]);

/** The usual names of functions that take nothing that can be, so that the compiler finds the case which is left: `absurd` of fp-ts, `assertNever` of the TypeScript handbook, and those of applications. */
export const neverChecks: ReadonlySet<string> = new Set(["absurd", "assertNever", "assertUnreachable", "exhaustive", "exhaustiveCheck", "unreachable"]);

/** Functions that throw unless what they get first is true: of Node's `assert`, of `invariant`. */
export const assertions: ReadonlySet<string> = new Set(["assert", "invariant", "ok"]);

/** Functions that give a text another form for people: those of i18next, vue-i18n, FormatJS and gettext, and chalk's colours. */
export const translations: ReadonlySet<string> = new Set(["t", "$t", "tr", "translate", "i18n", "gettext", "format", "formatMessage", "bold", "red", "yellow", "cyan", "gray", "dim"]);

/** Methods that put something into what they are called on: of arrays, sets and maps. */
export const addingMethods: ReadonlySet<string> = new Set(["add", "push", "set", "unshift"]);

const told = /^(?:code|fn|func|call|callback|cb|task|work|operation|attempt|action|run|problem|fault|res|response|answer)$|[eE]rr(?:or)?$|Response$/;

/** Whether a parameter of this name is an error, a code, a response or a function: what tells the next function something about errors. */
export function isTellingParameter(name: string): boolean {
  return told.test(name);
}

const question = /^(?:is|has|should|can|may)[A-Z]/;
const ofRetries = /retry|retriable/i;

/** Whether a function of this name is a predicate that can be asked about an error: `isGone`, `shouldRetry`. */
export function isPredicateName(name: string): boolean {
  return question.test(name) || ofRetries.test(name);
}
