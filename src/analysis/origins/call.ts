import type { TSESTree } from "@typescript-eslint/utils";
import type { Callee } from "../values/callees.js";
import type { Action, Service } from "../knowledge/services.js";
import type { Request } from "./requests.js";

/** A call of an API action: through a client of the SDK, through one of one's own, or over HTTP. */
export interface SdkCall {
  readonly node: TSESTree.CallExpression;
  readonly service: Service;
  readonly action: Action;
  /** Whether a client of one's own makes it, of which other errors can come too. */
  readonly isOwn?: true;
  /** What is seen of the request, where callers can know more of it. */
  readonly request?: Request;
  /** The function of this file that is called and sends the request. */
  readonly through?: Callee;
}

/**
 * What a value holds at the end of a path into it: the code of a response, or a code that the application gives.
 *
 * - `unseen call`: a response by its name, `body.Response`
 * - `call of others`: a response from an address that is written out and is not the API's
 */
export interface Part {
  readonly names: readonly string[];
  readonly holds: { readonly codeOf: SdkCall | "call of others" | "unseen call" } | { readonly text: string };
}

/** What a piece of code calls, its functions in this file followed. */
export interface Calls {
  /** The calls whose errors have the code in `code`. */
  readonly sdk: readonly SdkCall[];
  /** Where else the errors that come out have codes: those of clients of one's own. */
  readonly elsewhere: readonly Part[];
  /** The codes that the application gives errors of its own. */
  readonly texts: readonly string[];
  /** Calls of which the errors come out inside errors of the application: as their `cause`, or some other part. */
  readonly wrapped: readonly SdkCall[];
  /** The calls that it sends over HTTP, some of them to where only a caller says. */
  readonly sent: readonly SdkCall[];
  /** Whether errors of the network can come along, with codes of Node's. */
  readonly network: boolean;
  /** Whether errors can come along that are neither the SDK's nor those of the network. */
  readonly others: boolean;
  /** Whether it waits for something of which nothing can be seen. */
  readonly unknown: boolean;
}
