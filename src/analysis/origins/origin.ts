import type { Actions, Services } from "../knowledge/services.js";

/** Why an expression is believed to hold an error code, strongest first. */
export type Evidence = "type" | "guard" | "call" | "client" | "envelope" | "import" | "item" | "name";

/** Where an error comes from. */
export interface Origin {
  readonly evidence: Evidence;
  readonly services: Services;
  readonly actions: Actions;
  readonly besides: Besides;
}

/** What can be in the same place beside codes of Tencent Cloud: nothing, anything, or only codes of which it is known what they are. */
export type Besides = KnownCodes | "anything" | "nothing";

export interface KnownCodes {
  /** The codes that the application gives errors of its own. */
  readonly texts: readonly string[];
  /** Whether errors of the network can come, with codes of Node's. */
  readonly network: boolean;
}

/** What can be beside the codes of several places together. */
export function unionOfBesides(each: readonly Besides[]): Besides {
  if (each.includes("anything")) return "anything";
  const known = each.filter((besides) => typeof besides === "object");
  return known.length === 0 ? "nothing" : { texts: known.flatMap(({ texts }) => texts), network: known.some(({ network }) => network) };
}
