import type { Input, Report } from "./lint.js";

/** To the worker: where the services' files are, once; then what to lint, with a number. */
export type ToLinter = { readonly services: string } | { readonly number: number; readonly input: Input };

/** From the worker: the reports, or why there are none. */
export type FromLinter =
  | { readonly number: number; readonly reports: readonly Report[] }
  | { readonly number: number; readonly failure: string };
