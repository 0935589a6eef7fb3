import { existsSync, lstatSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { createProject, root, type Project, type Run } from "../packages/project.js";

/** Packages of this repository by their names. */
const own: Readonly<Record<string, string>> = { "eslint-plugin-tencentcloud": ".", "tencentcloud-error-codes": "generated" };

/**
 * Makes an empty project in which the commands of a guide run as they are written, but for two things: `npm install` links
 * packages of this repository, and `npx` runs the program of an installed package without asking npm for it.
 */
export function createGuidedProject(files: Readonly<Record<string, string>> = {}): { readonly project: Project; run(line: string): Run } {
  const project = createProject(files);
  const runOne = (command: string): Run => {
    const [program = "", ...args] = command.trim().split(/\s+/);
    if (program === "npm" && args[0] === "install") return install(project, args.slice(1).filter((arg) => !arg.startsWith("--")));
    if (program === "npx") return project.run(process.execPath, programOf(project, args[0] ?? ""), ...args.slice(1));
    return project.run(program, ...args);
  };
  return {
    project,
    run(line) {
      const runs: Run[] = [];
      for (const command of line.split("&&")) {
        runs.push(runOne(command));
        if (runs.at(-1)?.status !== 0) break;
      }
      return { status: runs.at(-1)?.status ?? null, stdout: runs.map(({ stdout }) => stdout).join(""), stderr: runs.map(({ stderr }) => stderr).join("") };
    },
  };
}

function install(project: Project, packages: readonly string[]): Run {
  for (const wanted of packages) {
    const [, name = "", version] = /^(@?[^@]+)(?:@(.+))?$/.exec(wanted) ?? [];
    const target = join(root, own[name] ?? join("node_modules", name));
    const place = join(project.directory, "node_modules", name);
    if (!existsSync(target)) throw new Error(`${name} is not in this repository.`);
    mkdirSync(dirname(place), { recursive: true });
    if (lstatSync(place, { throwIfNoEntry: false }) === undefined) symlinkSync(target, place, "junction");
    const { version: present } = manifestOf(project, name);
    if (version !== undefined && present.split(".")[0] !== version) throw new Error(`${name} is of version ${present} here, not ${version}.`);
  }
  return { status: 0, stdout: "", stderr: "" };
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly bin?: string | Readonly<Record<string, string>>;
}

function manifestOf(project: Project, name: string): Manifest {
  return JSON.parse(project.read(`node_modules/${name}/package.json`)) as Manifest;
}

/** The file of a program that an installed package brings. */
function programOf(project: Project, program: string): string {
  for (const name of readdirSync(join(project.directory, "node_modules"))) {
    const { bin } = manifestOf(project, name);
    const file = typeof bin === "string" ? (name === program ? bin : undefined) : bin?.[program];
    if (file !== undefined) return join(project.directory, "node_modules", name, file);
  }
  throw new Error(`No installed package has the program ${program}.`);
}
