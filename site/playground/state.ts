import type { Input } from "./lint.js";

/** In bytes, of an input as it is written out: far more than anybody reads in a playground, and little for a browser. */
const LARGEST = 1_000_000;

/** An input that no address holds, or an address that holds more than that. */
export class TooLarge extends Error {}

/**
 * What stands after `#` in the address of a playground: the whole input, compressed, in letters that an address may have.
 *
 * @throws TooLarge for an input that `readState` would refuse
 */
export async function writeState(input: Input): Promise<string> {
  const json = new Blob([JSON.stringify(input)]);
  if (json.size > LARGEST) throw new TooLarge();
  const bytes = await through(json, new CompressionStream("deflate-raw"));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * Reads what `writeState` wrote; undefined for anything else, since an address can be cut short or made up.
 *
 * @throws TooLarge for an address that becomes longer than an input may be: a few letters can stand for any length
 */
export async function readState(text: string): Promise<Input | undefined> {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
    const plain = await through(new Blob([bytes]), new DecompressionStream("deflate-raw"));
    return checked(JSON.parse(new TextDecoder().decode(plain)));
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    return undefined;
  }
}

/** Reads piece by piece, and stops where it becomes too much. */
async function through(blob: Blob, transform: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const reader = blob.stream().pipeThrough(transform).getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > LARGEST) {
      await reader.cancel();
      throw new TooLarge();
    }
    pieces.push(new Uint8Array(next.value));
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
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
