/** There are no files: whoever looks for one finds none. */
export function existsSync(): boolean {
  return false;
}

export function readFileSync(path: string): never {
  throw new Error(`There is no file ${path}.`);
}

export default { existsSync, readFileSync };
