import { symlinkSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { ESLint } from "eslint";
import { cli } from "../commands/run-cli.js";
import { createProject, root, type Project, type Run } from "../packages/project.js";

/** A project that finds the repository's packages. */
export function startProject(files: Readonly<Record<string, string>>): Project {
  const project = createProject(files);
  symlinkSync(join(root, "node_modules"), join(project.directory, "node_modules"), "junction");
  return project;
}

/** Runs `init` in a folder of a project, in this process. */
export async function runInitIn(project: Project, folder: string, ...args: readonly string[]): Promise<Run> {
  const here = process.cwd();
  process.chdir(join(project.directory, folder));
  try {
    const { code, stdout, stderr } = await cli("init", ...args);
    return { status: code, stdout, stderr };
  } finally {
    process.chdir(here);
  }
}

/** What ESLint says about each file of a project, with the project's own configuration: the rules that report, `null` for a parsing error. */
export async function linted(project: Project): Promise<Readonly<Record<string, readonly (string | null)[]>>> {
  // In this process, which has loaded the compiler and the rules already.
  const results = await new ESLint({ cwd: project.directory }).lintFiles(["."]);
  const rules = results.map(({ filePath, messages }) => [relative(project.directory, filePath).split(sep).join("/"), messages.map(({ ruleId }) => ruleId)] as const);
  return Object.fromEntries(rules.sort(([a], [b]) => (a < b ? -1 : 1)));
}
