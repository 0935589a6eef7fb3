import { InputError } from "../catalog/input-error.js";
import { problemOfServiceId } from "../catalog/page-name.js";

/** What a service's file and its exports are called. */
export interface ServiceNames {
  /** The SDK's name, which is the file's name too. */
  readonly id: string;
  /** The beginning of its types: `Cbs`. */
  readonly type: string;
  /** The beginning of its values: `cbs`. */
  readonly value: string;
}

/**
 * The names for a service.
 *
 * @throws InputError when the service's name cannot be the name of a file and the beginning of an identifier
 */
export function namesOf(id: string): ServiceNames {
  const problem = problemOfServiceId(id);
  if (problem !== undefined) throw new InputError(problem);
  return { id, type: id.charAt(0).toUpperCase() + id.slice(1), value: id };
}
