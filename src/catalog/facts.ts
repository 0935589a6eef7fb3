/** The form of a facts file that this version reads and writes. */
export const FACTS_FORMAT = 1;

/** What an SDK was read from. */
export interface SourceStamp {
  /** `owner/name` of the public repository. */
  readonly repository: string;
  /** The full commit id; absent where the checkout does not tell it. */
  readonly commit?: string;
  /** The day of the commit, `YYYY-MM-DD`. */
  readonly date?: string;
}

/** One API version of a service. */
export interface VersionFacts {
  /** Sorted, without repeats. */
  readonly codes: readonly string[];
  /** Codes by action, both sorted; empty for an action that lists none. */
  readonly actions: ReadonlyMap<string, readonly string[]>;
  /** The actions that have the parameter `ClientToken`, sorted; absent where the source does not tell the parameters. */
  readonly withClientToken?: readonly string[];
  /**
   * The actions that are named as those that only look something up (`DescribeDisks`), and may do more, sorted; absent
   * where the source does not describe its actions.
   */
  readonly moreThanNamed?: readonly string[];
}

/** What pages of single actions say. */
export interface PageFacts {
  readonly versions: ReadonlyMap<string, VersionFacts>;
  /** The codes of which a documented sentence says that trying again later helps; sorted. */
  readonly tryAgainLater: readonly string[];
}

/** What the sources of an SDK say. */
export interface SdkFacts extends PageFacts, SourceStamp {
  /** Descriptions by code, where the import was told to keep them. */
  readonly descriptions: ReadonlyMap<string, string>;
}

/** One `services/<service>.json`. */
export interface ServiceFacts {
  readonly service: string;
  /** The number of the product's documentation. */
  readonly product?: number;
  /** What each SDK says, by its repository. */
  readonly sdks: ReadonlyMap<string, SdkFacts>;
  readonly pages?: PageFacts;
}
