#!/usr/bin/env node
import { reasonOf } from "./catalog/files.js";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever read the output has read enough, as `head` does: the result is what it is.
  if (error.code === "EPIPE" || process.exitCode === 2) return;
  process.exitCode = 2;
  process.stderr.write(`The output cannot be written: ${reasonOf(error)}.\n`);
});
process.stderr.on("error", () => {
  // Nobody can be told.
});

const code = await (await import("./cli.js")).runCli(process.argv.slice(2));
process.exitCode ??= code;
