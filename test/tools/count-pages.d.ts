export interface CountedPage {
  readonly kind: "api" | "codes";
  /** Empty for a page of all codes. */
  readonly action: string;
  /** Empty where the page does not say it. */
  readonly version: string;
  /** Empty where the page does not say it. */
  readonly service: string;
  readonly language: string;
  /** Sorted, without repeats. */
  readonly codes: readonly string[];
  /** How the page says its action. */
  readonly form: string;
}

/** Pages below a folder, by path. */
export function pagesBelow(folder: string): Generator<string>;

/** What one page says, or undefined for a page that lists no error codes of API 3.0. */
export function countPage(path: string): CountedPage | undefined;
