import { readSync } from "node:fs";

import { wideEncoding } from "../../catalog/encoding.js";
import { LARGEST, reasonOf } from "../../catalog/files.js";
import { InputError } from "../../catalog/input-error.js";

const INPUT = "standard input";
const CHUNK = 1024 * 1024;
/** In milliseconds, how long whoever writes is waited for before it is asked again. */
const PAUSE = 20;

/** Reads from a file descriptor into a buffer; how many bytes, none at the end. */
type Read = (descriptor: number, buffer: Buffer) => number;

/** What stands on the standard input. Throws InputError when it cannot be read, or holds more than any file that is read. */
export function readInput(read: Read = readSync): string {
  const chunks: Buffer[] = [];
  const buffer = Buffer.alloc(CHUNK);
  let size = 0;
  for (let length = readChunk(read, buffer); length > 0; length = readChunk(read, buffer)) {
    size += length;
    if (size > LARGEST) throw new InputError(`It holds more than ${String(LARGEST)} bytes, which is the most that is read.`, { file: INPUT });
    // The buffer is filled again.
    chunks.push(Buffer.from(buffer.subarray(0, length)));
  }
  const bytes = Buffer.concat(chunks);
  const wide = wideEncoding(bytes);
  if (wide !== undefined) throw new InputError(`It is in ${wide}; pass it as UTF-8.`, { file: INPUT });
  // A log in another encoding of bytes has its codes in ASCII all the same.
  return bytes.toString("utf8");
}

function readChunk(read: Read, buffer: Buffer): number {
  for (;;) {
    try {
      return read(0, buffer);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      // What Windows says of a pipe that has ended.
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw new InputError(`It cannot be read: ${reasonOf(error)}.`, { file: INPUT });
      // Whoever gave the pipe wants no reader to wait in it.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
