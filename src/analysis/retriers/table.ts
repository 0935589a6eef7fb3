import { directly, directlyOrInContext, type RepeatsBy } from "./library-retry.js";

/** A function among a library's options that decides, or can decide, about a repeat. */
export interface OptionForm {
  /** The position of the error among its parameters. */
  readonly error: number;
  readonly ways: readonly (readonly string[])[];
  readonly repeats: RepeatsBy;
}

/** A function of a library that calls what it is handed until it succeeds. */
export interface LibraryFunction {
  readonly module: string;
  /** The name that it is exported by; "" for the default export. */
  readonly name: string;
  /** The positions of what is tried and of the options. */
  readonly attempt: number;
  readonly options: number;
  readonly deciders: Readonly<Record<string, OptionForm>>;
  /** Errors that stop the library when what is tried throws them. */
  readonly stopErrors: readonly string[];
  /** Functions that stop the library when what is tried calls them. */
  readonly stopCalls: readonly string[];
  /** Whether nothing but a call of the function that what is tried gets first repeats, rather than any `throw`. */
  readonly repeatsOnlyWhenAsked?: true;
}

const predicate: OptionForm = { error: 0, ways: directly, repeats: { by: "truth" } };

const pRetry: Omit<LibraryFunction, "name"> = {
  module: "p-retry",
  attempt: 0,
  options: 1,
  deciders: {
    // The error itself up to version 6, a context with the error from version 7 on.
    shouldRetry: { error: 0, ways: directlyOrInContext, repeats: { by: "truth" } },
    onFailedAttempt: { error: 0, ways: directlyOrInContext, repeats: { by: "no-throw", stopCalls: [] } },
  },
  stopErrors: ["AbortError"],
  stopCalls: [],
};

const tsRetryPromise: Omit<LibraryFunction, "name"> = {
  module: "ts-retry-promise",
  attempt: 0,
  options: 1,
  deciders: { retryIf: predicate },
  stopErrors: ["NotRetryableError"],
  stopCalls: [],
};

const promiseRetry: Omit<LibraryFunction, "module"> = {
  name: "",
  attempt: 0,
  options: 1,
  deciders: {},
  stopErrors: [],
  stopCalls: [],
  repeatsOnlyWhenAsked: true,
};

/** Libraries whose options are one object beside what is tried. Each line is tested against the library itself. */
export const libraryFunctions: readonly LibraryFunction[] = [
  { ...pRetry, name: "" },
  { ...pRetry, name: "makeRetriable" },
  // `bail(error)` settles the promise, but only a `return` after it ends the repeats.
  { module: "async-retry", name: "", attempt: 0, options: 1, deciders: {}, stopErrors: [], stopCalls: [] },
  { ...promiseRetry, module: "promise-retry" },
  { module: "exponential-backoff", name: "backOff", attempt: 0, options: 1, deciders: { retry: predicate }, stopErrors: [], stopCalls: [] },
  { ...tsRetryPromise, name: "retry" },
  { ...tsRetryPromise, name: "retryDecorator" },
  {
    module: "@lifeomic/attempt",
    name: "retry",
    attempt: 0,
    options: 1,
    deciders: { handleError: { error: 0, ways: directly, repeats: { by: "no-throw", stopCalls: ["abort"] } } },
    stopErrors: [],
    stopCalls: ["abort"],
  },
];
