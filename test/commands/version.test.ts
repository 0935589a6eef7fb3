import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { cli } from "./run-cli.js";

it("--version prints the version of the package", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(await cli("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});
