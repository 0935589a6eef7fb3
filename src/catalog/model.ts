import type { Language } from "../codemap/types.js";

/** A place in a source: one-based line and column. */
export interface Position {
  /** Path as given by the user, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The kinds of source that facts come from. */
export type SourceKind = "error-code-page" | "api-page" | "go-sdk" | "facts";

/** One row of a code table or one line of a code list, as read. */
export interface CodeRow {
  /** Exactly as documented, spelling mistakes included. */
  readonly code: string;
  /** Plain text; absent where the source has none or where it may not be repeated. */
  readonly description?: string;
  /** Whether the text says that trying again later helps. */
  readonly tryAgainLater?: boolean;
  readonly at: Position;
}

/** What one source says: the common form that every reader returns. */
export interface Fragment {
  readonly kind: SourceKind;
  readonly file: string;
  readonly language?: Language;
  /** The SDK's name of the service. */
  readonly service: string;
  /** API versions such as `2017-03-12`. */
  readonly versions: readonly string[];
  readonly product?: number;
  /** Rows of the table of the gateway's codes. */
  readonly common: readonly CodeRow[];
  /** Rows of the service's own table. */
  readonly codes: readonly CodeRow[];
  /** Codes by action, by API version where it is known (else under ""). */
  readonly actions: ReadonlyMap<string, ReadonlyMap<string, readonly CodeRow[]>>;
  /** Which of the actions have the parameter `ClientToken`; absent where the source does not tell the parameters. */
  readonly withClientToken?: readonly string[];
  /**
   * The actions that are named as those that only look something up (`DescribeDisks`), and may do more, sorted; absent
   * where the source does not describe its actions.
   */
  readonly moreThanNamed?: readonly string[];
  readonly anomalies: readonly Anomaly[];
  /** The day that the source is of, `YYYY-MM-DD`; absent where it does not tell, as pages do not. */
  readonly date?: string;
}

/** Something in a source that a person should look at; never repaired. */
export interface Anomaly {
  readonly kind: string;
  /** One full sentence with the offending value. */
  readonly message: string;
  readonly at: Position;
}

/** A published description of a code. */
export interface Description {
  readonly text: string;
  readonly language: Language;
  readonly table: "common" | "service";
}

/** All that the sources together say about one code of one service, or of the gateway. */
export interface CodeEntry {
  readonly code: string;
  /** Sorted by language, then table; without repeats. */
  readonly descriptions: readonly Description[];
  /** Whether a documented sentence says that trying again later helps. */
  readonly tryAgainLater: boolean;
  /** The services, this one included, where a documented sentence says so of the same code; sorted. */
  readonly laterIn: readonly string[];
  /** Which kinds of source list the code; sorted. */
  readonly sources: readonly SourceKind[];
}

/** One service. Maps are sorted by key (plain code-unit order). */
export interface ServiceEntry {
  readonly id: string;
  /** API versions, oldest first. */
  readonly versions: readonly string[];
  readonly product?: number;
  /** The service's own table; a code here may be a common code too. */
  readonly codes: ReadonlyMap<string, CodeEntry>;
  /** Own codes by action, over all API versions. */
  readonly actions: ReadonlyMap<string, readonly string[]>;
  /** The actions that have the parameter `ClientToken` in any API version, sorted; absent unless it is known of all actions. */
  readonly withClientToken?: readonly string[];
  /** The actions that are named as those that only look something up, and may do more in an API version, sorted; absent unless it is known of all actions. */
  readonly moreThanNamed?: readonly string[];
  /** The day that the newest source is of; absent unless all sources tell theirs. */
  readonly date?: string;
  /** The files that the facts come from. */
  readonly sources: readonly string[];
}

/** What is documented where. */
export interface Catalog {
  /** The gateway's codes: the union of the common tables of all pages. */
  readonly common: ReadonlyMap<string, CodeEntry>;
  readonly services: ReadonlyMap<string, ServiceEntry>;
  readonly anomalies: readonly Anomaly[];
}

/** The part of a code before its first dot, or the whole code. */
export function familyOf(code: string): string {
  const dot = code.indexOf(".");
  return dot === -1 ? code : code.slice(0, dot);
}
