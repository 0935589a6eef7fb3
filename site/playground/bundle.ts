import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));

/** What stands in a browser for the parts of Node that ESLint, its parser and the rules import. */
const inBrowser: Readonly<Record<string, string>> = {
  module: `${here}node/module.ts`,
  path: "pathe",
  fs: `${here}node/fs.ts`,
  os: `${here}node/nothing.ts`,
  util: `${here}node/nothing.ts`,
  crypto: `${here}node/nothing.ts`,
  perf_hooks: `${here}node/nothing.ts`,
  inspector: `${here}node/nothing.ts`,
  url: `${here}node/nothing.ts`,
  // Looks for files of projects, of which there are none.
  tinyglobby: `${here}node/nothing.ts`,
};

const builtIns: Plugin = {
  name: "built-ins",
  setup(bundle) {
    bundle.onResolve({ filter: /^(?:node:)?(?:module|path|fs|os|util|crypto|perf_hooks|inspector|url|tinyglobby)$/ }, async ({ path, kind }) => {
      const target = inBrowser[path.replace(/^node:/, "")] ?? "";
      return bundle.resolve(target, { resolveDir: here, kind });
    });
  },
};

/** What modules look up in `process` while they are loaded. */
const PROCESS = 'var process = { env: {}, versions: {}, argv: [], browser: true, platform: "browser", cwd: () => "/", emitWarning() {} };';

/**
 * Bundles the playground's worker into one file.
 *
 * @param outfile is replaced
 */
export async function bundlePlayground(outfile: string): Promise<void> {
  await build({
    entryPoints: [`${here}worker.ts`],
    outfile,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    legalComments: "none",
    logLevel: "warning",
    banner: { js: PROCESS },
    define: { "process.env.NODE_ENV": '"production"', "import.meta.url": '"file:///playground.js"' },
    plugins: [builtIns],
  });
}
