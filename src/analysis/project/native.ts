import { excerptOf } from "../../catalog/printable.js";

const told = new Set<string>();

/** Of what the package says, which names what to do. */
const longestReason = 200;

/**
 * Loads a package of native code. Package managers install its code for this machine as an optional dependency, which can be
 * missing: then imports are not followed, which is told once a process, as a warning of Node's.
 *
 * @returns undefined where it cannot be loaded
 */
export function loadNative<Module>(name: string, load: () => Module): Module | undefined {
  if (told.has(name)) return undefined;
  try {
    return load();
  } catch (error) {
    told.add(name);
    const reason = excerptOf(error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error), longestReason);
    process.emitWarning(`The rules follow no imports into other modules, because ${name} cannot be loaded (${reason}). ${remedy(name)}, or set settings.tencentcloud.followImports to false.`, { type: "eslint-plugin-tencentcloud" });
    return undefined;
  }
}

/** Yarn's Plug'n'Play leaves packages zipped, where Node's `require` finds no module of theirs. */
function remedy(name: string): string {
  return process.versions["pnp"] === undefined
    ? "Install the optional dependencies too"
    : `Set dependenciesMeta["${name}"].unplugged to true in the package.json at the root of the project and run "yarn install"`;
}
