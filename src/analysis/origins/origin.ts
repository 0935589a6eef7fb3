import type { ActionRef } from "../knowledge/documented-codes.js";

/** Why an expression is believed to hold an error code, strongest first. */
export type Evidence = "type" | "guard" | "call" | "client" | "envelope" | "import" | "item" | "name";

/** Where an error comes from. */
export interface Origin {
  readonly evidence: Evidence;
  /** Undefined means any. */
  readonly services: readonly string[] | undefined;
  /** Undefined where not all of the calls are known. */
  readonly actions: readonly ActionRef[] | undefined;
  /** Whether nothing but errors of Tencent Cloud can be here. */
  readonly exclusive: boolean;
  /** Where beside them only errors of the network can be here, and the application's own: the codes that it gives them. */
  readonly besides?: readonly string[];
  /** Whether errors of the network can be among those beside them. */
  readonly network?: true;
}
