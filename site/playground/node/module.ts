import { requireModule } from "../require-module.js";

/** Nothing that is imported can be read. */
export function isBuiltin(): boolean {
  return true;
}

/** The rules load the code map and their own package's name and version with `require`. */
export function createRequire(): (specifier: string) => unknown {
  return requireModule;
}
