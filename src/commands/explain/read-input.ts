import { readSync } from "node:fs";

import { wideEncoding } from "../../catalog/encoding.js";
import { LARGEST, reasonOf } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";

const INPUT = "standard input";
const CHUNK = 1024 * 1024;

/** What stands on the standard input. Throws InputError when it cannot be read, or holds more than any file that is read. */
export function readInput(): string {
  const chunks: Buffer[] = [];
  let size = 0;
  for (let chunk = readChunk(); chunk.length > 0; chunk = readChunk()) {
    size += chunk.length;
    if (size > LARGEST) throw new InputError(`It holds more than ${String(LARGEST)} bytes, which is the most that is read.`, { file: INPUT });
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const wide = wideEncoding(bytes);
  if (wide !== undefined) throw new InputError(`It is in ${wide}; pass it as UTF-8.`, { file: INPUT });
  // A log in another encoding of bytes has its codes in ASCII all the same.
  return bytes.toString("utf8");
}

function readChunk(): Buffer {
  const buffer = Buffer.alloc(CHUNK);
  try {
    return buffer.subarray(0, readSync(0, buffer));
  } catch (error) {
    // What Windows says of a pipe that has ended.
    if (error instanceof Error && "code" in error && error.code === "EOF") return buffer.subarray(0, 0);
    throw new InputError(`It cannot be read: ${reasonOf(error)}.`, { file: INPUT });
  }
}
