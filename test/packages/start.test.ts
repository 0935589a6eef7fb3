import { afterAll, describe, expect, it } from "vitest";
import { createProject, root } from "./project.js";

/** Prints the paths of all modules, of either kind, that an import has loaded. */
const listModules = `import { Session } from "node:inspector";

const session = new Session();
const urls = [];
session.connect();
session.on("Debugger.scriptParsed", ({ params }) => urls.push(params.url));
session.post("Debugger.enable");
await import("eslint-plugin-tencentcloud");
console.log(JSON.stringify(urls));
`;

const project = createProject({ "list-modules.mjs": listModules });

afterAll(() => {
  project.remove();
});

/** The modules from packages that importing the plugin loads, as `package/path`. */
function loadedModules(): string[] {
  const program = project.read("list-modules.mjs").replace('"eslint-plugin-tencentcloud"', JSON.stringify(new URL("dist/rules/index.js", `file://${root}`).href));
  const urls = JSON.parse(project.succeed(process.execPath, "--input-type=module", "--eval", program)) as string[];
  return urls.filter((url) => /^(?:file:|\/|[A-Z]:)/.test(url)).map((url) => url.replaceAll("\\", "/"));
}

describe("importing the plugin", () => {
  const modules = loadedModules();
  const foreign = modules.filter((path) => path.includes("/node_modules/")).map((path) => path.slice(path.lastIndexOf("/node_modules/") + "/node_modules/".length));
  const own = modules.filter((path) => /\/dist\/(?:chunks|rules|src)\//.test(path)).map((path) => path.slice(path.lastIndexOf("/dist/") + "/dist/".length));

  it("loads the plugin itself", () => {
    expect(own).toContain("rules/index.js");
  });

  it("loads neither TypeScript nor ts-morph nor a parser", () => {
    expect(foreign.filter((path) => /^(?:typescript|ts-morph|@ts-morph\/|@typescript-eslint\/(?:parser|typescript-estree))/.test(path))).toEqual([]);
  });

  it("loads none of the code map", () => {
    expect(modules.filter((path) => path.includes("/tencentcloud-error-codes/") || path.includes("/generated/"))).toEqual([]);
  });

  it("loads nothing of the command line, the readers or the generator", () => {
    // What is loaded late has a chunk of its own, with the name of the module.
    expect(own.filter((path) => !/^(?:rules\/index|chunks\/chunk-[A-Z0-9]+)\.js$/.test(path))).toEqual([]);
  });

  it("loads these packages", () => {
    const names = foreign.map((path) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
    expect([...new Set(names)].sort()).toEqual(["@eslint-community/regexpp", "fastest-levenshtein", "js-tokens"]);
  });
});
