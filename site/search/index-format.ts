import type { PackedCodes } from "./packed-codes.js";
import type { RetryInfo } from "../../src/codemap/types.js";

/**
 * The file that a search needs before its first result. Codes and services are numbered by their place in the lists.
 */
export interface CodeIndexFile {
  /** The services' names, sorted. */
  readonly services: readonly string[];
  /** The retry classes with their evidence. */
  readonly retries: readonly RetryInfo[];
  /** Every documented code, sorted. */
  readonly codes: PackedCodes;
  /** For each code: the place of its class in `retries`, as most of its services have it. */
  readonly retry: readonly number[];
  /** For each code: the numbers of the services whose own lists have it, between spaces; one code a line. */
  readonly owners: string;
  /** The numbers of the gateway's codes. */
  readonly common: readonly number[];
  /** Where a service's class differs: by `<code> <service>`, the place in `retries`. */
  readonly differing: Readonly<Record<string, number>>;
}

/** The file with the actions, which is asked for after the first results: names between spaces, one service a line. */
export interface ActionIndexFile {
  readonly actions: string;
}

/** One code of a service's file: the code, the place of its class in `retries`, and its descriptions. */
export type CodeRow = readonly [code: string, retry: number, descriptions?: readonly DescriptionRow[]];

/** A published description: its language and the text, and for one of the gateway's table that it is. */
export type DescriptionRow = readonly [language: string, text: string, table?: "common"];

/** What is documented about one service, or, without a name, about the gateway's codes. */
export interface ServiceFile {
  readonly id: string;
  readonly versions: readonly string[];
  /** The page at Tencent Cloud. */
  readonly link: string;
  readonly retries: readonly RetryInfo[];
  /** Its own codes, sorted. */
  readonly codes: readonly CodeRow[];
  /** For each action, the places of its codes in `codes`. */
  readonly actions: Readonly<Record<string, readonly number[]>>;
  /** The actions that take a `ClientToken`; absent where it is not known. */
  readonly withClientToken?: readonly string[];
}
