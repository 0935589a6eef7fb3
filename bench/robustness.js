/**
 * Runs every rule over every source file below the folders given, as if each of them had to do with Tencent Cloud, and
 * prints what threw, what was reported and what took longest. Needs the built packages.
 *
 *     node bench/robustness.js [--json] [--typed=COUNT] [FOLDER…]
 *
 * With `--typed`, so many of the files, from all of the folders alike, are linted with type information.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Linter } from "eslint";

/** TypeScript and its parser take longer to load than most files to lint, and JavaScript without types needs neither. */
const loaded = createRequire(import.meta.url);

const sourceName = /\.(?:[cm]?js|[cm]?ts|jsx|tsx)$/;
/** Found by the analysis in the SDKs' own sources, and only there. */
const tencentPackage = /(?:^|\/)(?:tencentcloud-[\w-]+|generated)\//;

/** The source files below a folder; links to other folders are not followed. */
export function* sourceFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== ".cache") yield* sourceFiles(path);
    else if (entry.isFile() && sourceName.test(entry.name)) yield path;
  }
}

/** Settings under which no file is left out for its text. */
export const gateOpen = { tencentcloud: { sdkModules: [""] } };

/**
 * A program of JavaScript and TypeScript files, for linting them with type information.
 *
 * @param texts what files hold that are on no disk, by path
 */
export function typedProgram(paths, texts = new Map()) {
  const ts = loaded("typescript");
  const { ESNext, NodeNext, Preserve } = { ...ts.ScriptTarget, ...ts.ModuleKind, ...ts.JsxEmit };
  const options = { allowJs: true, checkJs: false, noEmit: true, skipLibCheck: true, strict: true, target: ESNext, module: NodeNext, jsx: Preserve };
  const host = ts.createCompilerHost(options, true);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  return ts.createProgram(paths, options, host);
}

/**
 * Lints one file with every rule.
 *
 * @param options.text instead of what the file holds
 * @param options.program of which the file is one: asks for type information
 * @returns what the rules said; `thrown` where one of them threw, and `skipped` where the parser refuses the file
 */
export function lintFile(plugin, path, { text = readFileSync(path, "utf8"), program } = {}) {
  const linter = new Linter({ cwd: "/" });
  const needsParser = program !== undefined || /\.[cm]?tsx?$/.test(path);
  const languageOptions = {
    ecmaVersion: "latest",
    sourceType: /\.c[jt]s$/.test(path) ? "commonjs" : "module",
    parserOptions: { ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(path) }, ...(program === undefined ? {} : { programs: [program] }) },
    ...(needsParser ? { parser: loaded("@typescript-eslint/parser") } : {}),
  };
  const rules = Object.fromEntries(Object.keys(plugin.rules).map((id) => [`tencentcloud/${id}`, "error"]));
  // ESLint leaves out whatever stands in a folder of this name.
  const config = [{ ignores: ["!**/node_modules/"] }, { files: ["**"], plugins: { tencentcloud: plugin }, languageOptions, rules, settings: gateOpen, linterOptions: { noInlineConfig: true } }];
  const { emitWarning } = process;
  let failed;
  // A rule that fails lets its host go on, with a warning.
  process.emitWarning = (warning, ...rest) => (String(warning).includes("because it failed") ? (failed = new Error(String(warning))) : Reflect.apply(emitWarning, process, [warning, ...rest]));
  const started = performance.now();
  try {
    const messages = linter.verify(text, config, { filename: path });
    const took = performance.now() - started;
    if (messages.some(({ fatal }) => fatal === true)) return { skipped: true, took, messages: [] };
    // Remarks of ESLint itself are nobody's reports.
    return { ...(failed === undefined ? {} : { thrown: failed }), took, messages: messages.filter(({ ruleId }) => ruleId !== null) };
  } catch (error) {
    return { thrown: error, took: performance.now() - started, messages: [] };
  } finally {
    process.emitWarning = emitWarning;
  }
}

async function main(arguments_) {
  const root = join(import.meta.dirname, "..");
  const { default: plugin } = await import(pathToFileURL(process.env.PLUGIN ?? join(root, "dist/rules/index.js")).href);
  const folders = arguments_.filter((argument) => !argument.startsWith("-"));
  const result = { files: 0, bytes: 0, skipped: 0, thrown: [], reports: [], foreignReports: [], slowest: [] };
  const paths = (folders.length > 0 ? folders : [join(root, "node_modules")]).flatMap((folder) => [...sourceFiles(resolve(folder))]);
  const count = Number(arguments_.find((argument) => argument.startsWith("--typed="))?.slice("--typed=".length) ?? "0");
  const chosen = count > 0 ? everySo(paths, count) : paths;
  const program = count > 0 ? typedProgram(chosen) : undefined;
  for (const path of chosen) {
    const name = relative(root, path);
    const { thrown, skipped, took, messages } = lintFile(plugin, path, { program });
    result.files += 1;
    result.bytes += statSync(path).size;
    if (skipped) result.skipped += 1;
    if (thrown !== undefined) result.thrown.push(`${name}: ${String(thrown.message).split("\n")[0]}\n${String(thrown.stack).split("\n").slice(0, 6).join("\n")}`);
    for (const { ruleId, line, column, message } of messages) {
      const report = `${name}:${line}:${column}: ${ruleId}: ${message}`;
      (tencentPackage.test(name) ? result.reports : result.foreignReports).push(report);
    }
    result.slowest.push({ name, milliseconds: Math.round(took) });
    if (result.slowest.length > 200) result.slowest = slowest(result.slowest);
  }
  result.slowest = slowest(result.slowest);
  process.stdout.write(arguments_.includes("--json") ? `${JSON.stringify(result, undefined, 2)}\n` : rendered(result));
  process.exitCode = result.thrown.length + result.foreignReports.length > 0 ? 1 : 0;
}

/** So many of the paths, at equal distances. */
function everySo(paths, count) {
  return Array.from({ length: Math.min(count, paths.length) }, (_, index) => paths[Math.floor((index * paths.length) / Math.min(count, paths.length))]);
}

function slowest(files) {
  return files.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 10);
}

function rendered({ files, bytes, skipped, thrown, reports, foreignReports, slowest: slow }) {
  return [
    `${files} files, ${Math.round(bytes / 1e6)} MB, ${skipped} of them refused by the parser`,
    `${thrown.length} exceptions`,
    ...thrown.map((line) => `  ${line}`),
    `${foreignReports.length} reports outside Tencent's packages`,
    ...foreignReports.map((line) => `  ${line}`),
    `${reports.length} reports in Tencent's packages`,
    ...reports.map((line) => `  ${line}`),
    "slowest:",
    ...slow.map(({ name, milliseconds }) => `  ${milliseconds} ms  ${name}`),
    "",
  ].join("\n");
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2));
