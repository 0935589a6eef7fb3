import { InputError } from "../catalog/input-error.js";

/** What a service's file and its exports are called. */
export interface ServiceNames {
  /** The SDK's name, which is the file's name too. */
  readonly id: string;
  /** The beginning of its types: `Cbs`. */
  readonly type: string;
  /** The beginning of its values: `cbs`. */
  readonly value: string;
}

/** Files that the code map has beside the services'. */
const RESERVED: ReadonlySet<string> = new Set(["common", "guards", "index", "registry", "retry", "runtime"]);

/**
 * The names for a service.
 *
 * @throws InputError when the service's name cannot be the name of a file and the beginning of an identifier
 */
export function namesOf(id: string): ServiceNames {
  if (!/^[a-z][a-z0-9]{0,63}$/.test(id)) {
    throw new InputError(`The service name ${JSON.stringify(id)} cannot be used: it must be lower-case letters and digits.`);
  }
  if (RESERVED.has(id)) throw new InputError(`The service name "${id}" cannot be used: the code map has a file of that name.`);
  return { id, type: id.charAt(0).toUpperCase() + id.slice(1), value: id };
}
