import type { PackageManager, Project } from "./project.js";

/** A file that `init` would write. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** The flat configuration for a project that has none. */
export function newConfig(project: Project, services: readonly string[]): NewFile {
  const { language, modules } = project;
  const isTypeScript = language === "typescript";
  const entries = [ignoredEntry(project), ...(isTypeScript ? typedEntry(modules, true) : []), ...pluginEntries(services)];
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
export function configAddition({ language, modules, config }: Project, services: readonly string[]): { readonly imports: string; readonly entries: string } {
  const { file = "", text = "" } = config ?? {};
  const form = moduleForm(file, text, modules);
  const hasParser = /typescript-eslint/.test(text);
  const hasTypes = hasParser && /\b(?:projectService|project)\b/.test(text);
  const isTypeScript = language === "typescript";
  return {
    imports: importLines([plugin, ...(isTypeScript && !hasParser ? [typescript] : [])], form).join("\n"),
    entries: [...(isTypeScript && !hasTypes ? typedEntry(form, !hasParser) : []), ...pluginEntries(services)].join("\n"),
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
  const patterns = ["**/dist/", ...built.filter((folder) => folder !== "dist").map((folder) => `${folder}/`)];
  return `  { ignores: [${patterns.map((pattern) => JSON.stringify(pattern)).join(", ")}] },`;
}

function typedEntry(modules: Modules, withParser: boolean): string[] {
  return [
    "  {",
    '    files: ["**/*.{ts,tsx,mts,cts}"],',
    "    languageOptions: {",
    ...(withParser ? ["      parser: tseslint.parser,"] : []),
    `      parserOptions: { projectService: true, tsconfigRootDir: ${modules === "esm" ? "import.meta.dirname" : "__dirname"} },`,
    "    },",
    "  },",
  ];
}

function pluginEntries(services: readonly string[]): string[] {
  return ["  tencentcloud.configs.recommended,", ...settingsEntry(services)];
}

function settingsEntry(services: readonly string[]): string[] {
  if (services.length === 0) return [];
  return [
    "  // For errors of which the code does not tell the service.",
    `  { settings: { tencentcloud: { services: ${JSON.stringify(services).replaceAll(",", ", ")} } } },`,
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
export function installCommands({ packageManager, dependencies, language }: Project): readonly string[] {
  const tools = ["eslint-plugin-tencentcloud", "eslint", ...(language === "typescript" ? ["typescript-eslint"] : [])];
  const missing = tools.filter((name) => !dependencies.has(name));
  return [
    ...(missing.length === 0 ? [] : [`${addDevelopment[packageManager]} ${missing.join(" ")}`]),
    ...(dependencies.has("tencentcloud-error-codes") ? [] : [`${add[packageManager]} tencentcloud-error-codes`]),
  ];
}
