import { expect, it } from "vitest";

import { readInput } from "../../src/commands/explain/read-input.js";

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** Reads what stands in a list, one entry a time, and throws the errors in it. */
function reading(...entries: readonly (string | Error)[]): (descriptor: number, buffer: Buffer) => number {
  const left = [...entries];
  return (_descriptor, buffer) => {
    const next = left.shift() ?? "";
    if (next instanceof Error) throw next;
    return buffer.write(next);
  };
}

it("all of a pipe is read, however little it gives at a time", () => {
  expect(readInput(reading("Internal", "Err", "or"))).toBe("InternalError");
});

it("a pipe that has nothing yet is asked again", () => {
  expect(readInput(reading(failure("EAGAIN"), "Internal", failure("EAGAIN"), "Error"))).toBe("InternalError");
});

it("a pipe that has ended as those of Windows do is at its end", () => {
  expect(readInput(reading("InternalError", failure("EOF"), "more"))).toBe("InternalError");
});

it("what cannot be read is told", () => {
  expect(() => readInput(reading("Internal", failure("EIO")))).toThrow("It cannot be read: the device does not read or write.");
});

it("no more is read than of a file, of a pipe that never ends", () => {
  let size = 0;
  expect(() => readInput((_descriptor, buffer) => ((size += buffer.length), buffer.length))).toThrow("It holds more than 67108864 bytes, which is the most that is read.");
  expect(size).toBeLessThan(2 * 67_108_864);
});

it("another encoding of two bytes for each letter is told", () => {
  let isRead = false;
  const read = (_descriptor: number, buffer: Buffer): number => (isRead ? 0 : ((isRead = true), buffer.write("\ufeffInternalError", "utf16le")));
  expect(() => readInput(read)).toThrow("It is in UTF-16; pass it as UTF-8.");
});
