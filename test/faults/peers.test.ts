import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createProject, root, type Run } from "../packages/project.js";

const needed = ["@eslint-community/regexpp", "@typescript-eslint/scope-manager", "commander", "eslint", "fastest-levenshtein", "js-tokens", "tencentcloud-error-codes"];

/** Runs `sites` of a copy of the built package, beside the packages that it needs and those given. */
function sitesBeside(packages: Readonly<Record<string, string>>): Run {
  const given = Object.entries(packages).map(([path, text]): [string, string] => [`node_modules/${path}`, text]);
  const project = createProject({ "a.ts": "export {};\n", ...Object.fromEntries(given) });
  onTestFinished(() => {
    project.remove();
  });
  const modules = join(project.directory, "node_modules");
  const place = join(modules, "eslint-plugin-tencentcloud");
  for (const part of ["package.json", "catalog/retry.json", "dist/chunks", "dist/src/bin.js"]) cpSync(join(root, part), join(place, part), { recursive: true });
  for (const name of needed.filter((one) => !readdirSync(modules).includes(one))) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(modules, name), "junction");
  }
  return project.run(process.execPath, "node_modules/eslint-plugin-tencentcloud/dist/src/bin.js", "sites", "a.ts");
}

const parser = "@typescript-eslint/parser";
const damaged = (name: string, code: string): Readonly<Record<string, string>> => ({ [`${name}/package.json`]: `{ "name": "${name}", "main": "./index.js" }`, [`${name}/index.js`]: code });

describe("sites beside a parser", () => {
  it("that is not installed says how to add it", () => {
    expect(sitesBeside({})).toEqual({ status: 2, stdout: "", stderr: `a.ts: Reading TypeScript needs ${parser}; \`npm install --save-dev ${parser}\` adds it.\n` });
  });

  it("that does not run on the installed TypeScript says what it says", () => {
    expect(sitesBeside(damaged(parser, 'throw new Error("It does not support TS 7.0.\\nSee elsewhere.");'))).toEqual({
      status: 2, stdout: "", stderr: `a.ts: ${parser} is installed, but cannot be loaded: It does not support TS 7.0.\n`,
    });
  });

  it("without a package that it needs names that one", () => {
    expect(sitesBeside(damaged(parser, 'require("not-there");'))).toEqual({
      status: 2, stdout: "", stderr: `a.ts: ${parser} is installed, but cannot be loaded: Cannot find module 'not-there'.\n`,
    });
  });
});

it("sites beside an ESLint that cannot be loaded says why", () => {
  expect(sitesBeside(damaged("eslint", 'throw new Error("It is broken");'))).toEqual({ status: 2, stdout: "", stderr: "eslint is installed, but cannot be loaded: It is broken.\n" });
});
