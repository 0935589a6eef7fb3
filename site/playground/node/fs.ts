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

export function readdirSync(): readonly string[] {
  return [];
}

/** As Node's with `throwIfNoEntry: false`, which is how the rules ask. */
export function statSync(): undefined {
  return undefined;
}

/** For a path that is looked at first, and so for none. */
export function openSync(path: string): never {
  return readFileSync(path);
}

/** Of an open file, of which there is none. */
export function fstatSync(): undefined {
  return undefined;
}

export function closeSync(): void {
  // Nothing is open.
}

export const constants = { O_RDONLY: 0 };

export default { closeSync, constants, existsSync, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync };
