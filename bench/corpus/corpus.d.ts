import type { Random } from "../lib/random.js";
import type { Service } from "./services.js";

/** A file that calls the SDK in `size` functions and handles its errors in one of the usual shapes each. */
export function tencentFile(random: Random, services: readonly Service[], index: number, size?: number): string;
