import type { Language } from "../codemap/types.js";
import { detectLanguage } from "./language.js";
import type { PageFacts, ServiceFacts, VersionFacts } from "./facts.js";
import type { CodeRow, Fragment, Position, SourceKind } from "./model.js";

interface Context {
  readonly facts: ServiceFacts;
  readonly kind: SourceKind;
  readonly at: Position;
  readonly tryAgainLater: ReadonlySet<string>;
  readonly descriptions: ReadonlyMap<string, string>;
  readonly language: Language;
}

/** What a facts file says as fragments, one for each API version. */
export function factsToFragments(facts: ServiceFacts, file: string): readonly Fragment[] {
  const ofSdks = [...facts.sdks.values()].flatMap(({ date, ...sdk }) =>
    fragmentsOf(facts, "go-sdk", sdk, sdk.descriptions, file).map((fragment) => (date === undefined ? fragment : { ...fragment, date })),
  );
  const ofPages = facts.pages === undefined ? [] : fragmentsOf(facts, "api-page", facts.pages, new Map(), file);
  const fragments = [...ofSdks, ...ofPages];
  // A service that no source lists a version of is still a service.
  return fragments.length > 0 ? fragments : fragmentsOf(facts, "facts", { versions: new Map([["", EMPTY]]), tryAgainLater: [] }, new Map(), file);
}

const EMPTY: VersionFacts = { codes: [], actions: new Map() };

function fragmentsOf(
  facts: ServiceFacts,
  kind: SourceKind,
  source: PageFacts,
  descriptions: ReadonlyMap<string, string>,
  file: string,
): readonly Fragment[] {
  const at = { file, line: 1, column: 1 };
  const language = detectLanguage([...descriptions.values()].join(" "));
  const context = { facts, kind, at, tryAgainLater: new Set(source.tryAgainLater), descriptions, language };
  return [...source.versions].map(([version, of]) => toFragment(context, version, of));
}

function toFragment(context: Context, version: string, { codes, actions, withClientToken, moreThanNamed }: VersionFacts): Fragment {
  const rows = new Map<string, CodeRow>();
  const rowOf = (code: string): CodeRow => {
    let row = rows.get(code);
    if (row === undefined) rows.set(code, (row = toRow(context, code)));
    return row;
  };
  const listed = new Map([...actions].map(([action, list]) => [action, list.map(rowOf)]));
  return {
    kind: context.kind,
    file: context.at.file,
    ...(context.descriptions.size === 0 ? {} : { language: context.language }),
    service: context.facts.service,
    versions: version === "" ? [] : [version],
    ...(context.facts.product === undefined ? {} : { product: context.facts.product }),
    common: [],
    codes: codes.map(rowOf),
    actions: new Map([[version, listed]]),
    ...(withClientToken === undefined ? {} : { withClientToken }),
    ...(moreThanNamed === undefined ? {} : { moreThanNamed }),
    anomalies: [],
  };
}

function toRow({ tryAgainLater, descriptions, at }: Context, code: string): CodeRow {
  const description = descriptions.get(code);
  return { code, ...(description === undefined ? {} : { description }), tryAgainLater: tryAgainLater.has(code), at };
}
