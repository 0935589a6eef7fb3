/*
 * Calls that leave things as they are: logs, and pauses. The names are the methods of `console`, the levels of usual loggers,
 * the methods of clients for metrics, and what a program calls between two attempts.
 */
const logger = /^(?:console|log|logger)$/i;
const logMethod = /^(?:count|debug|error|fatal|gauge|histogram|inc|increment|info|log|notice|observe|print|println|timing|trace|verbose|warn|warning)$/;
const writing = /^(?:assert|(?:log|print)[A-Z]\w*)$/;
const pause = /^(?:backoff|delay|pause|setTimeout|sleep|wait)\w*$/i;
const harmlessWait = /^(?:sleep|delay|wait|pause|backoff|setTimeout|resolve|allSettled|nextTick)$/i;

/** Whether an object of this name writes down whatever it is called with. */
export function isLoggerName(name: string): boolean {
  return logger.test(name);
}

/** Whether a method of this name is that of a logger or of metrics: whatever it gets, it looks at nothing. */
export function isLogMethod(name: string): boolean {
  return logMethod.test(name);
}

/** Whether a function of this name only writes down what it gets: whoever comes next does not hear of it. */
export function isLogName(name: string): boolean {
  return logMethod.test(name) || writing.test(name);
}

/** Whether a function of this name only takes time: what it is handed is for how long. */
export function isPauseName(name: string): boolean {
  return pause.test(name);
}

/** Whether waiting for a function of just this name brings no error of its own; a `waitForDisk` can fail where a `wait` cannot. */
export function bringsNoError(name: string): boolean {
  return harmlessWait.test(name);
}
