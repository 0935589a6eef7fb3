import { LONGEST } from "./code-shape.js";
import { compare } from "./order.js";

/** Words that say what kind of thing happened to what kind of thing, and so nothing about which. */
const fillers = new Set(["a", "already", "been", "code", "does", "error", "exception", "failed", "failure", "has", "invalid", "is", "of", "operation", "param", "parameter", "resource", "the", "value"]);

/** What the same is called in different services' codes. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/(?:(?:Does|Is)?Not?(?:Exist(?:s|ed)?|Found)|NonExist(?:s|ent)?)(?![a-z])/g, "Absent"],
  [/(?:Already)?Exist(?:s|ed|ing)?(?![a-z])/g, "Present"],
  [/(?:Limit(?:Exceed(?:ed)?)?|Exceed(?:ed)?Limit|OverLimit|OverQuota|Quota(?:Exceed(?:ed)?)?)(?![a-z])/g, "Limit"],
];

/**
 * The documented codes that say the same in other words: `ResourceInUse.SecretExists` for `ResourceExists`.
 *
 * @param code what was written
 * @param documented the codes to choose from
 * @param limit more than so many are no help, and none is returned
 */
export function sameMeaning(code: string, documented: Iterable<string>, limit = 3): readonly string[] {
  if (code.length > LONGEST) return [];
  const wanted = meaningOf(code);
  if (wanted.size === 0) return [];
  const found: { readonly candidate: string; readonly extra: number }[] = [];
  for (const candidate of documented) {
    const meaning = meaningOf(candidate.slice(candidate.indexOf(".") + 1));
    if ([...wanted].every((word) => meaning.has(word))) found.push({ candidate, extra: meaning.size - wanted.size });
  }
  if (found.length > limit) return [];
  return found.sort((a, b) => a.extra - b.extra || compare(a.candidate, b.candidate)).map(({ candidate }) => candidate);
}

/** The words of a code that tell it from others, in one form each. */
function meaningOf(code: string): ReadonlySet<string> {
  const text = synonyms.reduce((changed, [pattern, word]) => changed.replace(pattern, word), code);
  const words = text.match(/[A-Z]?[a-z]+|[A-Z]|\d+/g) ?? [];
  return new Set(words.map((word) => word.toLowerCase()).filter((word) => !fillers.has(word)));
}
