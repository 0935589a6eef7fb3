import { printable } from "../catalog/printable.js";
import { literalPattern } from "./places.js";
import type { PackageManager, Project } from "./project.js";
import { typescriptFiles, type TypedFiles } from "./types.js";

/** A file that `init` would write. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** The flat configuration for a project that has none. */
export function newConfig(project: Project, services: readonly string[], typed: TypedFiles): NewFile {
  const { language, modules } = project;
  const isTypeScript = language === "typescript";
  const entries = [ignoredEntry(project), ...(isTypeScript ? typedEntries(modules, true, typed) : []), ...pluginEntries(services)];
  const lines = [
    ...importLines([plugin, ...(isTypeScript ? [typescript] : [])], modules),
    "",
    modules === "esm" ? "export default [" : "module.exports = [",
    ...entries,
    "];",
    "",
  ];
  return { path: "eslint.config.js", text: lines.join("\n") };
}

/** What to add to a flat configuration that is there: the imports and the entries, without what it has already. */
export function configAddition(
  { language, modules, config }: Project,
  services: readonly string[],
  typed: TypedFiles,
): { readonly imports: string; readonly entries: string } {
  const { file = "", text = "" } = config ?? {};
  const form = moduleForm(file, text, modules);
  const hasParser = /typescript-eslint/.test(text);
  const hasTypes = hasParser && /\b(?:projectService|project)\b/.test(text);
  const isTypeScript = language === "typescript";
  return {
    imports: importLines([plugin, ...(isTypeScript && !hasParser ? [typescript] : [])], form).join("\n"),
    entries: [...(isTypeScript && !hasTypes ? typedEntries(form, !hasParser, typed) : []), ...pluginEntries(services)].join("\n"),
  };
}

type Modules = Project["modules"];

const plugin = ["tencentcloud", "eslint-plugin-tencentcloud"] as const;
const typescript = ["tseslint", "typescript-eslint"] as const;

/** How a configuration imports: its name decides, or what it does itself. */
function moduleForm(file: string, text: string, modules: Modules): Modules {
  if (/\.m[jt]s$/.test(file)) return "esm";
  if (/\.cjs$/.test(file)) return "commonjs";
  return /^(?:import|export)\b/m.test(text) ? "esm" : modules;
}

function importLines(packages: readonly (readonly [name: string, module: string])[], modules: Modules): string[] {
  return packages.map(([name, module]) => (modules === "esm" ? `import ${name} from "${module}";` : `const ${name} = require("${module}");`));
}

/** `dist` in each package of a monorepo, and what else this project builds. */
function ignoredEntry({ built }: Project): string {
  const patterns = ["**/dist/", ...built.filter((folder) => folder !== "dist").map((folder) => `${literalPattern(folder)}/`)];
  return `  { ignores: ${list(patterns)} },`;
}

/** With types where a `tsconfig.json` includes the file: the parser refuses the others when it is to give types. */
function typedEntries(modules: Modules, withParser: boolean, { some, without }: TypedFiles): string[] {
  const parser = withParser ? ["      parser: tseslint.parser,"] : [];
  const types = some ? [`      parserOptions: { projectService: true, tsconfigRootDir: ${modules === "esm" ? "import.meta.dirname" : "__dirname"} },`] : [];
  if (parser.length + types.length === 0) return [];
  const entry = ["  {", `    files: [${JSON.stringify(typescriptFiles)}],`, "    languageOptions: {", ...parser, ...types, "    },", "  },"];
  return some && without.length > 0 ? [...entry, ...untypedEntry(without)] : entry;
}

function untypedEntry(files: readonly string[]): string[] {
  return [
    "  {",
    "    // No tsconfig.json includes these files: they are linted without types.",
    `    files: ${list(files)},`,
    "    languageOptions: { parserOptions: { projectService: false } },",
    "  },",
  ];
}

function list(texts: readonly string[]): string {
  return `[${texts.map((text) => printable(JSON.stringify(text))).join(", ")}]`;
}

function pluginEntries(services: readonly string[]): string[] {
  return ["  tencentcloud.configs.recommended,", ...settingsEntry(services)];
}

function settingsEntry(services: readonly string[]): string[] {
  if (services.length === 0) return [];
  return [
    "  // For errors of which the code does not tell the service.",
    `  { settings: { tencentcloud: { services: ${list(services)} } } },`,
  ];
}

const addDevelopment: Readonly<Record<PackageManager, string>> = {
  bun: "bun add --dev",
  npm: "npm install --save-dev",
  pnpm: "pnpm add --save-dev",
  yarn: "yarn add --dev",
};

const add: Readonly<Record<PackageManager, string>> = { bun: "bun add", npm: "npm install", pnpm: "pnpm add", yarn: "yarn add" };

/** The commands that install what the configuration and the handler need and the project does not ask for yet. */
export function installCommands(project: Project): readonly string[] {
  const { packageManager, dependencies, isMonorepo, sourceFolder } = project;
  const missing = toolsFor(project).filter((name) => !dependencies.has(name));
  // pnpm asks to be told that the top of a monorepo is meant.
  const atTop = isMonorepo && packageManager === "pnpm" ? " --workspace-root" : "";
  return [
    ...(missing.length === 0 ? [] : [`${addDevelopment[packageManager]}${atTop} ${missing.join(" ")}`]),
    ...(sourceFolder === undefined || dependencies.has("tencentcloud-error-codes") ? [] : [`${add[packageManager]}${atTop} tencentcloud-error-codes`]),
  ];
}

/** They belong where the configuration is. */
function toolsFor({ config, language }: Project): readonly string[] {
  if (config !== undefined && config.file.startsWith("..")) return [];
  return ["eslint-plugin-tencentcloud", "eslint", ...(language === "typescript" ? ["typescript-eslint"] : [])];
}
