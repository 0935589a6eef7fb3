import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

import { pathInside } from "../catalog/files.js";
import { unknownName } from "../catalog/unknown-name.js";
import { writeNewFile } from "../codegen/folder.js";
import { configAddition, installCommands, newConfig, type NewFile } from "../init/config.js";
import { exampleHandler } from "../init/handler.js";
import { readProject, type Project } from "../init/project.js";
import { usedServices } from "../init/services.js";
import { typedFiles } from "../init/types.js";
import { print as printText } from "./print.js";

/** What the user asked of `init`. */
export interface InitOptions {
  /** Whether to write the files; otherwise they are printed. */
  readonly write?: boolean;
}

const plugin = "eslint-plugin-tencentcloud";

/**
 * Prints the ESLint configuration and an example handler for the project in the working directory, or writes them.
 * A file that is there is never written over: then the user is told what to add.
 *
 * @param asked the services; those that the code uses already when there are none
 * @returns the exit code: 0, or 1 when files were to be written and one of them is there already
 * @throws InputError when there is no project, or no service of such a name
 */
export async function runInit(asked: readonly string[], options: InitOptions): Promise<number> {
  const { serviceIds } = await import("tencentcloud-error-codes/registry");
  const known: ReadonlySet<string> = new Set(serviceIds);
  const unknown = asked.find((service) => !known.has(service));
  if (unknown !== undefined) throw unknownName("The code map", "service", unknown, known);
  const project = readProject(process.cwd());
  const services = asked.length > 0 ? [...new Set(asked)].sort() : usedServices(project.folder, project.dependencies, (name) => known.has(name));
  const print: Print = (...lines) => {
    printText(`${lines.join("\n")}\n`);
  };

  print(...describe(project, services));
  if (project.legacyConfig !== undefined && project.config === undefined) {
    print("", `${project.legacyConfig} is a configuration that ESLint 9 and later do not read; move it to eslint.config.js.`);
  }
  const put = options.write === true ? writeNew : printNew;
  const handler = exampleHandler(project, services);
  if (options.write === true) requirePlaces(project, handler);
  if (handler === undefined) print("", "The packages of this monorepo have the sources: run `tencentcloud-codes init --write` in one of them for an example of handling errors.");
  const isHandlerPut = handler === undefined || put(project, handler, print);
  const isConfigured = configure(project, services, put, print);
  printNextSteps(project, print);
  return options.write === true && !(isHandlerPut && isConfigured) ? 1 : 0;
}

/** Throws InputError, before anything is written, where a link would lead a new file out of the project. */
function requirePlaces({ folder, config }: Project, handler: NewFile | undefined): void {
  if (handler !== undefined) pathInside(folder, dirname(handler.path));
  if (config === undefined) pathInside(folder, "eslint.config.js");
}

type Put = (project: Project, file: NewFile, print: Print) => boolean;

/** Puts the configuration where there is none; says whether nothing is left to be added by hand. */
function configure(project: Project, services: readonly string[], put: Put, print: Print): boolean {
  // After the handler: it can be one of the files that a tsconfig.json includes.
  const top = dirname(join(project.folder, project.config?.file ?? "eslint.config.js"));
  const typed = project.language === "typescript" ? typedFiles(top) : { some: false, without: [] };
  if (project.config === undefined) return put(project, newConfig(project, services, typed), print);
  const toAdd = !project.config.text.includes(plugin);
  printAddition(project, project.config.file, toAdd ? configAddition(project, services, typed) : undefined, print);
  return !toAdd;
}

type Print = (...lines: readonly string[]) => void;

function describe({ language, modules }: Project, services: readonly string[]): string[] {
  const names = `${language === "typescript" ? "TypeScript" : "JavaScript"}, ${modules === "esm" ? "ES modules" : "CommonJS"}`;
  return [`Project: ${names}.`, services.length === 0 ? "Services: none found; the rules accept the codes of all services." : `Services: ${services.join(", ")}.`];
}

function printNew(_project: Project, { path, text }: NewFile, print: Print): boolean {
  print("", `// ${path}`, "", text.trimEnd());
  return true;
}

/** Writes a file that is not there yet; says whether it was not. */
function writeNew({ folder }: Project, { path, text }: NewFile, print: Print): boolean {
  const isThere = existsSync(join(folder, path));
  if (!isThere) writeNewFile(join(folder, path), text);
  print("", isThere ? `${path} is there already and was left as it is.` : `${path} was written.`);
  return !isThere;
}

function printAddition(project: Project, file: string, addition: ReturnType<typeof configAddition> | undefined, print: Print): void {
  if (addition === undefined) {
    print("", `${file} uses ${plugin} already.`);
    return;
  }
  print("", `${file} is there already. Add this at its top:`, "", addition.imports, "", "and this to the end of the list that it exports:", "", addition.entries);
}

function printNextSteps(project: Project, print: Print): void {
  const commands = installCommands(project);
  if (commands.length > 0) print("", "Install what is missing:", "", ...commands.map((command) => `  ${command}`));
  print("", "Then lint:", "", "  npx eslint .");
}
