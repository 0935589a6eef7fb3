import type { PackageManager, Project } from "./project.js";

/** A file that `init` would write. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** The flat configuration for a project that has none. */
export function newConfig(project: Project, services: readonly string[]): NewFile {
  return { path: "eslint.config.js", text: [...importLines(project), "", ...exportLines(project, configEntries(project, services)), ""].join("\n") };
}

/** What to add to a flat configuration that is there: the imports and the entries. */
export function configAddition(project: Project, services: readonly string[]): { readonly imports: string; readonly entries: string } {
  return { imports: importLines(project).join("\n"), entries: configEntries(project, services).join("\n") };
}

function importLines({ language, modules, config }: Project): string[] {
  const packages = [["tencentcloud", "eslint-plugin-tencentcloud"], ...(language === "typescript" ? [["tseslint", "typescript-eslint"]] : [])];
  const isEsm = /\.m[jt]s$/.test(config?.file ?? "") || (modules === "esm" && !/\.c[jt]s$/.test(config?.file ?? ""));
  return packages.map(([name, module]) => (isEsm ? `import ${String(name)} from "${String(module)}";` : `const ${String(name)} = require("${String(module)}");`));
}

function exportLines({ modules }: Project, entries: readonly string[]): string[] {
  return [modules === "esm" ? "export default [" : "module.exports = [", ...entries, "];"];
}

function configEntries(project: Project, services: readonly string[]): string[] {
  return [...(project.language === "typescript" ? typedEntry(project) : []), "  tencentcloud.configs.recommended,", ...settingsEntry(services)];
}

function typedEntry({ modules }: Project): string[] {
  return [
    "  {",
    '    files: ["**/*.{ts,tsx,mts,cts}"],',
    "    languageOptions: {",
    "      parser: tseslint.parser,",
    `      parserOptions: { projectService: true, tsconfigRootDir: ${modules === "esm" ? "import.meta.dirname" : "__dirname"} },`,
    "    },",
    "  },",
  ];
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
