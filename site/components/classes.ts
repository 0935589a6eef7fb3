import type { RetryClass } from "../../src/codemap/types.js";

/** From those that a repeat can help to those that it cannot. */
export const CLASSES: readonly RetryClass[] = ["throttled", "transient", "pending", "renew", "permanent", "unclassified"];
