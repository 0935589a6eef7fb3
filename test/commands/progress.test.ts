import { join } from "node:path";
import { PassThrough } from "node:stream";

import cliProgress from "cli-progress";
import { expect, it, onTestFinished, vi } from "vitest";

import { startProgress } from "../../src/commands/import/progress.js";
import { folderWith } from "../store/catalogs.js";
import { cli } from "./run-cli.js";

it("a bar changes nothing about the terminal that would stay after a kill, and no line wraps", () => {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  const progress = startProgress(stream as unknown as NodeJS.WriteStream, "Reading");
  progress.step(1, 2, "x".repeat(500));
  progress.end();
  const written = String(stream.read());
  expect(written).toContain("Reading");
  // Hides the cursor; switches wrapping off.
  expect(written).not.toMatch(/\u001b\[\?(?:25|7)l/);
  expect(written).not.toContain("x".repeat(80));
});

it("a bar ends where a checkout cannot be read: the process would not", async () => {
  const isTTY = Object.getOwnPropertyDescriptor(process.stderr, "isTTY") ?? { value: undefined, configurable: true };
  const stop = vi.spyOn(cliProgress.SingleBar.prototype, "stop");
  onTestFinished(() => {
    Object.defineProperty(process.stderr, "isTTY", isTTY);
    stop.mockRestore();
  });
  Object.defineProperty(process.stderr, "isTTY", { value: true, configurable: true });
  const folder = folderWith({
    "sdk/tencentcloud/common/go.mod": "",
    "sdk/tencentcloud/cbs/v20170312/errors.go": '\tBUSY = "ResourceBusy"\n',
    "sdk/tencentcloud/cvm/v20170312/errors.go": '\tNONE = "? ?"\n',
  });
  const { code, stderr } = await cli("import", join(folder, "sdk"), "--catalog", join(folder, "catalog"));
  expect({ code, isTold: stderr.includes('"? ?" is no error code.') }).toEqual({ code: 2, isTold: true });
  expect(stop).toHaveBeenCalledOnce();
});
