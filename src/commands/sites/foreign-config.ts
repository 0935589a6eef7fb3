import { dirname, isAbsolute, relative, resolve } from "node:path";

import { nearestFile } from "../../init/places.js";
import { configFiles } from "../../init/project.js";

/**
 * The ESLint configuration nearest to a file, where it stands neither in the working folder nor above or below it: whoever looks
 * at somebody else's files has not asked to run their configuration. Undefined where there is no such one.
 */
export function foreignConfig(file: string): string | undefined {
  const config = nearestFile(dirname(resolve(file)), configFiles);
  return config === undefined || isOwn(relative(process.cwd(), dirname(config))) ? undefined : config;
}

/** @param place relative to the working folder */
function isOwn(place: string): boolean {
  const isAbove = /^\.\.(?:[\\/]\.\.)*$/.test(place);
  const isBelow = !isAbsolute(place) && place.split(/[\\/]/, 1)[0] !== "..";
  return isAbove || isBelow;
}
