/**
 * What can be done after an error with this code:
 *
 * - `throttled`: the call was not executed; retry later, with backoff.
 * - `transient`: retry with backoff if the call is idempotent.
 * - `pending`: the resource is busy or not ready; wait for its state, then retry.
 * - `renew`: retry once, after re-signing or refreshing the credentials.
 * - `permanent`: a retry cannot help; something must change first.
 * - `unclassified`: the documents do not say.
 */
export type RetryClass = "throttled" | "transient" | "pending" | "renew" | "permanent" | "unclassified";

/** The classes with which a retry of the same call can succeed. */
export type RetryableClass = "throttled" | "transient" | "pending";

/**
 * What tells a retry class, from the strongest to the weakest:
 *
 * - `code`: what is known about exactly this code.
 * - `sentence`: a documented sentence says that trying again later helps.
 * - `wording`: the words of the subcode, such as `Busy` or `NotFound`.
 * - `family`: what nearly all codes of the family are.
 * - `nothing`: the class is `unclassified`.
 */
export type RetryEvidence = "code" | "sentence" | "wording" | "family" | "nothing";

/** A retry class with the reason why it was given. */
export interface RetryInfo<Class extends RetryClass = RetryClass> {
  readonly class: Class;
  /** The kind of the evidence. */
  readonly by: RetryEvidence;
  /** Where the class comes from, for people. */
  readonly evidence: string;
}

/** The languages in which Tencent Cloud publishes its documentation pages. */
export type Language = "en" | "zh" | "ja" | "ko";

/** A description of a code, as published. */
export interface CodeDescription {
  readonly text: string;
  readonly language: Language;
  /** The table of the page that it stands in. */
  readonly table: "common" | "service";
}

/** What is documented about one error code. */
export interface ErrorCodeInfo<Class extends RetryClass = RetryClass> {
  /** What stands before the first dot of the code, or the whole code. */
  readonly family: string;
  /** Whether the API gateway can return it for any service. */
  readonly common: boolean;
  readonly retry: RetryInfo<Class>;
  /** Empty where the facts come from a source without text that may be repeated. */
  readonly descriptions: readonly CodeDescription[];
}

/** What is documented about one service, in one shape for all services. */
export interface ServiceTable {
  /** The SDK's name of the service, such as `cbs`. */
  readonly id: string;
  /** API versions, such as `2017-03-12`, oldest first. Empty where the sources name none. */
  readonly versions: readonly string[];
  /** Every code documented for the service, the common ones included. */
  readonly codes: Readonly<Record<string, ErrorCodeInfo>>;
  /** The codes listed for each action; the common ones can come as well. Empty where the sources list none. */
  readonly actions: Readonly<Record<string, readonly string[]>>;
}
