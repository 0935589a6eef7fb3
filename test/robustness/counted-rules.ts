import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { Linter } from "eslint";
import type rulesOfPlugin from "../../rules/index.js";
import { root } from "../packages/project.js";

type Plugin = typeof rulesOfPlugin;

/** The rules, and how often their functions and branches are run. */
export interface CountedRules {
  /**
   * Lints a file with every rule: its steps are nearly the same on each machine, whatever else it does.
   *
   * @param module the source file of which only the functions are counted, from the folder of the repository on
   */
  stepsOf(text: string, module?: string): Promise<number>;
  close(): void;
}

/**
 * Loads the rules as one module of their own, made of their sources. Counting slows down all that is loaded, and calls
 * between the modules of a test are dearer than those within one.
 */
export async function countRules(): Promise<CountedRules> {
  const { text, url, plugin } = await bundledRules();
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

  return {
    async stepsOf(code, module) {
      const [from, to] = module === undefined ? [0, text.length] : extentOf(module, text);
      // Since it was last asked, nothing has run the rules.
      lint(plugin, code);
      const { result } = await session.post("Profiler.takePreciseCoverage");
      const functions = result.filter((script) => script.url === url).flatMap((script) => script.functions);
      const ranges = functions.flatMap((counted) => counted.ranges).filter(({ startOffset }) => startOffset >= from && startOffset < to);
      return ranges.reduce((sum, { count }) => sum + count, 0);
    },
    close: () => session.disconnect(),
  };
}

async function bundledRules(): Promise<{ readonly text: string; readonly url: string; readonly plugin: Plugin }> {
  const cache = join(root, "node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  // In the repository, where the packages are found that the rules import.
  const folder = mkdtempSync(join(cache, "counted-"));
  try {
    const outfile = join(folder, "rules.mjs");
    buildSync({ absWorkingDir: root, entryPoints: ["rules/index.ts"], outfile, bundle: true, packages: "external", format: "esm", platform: "node", target: "node20" });
    const url = pathToFileURL(outfile).href;
    const { default: plugin } = (await import(url)) as { readonly default: Plugin };
    return { text: readFileSync(outfile, "utf8"), url, plugin };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** From where to where a module goes in a bundle, by the comments that head each. */
function extentOf(module: string, bundle: string): readonly [from: number, to: number] {
  const from = bundle.indexOf(`// ${module}\n`);
  if (from === -1) throw new Error(`The rules are not made of ${module}.`);
  return [from, from + bundle.slice(from + 1).search(/^\/\/ (?:rules|src)\/\S+\.ts$/m)];
}

function lint(plugin: Plugin, code: string): void {
  const rules = Object.fromEntries(Object.keys(plugin.rules).map((id) => [`tencentcloud/${id}`, "error" as const]));
  // Under this setting no file is left out for its text.
  const settings = { tencentcloud: { sdkModules: [""] } };
  const messages = new Linter({ cwd: "/" }).verify(code, [{ files: ["**"], plugins: { tencentcloud: plugin }, rules, settings }], { filename: "/source.js" });
  const fatal = messages.find((message) => message.fatal === true);
  if (fatal !== undefined) throw new Error(fatal.message);
}
