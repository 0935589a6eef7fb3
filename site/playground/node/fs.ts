/** There are no files: whoever looks for one finds none. */
export function existsSync(): boolean {
  return false;
}

export function readFileSync(path: string): never {
  throw new Error(`There is no file ${path}.`);
}

export function realpathSync(path: string): string {
  return path;
}

/** As Node's with `throwIfNoEntry: false`, which is how the rules ask. */
export function statSync(): undefined {
  return undefined;
}

export default { existsSync, readFileSync, realpathSync, statSync };
