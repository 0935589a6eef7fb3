import { isOtherCloudPackage } from "../knowledge/others.js";
import { codeMapService, isRequestPackage, isSdkPackage } from "../knowledge/sdk.js";
import { namesTencentCloud } from "../source/gate.js";
import type { Settings } from "../source/settings.js";
import type { ProjectModule } from "./modules.js";

/** Which imports are followed. */
export interface Following {
  /** Whether what an import names is looked for at all. */
  mayFollow(source: string): boolean;
  /** Whether a module that was found is one to be followed from the module `from`. */
  follows(module: ProjectModule, from: string): boolean;
}

/** In characters. Packages that are larger are no helpers around the API. */
const largestOfPackage = 64_000;

/**
 * What `settings.tencentcloud` says of the imports to follow; undefined where none is.
 *
 * @param isCodeMap whether a file is one of the project's own code map
 */
export function followingOf({ followImports, sdkModules }: Settings, isCodeMap: (path: string) => boolean): Following | undefined {
  if (followImports === false) return undefined;
  const named = new Set(followImports === true ? [] : followImports);
  return {
    // What the SDK, packages around it and the code map export is known, and what the settings say of a module holds more than its source.
    mayFollow: (source) => !isSdkPackage(source) && !isRequestPackage(source) && codeMapService(source) === undefined && !isOtherCloudPackage(source) && !sdkModules.includes(source),
    follows({ path, text }, from) {
      if (isCodeMap(path)) return false;
      const name = packageOf(path);
      if (name === undefined || name === packageOf(from) || named.has(name)) return true;
      return text.length <= largestOfPackage && namesTencentCloud(text);
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
