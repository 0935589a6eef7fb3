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
