import type { Input } from "./lint.js";

/**
 * What stands after `#` in the address of a playground: the whole input, compressed, in letters that an address may have.
 */
export async function writeState(input: Input): Promise<string> {
  const bytes = await through(new Blob([JSON.stringify(input)]), new CompressionStream("deflate-raw"));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Reads what `writeState` wrote; undefined for anything else, since an address can be cut short or made up. */
export async function readState(text: string): Promise<Input | undefined> {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
    const plain = await through(new Blob([bytes]), new DecompressionStream("deflate-raw"));
    return checked(JSON.parse(new TextDecoder().decode(plain)));
  } catch {
    return undefined;
  }
}

async function through(blob: Blob, transform: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(blob.stream().pipeThrough(transform)).arrayBuffer());
}

function checked(value: unknown): Input | undefined {
  if (!isRecord(value)) return undefined;
  const { source, language, config, rules, settings } = value;
  if (typeof source !== "string" || (language !== "ts" && language !== "js") || (config !== "recommended" && config !== "strict")) return undefined;
  if (!isRecord(rules) || !isRecord(settings)) return undefined;
  return { source, language, config, rules: rules as Input["rules"], settings };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
