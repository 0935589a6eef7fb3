import { withoutMark } from "./encoding.js";
import { jsonErrorAt, readJson } from "./json-read.js";
import { quoted } from "./printable.js";

/** The members that an object of facts can have, each with those of its value; undefined for a value that can hold anything. */
interface Members {
  readonly [name: string]: Members | undefined;
}

/** In the place of a name: any name, such as that of a repository. */
const ANY = "*";

const pages: Members = { versions: { [ANY]: { codes: undefined, actions: undefined, withClientToken: undefined, moreThanNamed: undefined } }, tryAgainLater: undefined };
const facts: Members = {
  format: undefined,
  service: undefined,
  product: undefined,
  sdks: { [ANY]: { commit: undefined, date: undefined, descriptions: undefined, ...pages } },
  pages,
};

/**
 * Checks that facts can be written again without a loss: what somebody has added by hand would be gone.
 *
 * @param text the JSON of facts that can be read
 * @throws InputError with line and column when it has a member that `stringifyFacts` does not write
 */
export function requireKnownMembers(text: string, file: string): void {
  const json = withoutMark(text);
  const name = unknownMember(readJson(json, file), facts);
  if (name === undefined) return;
  const message = `An import would lose the member ${quoted(name)}, which facts do not have; keep it elsewhere.`;
  throw jsonErrorAt(message, json, file, Math.max(0, json.indexOf(JSON.stringify(name))));
}

function unknownMember(value: unknown, known: Members): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const key = ANY in known ? ANY : name;
    if (!Object.hasOwn(known, key)) return name;
    const below = known[key];
    const found = below === undefined ? undefined : unknownMember(member, below);
    if (found !== undefined) return found;
  }
  return undefined;
}
