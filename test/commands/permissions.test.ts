import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createProject, root, type Run } from "../packages/project.js";
import { faulty } from "../packages/samples.js";

const page = "documents/cbs.en.md";
const project = createProject({ "attach.js": faulty, "package.json": "{}", [`small/${page}`]: readFileSync(join(root, "catalog", page), "utf8") });
const flag = process.allowedNodeEnvironmentFlags.has("--permission") ? "--permission" : "--experimental-permission";

afterAll(() => {
  project.remove();
});

/** Runs the built command line where Node.js lets nothing be written and no program be started, and only some folders be read. */
function runPermitted(readable: string, ...args: readonly string[]): Run {
  return project.run(process.execPath, "--no-warnings", flag, `--allow-fs-read=${readable}`, join(root, "dist/src/bin.js"), ...args);
}

describe("without permission to write or to start a program", () => {
  it.each([
    ["explain", "InvalidDisk.Busy"],
    ["diff", "small", "small"],
    ["retry", "--catalog", "small"],
    ["sites", "attach.js"],
    ["init"],
  ])("%s works", (...args) => {
    expect(runPermitted("*", ...args)).toMatchObject({ status: 0, stderr: "" });
  });

  it("explain --open says which page it is", () => {
    const { status, stderr } = runPermitted("*", "explain", "InvalidDisk.Busy", "--open");
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^There is no program here that opens pages\. Open https:\S+ in a browser\.\n$/) as string });
  });

  it("init --write says in one line what it cannot write", () => {
    expect(runPermitted("*", "init", "cbs", "--write")).toMatchObject({ status: 2, stderr: `${join(project.directory, "tencentcloud-errors.js")}: It cannot be written: Node.js was started without permission for it.\n` });
  });
});

it("without permission to read the project, init says so in one line", () => {
  expect(runPermitted(join(root, "*"), "init")).toMatchObject({ status: 2, stderr: `${join(project.directory, "package.json")}: It cannot be used: Node.js was started without permission for it.\n` });
});

it.skipIf(process.platform === "win32")("in a working folder that is gone, explain says so in one line", () => {
  const bin = join(root, "dist/src/bin.js");
  expect(project.run("sh", "-c", `mkdir gone && cd gone && rmdir ../gone && exec "$0" "$1" explain InvalidDisk.Busy`, process.execPath, bin)).toEqual({
    status: 2, stdout: "", stderr: "The working folder cannot be used: it does not exist.\n",
  });
});
