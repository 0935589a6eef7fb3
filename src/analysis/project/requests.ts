import { dirname, isAbsolute, resolve } from "node:path";
import type { Looks } from "./looks.js";
import type { Manifest } from "./manifest.js";
import { longestPath, withoutQuery, type Rewrites } from "./manifest-text.js";

/** In one request. */
const mostFolders = 50;

/** `.`, `./a`, `../a`, `/a` */
export function isRelative(specifier: string): boolean {
  return /^\.{0,2}(?:\/|$)/.test(specifier);
}

/**
 * Whether what an import names is written as anybody writes it: no address of a file, no escaped character, and no way out of a
 * package by its name.
 */
export function isPlainRequest(specifier: string): boolean {
  if (specifier.length > longestPath || /^file:|\0/.test(specifier)) return false;
  const folders = withoutQuery(specifier).split(/[\\/]/);
  return isRelative(specifier) || (folders.length <= mostFolders && !folders.includes("..", 1));
}

/** Where what a request names would stand, if it is no alias: as a path, and as a package, seen from a folder and those above. */
export function placesOf(folder: string, specifier: string, looks: Looks): readonly string[] {
  const found = new Set<string>();
  for (const path of [specifier, withoutQuery(specifier)]) {
    if (/^\.|\\/.test(path) || isAbsolute(path)) found.add(resolve(folder, path));
    if (!isRelative(path)) for (const packages of looks.packagesOver(folder)) found.add(resolve(packages, `./${path}`));
  }
  return [...found];
}

/** By what an entry point can be named in the manifest of the package that a request names, or in that of the package it comes from. */
export function entrySubjects({ led, path: manifest }: Manifest, folder: string, specifier: string, looks: Looks): readonly string[] {
  // What a relative path leads to stands for nothing else.
  if (isRelative(specifier)) return [];
  const found = new Set<string>();
  for (const path of [specifier, withoutQuery(specifier)]) {
    if (path.startsWith("#")) found.add(path);
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path;
    if (looks.packagesOver(folder).some((packages) => resolve(packages, `./${name}`) === dirname(manifest))) found.add(`.${path.slice(name.length)}`);
    for (const own of led.name) if (path === own || path.startsWith(`${own}/`)) found.add(`.${path.slice(own.length)}`);
  }
  return [...found];
}

interface Rewritten {
  readonly to: string;
  /** What stands for the `*`; absent without one. */
  readonly star?: string;
}

/** What some subjects stand for. */
export function rewritten({ exact, patterns }: Rewrites, subjects: readonly string[]): readonly Rewritten[] {
  const found: Rewritten[] = [];
  for (const subject of subjects) {
    for (const to of exact.get(subject) ?? []) found.push({ to });
    for (const { start, end, to } of patterns) {
      if (subject.length >= start.length + end.length && subject.startsWith(start) && subject.endsWith(end)) found.push({ to, star: subject.slice(start.length, subject.length - end.length) });
    }
  }
  return found;
}
