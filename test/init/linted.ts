import { symlinkSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parseResults } from "../packages/lint-results.js";
import { createProject, root, type Project, type Run } from "../packages/project.js";

/** A project that finds the repository's packages. */
export function startProject(files: Readonly<Record<string, string>>): Project {
  const project = createProject(files);
  symlinkSync(join(root, "node_modules"), join(project.directory, "node_modules"), "junction");
  return project;
}

/** Runs `init` in a folder of a project. */
export function runInitIn(project: Project, folder: string, ...args: readonly string[]): Run {
  return project.runIn(folder, process.execPath, join(root, "dist/src/bin.js"), "init", ...args);
}

/** What ESLint says about each file of a project: the rules that report, `null` for a parsing error. */
export function linted(project: Project): Readonly<Record<string, readonly (string | null)[]>> {
  const { stdout, stderr } = project.run(process.execPath, join(root, "node_modules/eslint/bin/eslint.js"), "--format", "json", ".");
  if (stdout === "") throw new Error(stderr);
  const results = parseResults(stdout).map(({ filePath, messages }) => [relative(project.directory, filePath).split(sep).join("/"), messages.map(({ ruleId }) => ruleId)] as const);
  return Object.fromEntries(results.sort(([a], [b]) => (a < b ? -1 : 1)));
}
