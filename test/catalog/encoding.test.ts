import { describe, expect, it } from "vitest";

import { decode } from "../../src/catalog/encoding.js";
import { InputError } from "../../src/catalog/input-error.js";

/** "磁盘忙" in GB18030. */
const GB = Buffer.from([0xb4, 0xc5, 0xc5, 0xcc, 0xc3, 0xa6]);

function refusal(bytes: Buffer): string {
  try {
    return decode(bytes, "a.md");
  } catch (error) {
    return error instanceof InputError ? error.line : String(error);
  }
}

describe("decode", () => {
  it.each([
    ["UTF-8", Buffer.from("| 磁盘忙 |\n")],
    ["nothing", Buffer.alloc(0)],
    ["a page with a zero character", Buffer.from("| InvalidDisk\0.Busy |\n")],
  ])("reads %s", (_, bytes) => {
    expect(decode(bytes, "a.md")).toBe(bytes.toString());
  });

  it.each([
    ["UTF-16 with a mark", Buffer.from("\ufeff| A |\n", "utf16le"), "a.md: The file is in UTF-16; save it as UTF-8."],
    ["UTF-16 of the other order", Buffer.from("\ufeff| A |\n", "utf16le").swap16(), "a.md: The file is in UTF-16; save it as UTF-8."],
    ["UTF-16 without a mark", Buffer.from("## Error Codes\n\n| Code |\n", "utf16le"), "a.md: The file is in UTF-16; save it as UTF-8."],
    ["UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0]), "a.md: The file is in UTF-32; save it as UTF-8."],
    ["GB18030", Buffer.concat([Buffer.from("one\n| "), GB]), "a.md:2:3: The file is not in UTF-8, but may be in GB18030 (GBK); save it as UTF-8."],
    ["what a page says it is", Buffer.concat([Buffer.from('<meta charset="gb2312">\n'), GB]), "a.md:2:1: The file is not in UTF-8 but, as it says, in gb2312; save it as UTF-8."],
    ["Latin 1", Buffer.from("caf\u00e9 x\n", "latin1"), "a.md:1:4: The file is not in UTF-8; save it as UTF-8."],
    ["a binary file", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff, 0xfe, 3]), "a.md: The file is binary, not text."],
  ])("names %s", (_, bytes, message) => {
    expect(refusal(bytes)).toBe(message);
  });
});
