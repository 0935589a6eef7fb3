import type { ServiceFile } from "../search/index-format.js";

const files = new Map<string, Promise<ServiceFile>>();

/**
 * The file of a service, or of the gateway's codes; asked for once.
 *
 * @param address where it is
 * @throws Error when it cannot be loaded
 */
export function loadService(address: string): Promise<ServiceFile> {
  const known = files.get(address);
  if (known !== undefined) return known;
  const file = fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`${address}: status ${response.status}`);
    return (await response.json()) as ServiceFile;
  });
  files.set(address, file);
  file.catch(() => files.delete(address));
  return file;
}
