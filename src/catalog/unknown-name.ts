import { InputError } from "./input-error.js";
import { nearestCodes } from "./nearest.js";
import { quoted } from "./printable.js";

/** What is called by a name, with an example of one. */
const examples = { service: "Services have the names of the SDK, such as cbs.", family: "A family is what stands before the first dot of a code, such as AuthFailure." };

/** The most names that are all listed. */
const few = 12;

/**
 * What somebody is told who names a service or a family that there is not: the nearest names, else all of a few, else an example.
 *
 * @param holder where it was looked for, such as "The catalog"
 */
export function unknownName(holder: string, kind: keyof typeof examples, name: string, known: Iterable<string>): InputError {
  const names = [...known];
  const nearest = nearestCodes(name, names);
  const hint = nearest.length > 0 ? `Did you mean ${nearest.join(", ")}?` : names.length > few ? examples[kind] : `It has ${names.length === 0 ? "none" : names.join(", ")}.`;
  return new InputError(`${holder} has no ${kind} ${quoted(name)}. ${hint}`);
}
