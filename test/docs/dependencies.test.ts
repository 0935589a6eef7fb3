import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../packages/project.js";

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** What the packages and the site depend on. Types of a package are there for the reason for which the package is. */
const dependencies = ["package.json", "site/package.json"]
  .map((file) => JSON.parse(readFileSync(join(root, file), "utf8")) as Manifest)
  .flatMap((manifest) => Object.keys({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies }))
  .filter((name) => !name.startsWith("@types/"));

describe.each([["README.md", "## Dependencies"], ["README.zh-CN.md", "## 依赖"]])("%s", (file, heading) => {
  it("gives the reason for each dependency", () => {
    const text = readFileSync(join(root, file), "utf8");
    const section = text.slice(text.indexOf(heading));
    const named = (name: string): boolean => section.includes(`\`${name}\``) || section.includes(`\`${name.split("/", 1)[0] ?? ""}/*\``);
    expect(dependencies.filter((name) => !named(name))).toEqual([]);
  });
});
