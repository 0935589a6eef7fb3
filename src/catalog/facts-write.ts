import { FACTS_FORMAT, type PageFacts, type SdkFacts, type ServiceFacts, type VersionFacts } from "./facts.js";

/**
 * The text of a facts file: one code a line, one action a line with its codes separated by spaces,
 * so that a person can review what changed. The same facts give the same bytes.
 */
export function stringifyFacts(facts: ServiceFacts): string {
  const members = [member("format", String(FACTS_FORMAT)), member("service", quote(facts.service))];
  if (facts.product !== undefined) members.push(member("product", String(facts.product)));
  const sdks = [...facts.sdks].map(([repository, sdk]) => member(repository, block(sdkMembers(sdk), 2)));
  if (sdks.length > 0) members.push(member("sdks", block(sdks, 1)));
  if (facts.pages !== undefined) members.push(member("pages", block(pageMembers(facts.pages, 2), 1)));
  return `${block(members, 0)}\n`;
}

function sdkMembers(sdk: SdkFacts): readonly string[] {
  const descriptions = [...sdk.descriptions].map(([code, text]) => member(code, quote(text)));
  return [
    ...(sdk.commit === undefined ? [] : [member("commit", quote(sdk.commit))]),
    ...(sdk.date === undefined ? [] : [member("date", quote(sdk.date))]),
    ...pageMembers(sdk, 3),
    ...(descriptions.length === 0 ? [] : [member("descriptions", block(descriptions, 3))]),
  ];
}

function pageMembers(facts: PageFacts, depth: number): readonly string[] {
  const versions = [...facts.versions].map(([version, of]) => member(version, block(versionMembers(of, depth + 2), depth + 1)));
  const tryAgainLater = list(facts.tryAgainLater.map(quote), depth);
  return [member("versions", block(versions, depth)), member("tryAgainLater", tryAgainLater)];
}

function versionMembers({ codes, actions, withClientToken, moreThanNamed }: VersionFacts, depth: number): readonly string[] {
  const lines = [...actions].map(([action, listed]) => member(action, codesOnOneLine(listed)));
  return [
    member("codes", list(codes.map(quote), depth)),
    member("actions", block(lines, depth)),
    ...(withClientToken === undefined ? [] : [member("withClientToken", list(withClientToken.map(quote), depth))]),
    ...(moreThanNamed === undefined ? [] : [member("moreThanNamed", list(moreThanNamed.map(quote), depth))]),
  ];
}

/** A few documented codes have a space in them; a list with such a code is written as an array. */
function codesOnOneLine(codes: readonly string[]): string {
  if (codes.some((code) => code.includes(" "))) return `[${codes.map(quote).join(", ")}]`;
  return quote(codes.join(" "));
}

function member(name: string, value: string): string {
  return `${quote(name)}: ${value}`;
}

function block(members: readonly string[], depth: number): string {
  return wrapped("{", members, "}", depth);
}

function list(items: readonly string[], depth: number): string {
  return wrapped("[", items, "]", depth);
}

function wrapped(open: string, lines: readonly string[], close: string, depth: number): string {
  if (lines.length === 0) return open + close;
  const indent = "  ".repeat(depth + 1);
  return `${open}\n${lines.map((line) => indent + line).join(",\n")}\n${"  ".repeat(depth)}${close}`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
