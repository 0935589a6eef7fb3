import { existsSync, readFileSync } from "node:fs";
import { expect, it, onTestFinished, vi } from "vitest";
import { startProgress } from "../../src/commands/import/progress.js";
import { cli } from "./run-cli.js";

it("--version prints the version of the package", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(await cli("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

it("help prints the help of a command", async () => {
  expect(await cli("help", "retry")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Usage: tencentcloud-codes retry /) as string, stderr: "" });
});

it("a terminal that cannot go back on a line gets plain lines of progress", () => {
  vi.stubEnv("TERM", "dumb");
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const written: string[] = [];
  const progress = startProgress({ isTTY: true, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream, "Reading pages");
  progress.step(1, 1, "cbs.en.md");
  progress.end();
  expect(written).toEqual(["Reading pages: 1 of 1 (cbs.en.md)\n"]);
});

const long = "x".repeat(100_000);

it.each([
  ["a command that there is not", ["genrate"], "error: unknown command 'genrate' (Did you mean generate?)"],
  ["help of a command that there is not", ["help", "explian"], "error: unknown command 'explian' (Did you mean explain?)"],
  ["an option that there is not", ["retry", "-x"], "error: unknown option '-x' (--help shows what there is)"],
  ["an argument too much", ["retry", "cbs"], "error: too many arguments for 'retry'. Expected 0 arguments but got 1. (--help shows what there is)"],
  ["an option for a value", ["generate", "--catalog", "catalog", "--out", "--check"], '--out: It has no value: "--check", which follows it, is an option.'],
  ["an option for one of several values", ["import", "catalog/documents", "--service", "cbs", "--service", "--json"], '--service: It has no value: "--json", which follows it, is an option.'],
  ["an empty value", ["generate", "--catalog", "catalog", "--out="], "--out: It is empty; give it a value, or leave it out."],
  ["a value of spaces", ["import", "catalog/documents", "--catalog", "  "], "--catalog: It is empty; give it a value, or leave it out."],
  ["an empty path", ["diff", "", "catalog"], '"": The catalog directory does not exist.'],
  ["a service that there is not", ["retry", "--service", "nothing-like-it"], 'The catalog has no service "nothing-like-it". Services have the names of the SDK, such as cbs.'],
  ["a service in capitals", ["init", "CBS"], 'The code map has no service "CBS". Did you mean cbs, cds, cfs?'],
  ["a family of any length", ["retry", "--family", long], `The catalog has no family "${"x".repeat(79)}…". A family is what stands before the first dot of a code, such as AuthFailure.`],
])("%s is told on one line", async (_name, argv, line) => {
  expect(await cli(...argv)).toEqual({ code: 2, stdout: "", stderr: `${line}\n` });
  expect(existsSync("--check") || existsSync("  ")).toBe(false);
});
