import { FACTS_FORMAT, type PageFacts, type SdkFacts, type ServiceFacts, type VersionFacts } from "./facts.js";

/**
 * The text of a facts file: one code a line, one action a line with its codes separated by spaces,
 * so that a person can review what changed. The same facts give the same bytes.
 */
export function stringifyFacts(facts: ServiceFacts): string {
  const members = [member("format", String(FACTS_FORMAT)), member("service", quote(facts.service))];
  if (facts.product !== undefined) members.push(member("product", String(facts.product)));
  if (facts.sdk !== undefined) members.push(member("sdk", block(sdkMembers(facts.sdk), 1)));
  if (facts.pages !== undefined) members.push(member("pages", block(pageMembers(facts.pages), 1)));
  return `${block(members, 0)}\n`;
}

function sdkMembers(sdk: SdkFacts): readonly string[] {
  const stamp = [
    member("repository", quote(sdk.repository)),
    member("commit", quote(sdk.commit)),
    member("date", quote(sdk.date)),
  ];
  if (sdk.descriptions.size === 0) return [...stamp, ...pageMembers(sdk)];
  const descriptions = [...sdk.descriptions].map(([code, text]) => member(code, quote(text)));
  return [...stamp, ...pageMembers(sdk), member("descriptions", block(descriptions, 2))];
}

function pageMembers(facts: PageFacts): readonly string[] {
  const versions = [...facts.versions].map(([version, of]) => member(version, block(versionMembers(of), 3)));
  return [member("versions", block(versions, 2)), member("tryAgainLater", list(facts.tryAgainLater.map(quote), 2))];
}

function versionMembers({ codes, actions }: VersionFacts): readonly string[] {
  const lines = [...actions].map(([action, listed]) => member(action, codesOnOneLine(listed)));
  return [member("codes", list(codes.map(quote), 4)), member("actions", block(lines, 4))];
}

/** A few documented codes have a space in them; a list with such a code is written as an array. */
function codesOnOneLine(codes: readonly string[]): string {
  if (codes.some((code) => /\s/.test(code))) return `[${codes.map(quote).join(", ")}]`;
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
