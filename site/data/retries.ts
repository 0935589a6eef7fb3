import type { RetryInfo } from "../../src/codemap/types.js";

/** Collects retry classes with their evidence: few differ, so files keep numbers. */
export class RetryList {
  readonly all: RetryInfo[] = [];
  readonly #places = new Map<string, number>();

  /** The place of a class and its evidence in `all`. */
  placeOf(retry: RetryInfo): number {
    const key = `${retry.class} ${retry.by} ${retry.evidence}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.all.length);
    return this.all.push({ class: retry.class, by: retry.by, evidence: retry.evidence }) - 1;
  }
}
