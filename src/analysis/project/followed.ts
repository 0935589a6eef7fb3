import { isOtherCloudPackage } from "../knowledge/others.js";
import { codeMapService, isRequestPackage, isSdkPackage } from "../knowledge/sdk.js";
import { namesTencentCloud } from "../source/gate.js";
import type { Settings } from "../source/settings.js";

/** Which imports are followed. */
export interface Following {
  /** Whether what an import names is looked for at all. */
  mayFollow(source: string): boolean;
  /** Whether all that is known of what an import in the module `from` names is known by its name. */
  knows(source: string, from: string): boolean;
  /**
   * Whether a module that was found is one to be followed from the module `from`.
   *
   * @param isHelper what its text says, asked where it is of a package
   */
  follows(path: string, from: string, isHelper: () => boolean): boolean;
}

/** In characters. Packages that are larger are no helpers around the API. */
const largestOfPackage = 64_000;

/** Whether the text of a module of a package is one of a helper around the API. */
export function isHelperText(text: string): boolean {
  return text.length <= largestOfPackage && namesTencentCloud(text);
}

/** The project's own code map. */
export interface CodeMap {
  /** Whether a file is one of its. */
  holds(path: string): boolean;
  /** Whether an import in the module `from` names one of its modules. */
  names(source: string, from: string): boolean;
}

/** What `settings.tencentcloud` says of the imports to follow; undefined where none is. */
export function followingOf({ followImports, sdkModules }: Settings, codeMap: CodeMap): Following | undefined {
  if (followImports === false) return undefined;
  const named = new Set(followImports === true ? [] : followImports);
  const mayFollow = (source: string): boolean => !isSdkPackage(source) && !isRequestPackage(source) && codeMapService(source) === undefined && !isOtherCloudPackage(source) && !sdkModules.includes(source);
  return {
    // What the SDK, packages around it and the code map export is known, and what the settings say of a module holds more than its source.
    mayFollow,
    knows: (source, from) => !mayFollow(source) || codeMap.names(source, from),
    follows(path, from, isHelper) {
      if (codeMap.holds(path)) return false;
      const name = packageOf(path);
      if (name === undefined || name === packageOf(from) || named.has(name)) return true;
      return isHelper();
    },
  };
}

/** The package in `node_modules` that a file belongs to; undefined for the project's own, also where a workspace links to them. */
function packageOf(path: string): string | undefined {
  const folders = path.split(/[\\/]/);
  const place = folders.lastIndexOf("node_modules");
  const [first, second] = place === -1 ? [] : folders.slice(place + 1);
  return first?.startsWith("@") === true && second !== undefined ? `${first}/${second}` : first;
}

/** Whether a path is one of a module that can be parsed; declarations say nothing that is followed. */
export function isReadable(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path) && !/\.d\.[cm]?ts$/.test(path);
}
