import { wordsOf } from "./words.js";

/*
 * What has to be new before a call can succeed that failed for its signature, its token or its clock, and what makes it new: the
 * words of credentials, tokens, signatures and clocks.
 */

/** Words that name what makes a signature or a token good again. */
const renewing = new Set([
  "assume", "auth", "calibrate", "calibration", "clock", "connect", "credential", "credentials", "drift", "expire", "invalidate", "login", "ntp", "offset", "reauth",
  "reauthenticate", "reconnect", "recreate", "refresh", "refreshed", "reinit", "reload", "renew", "renewed", "resign", "reset", "rotate", "secret", "skew", "sts", "sync",
  "synchronize", "token",
]);
const signing = new Set(["authorization", "sign", "signature"]);
/** Beside "time", they name a clock that is put right. */
const ofClocks = new Set(["adjust", "adjusted", "adjustment", "correct", "corrected", "correction", "delta", "diff", "difference", "gap", "lag", "remote", "server", "shift"]);
/** Beside "client", they name another client. */
const making = new Set(["another", "build", "create", "fresh", "init", "initialize", "make", "new", "open", "rebuild", "replace", "setup", "switch"]);
const dropping = /^(?:clear|delete|destroy|drop|evict|invalidate|remove|reset)(?:[A-Z]\w*)?$/;
const fetched = new Set(["assume", "clock", "credential", "login", "ntp", "refresh", "secret", "sts", "token"]);

function singularWordsOf(text: string): readonly string[] {
  return wordsOf(text).map((word) => (renewing.has(word) ? word : word.replace(/s$/, "")));
}

/** Whether a name says that credentials, a signature, a clock or a client is renewed, or is what has to be renewed. */
export function saysRenewal(text: string): boolean {
  const words = singularWordsOf(text);
  return words.some((word) => renewing.has(word)) || (words.some((word) => /^time(?:stamp)?$/.test(word)) && words.some((word) => ofClocks.has(word)));
}

/** `signRequest`, `headers.Authorization` */
export function saysSigning(text: string): boolean {
  return singularWordsOf(text).some((word) => signing.has(word));
}

/** `getCredential`, `fetchStsToken`, `serverTime` */
export function saysFetching(text: string): boolean {
  const words = singularWordsOf(text);
  return words.some((word) => fetched.has(word)) || (words.includes("time") && words.includes("server"));
}

export function saysClient(text: string): boolean {
  return singularWordsOf(text).includes("client");
}

/** `createClient`, `newCbsClient` */
export function saysNewClient(name: string): boolean {
  const words = singularWordsOf(name);
  return words.includes("client") && words.some((word) => making.has(word));
}

/** `delete`, `clear`: of a cache, they make what is asked for next come anew. */
export function saysDropping(name: string): boolean {
  return dropping.test(name);
}

/** A name that asks: what it is called for may have expired, and is not renewed by that. */
export function saysQuestion(name: string): boolean {
  return /^(?:are|can|has|is|may|must|needs?|should|was|were)(?:[A-Z]|$)/.test(name);
}

/** Names of counters and of pauses. */
export function saysCount(name: string): boolean {
  return /attempt|backoff|count|delay|depth|interval|left|limit|max|pause|remaining|retr(?:y|ies)|sleep|timeout|times$|tries|wait/i.test(name);
}
