import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "../../rules/index.js";
import * as codeMap from "tencentcloud-error-codes";
import { listPacked, packInto, type Packed } from "./pack.js";
import { createProject, root } from "./project.js";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly engines: { readonly node: string };
  readonly exports: Readonly<Record<string, { readonly default?: string; readonly types?: string } | string | null>>;
  readonly preferUnplugged?: boolean;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly repository: { readonly url: string };
}

const kibibyte = 1024;
const installScripts = ["preinstall", "install", "postinstall", "prepublish", "preprepare", "prepare", "postprepare"];

const project = createProject({});
let packed: { plugin: Packed; codeMap: Packed };

function paths({ files }: Packed): string[] {
  return files.map(({ path }) => path).sort();
}

/** What the command line and the plugin are made of: built files, and packages that they import. */
function madeOf(): { readonly files: readonly string[]; readonly packages: readonly string[] } {
  const { metafile } = buildSync({
    absWorkingDir: root, entryPoints: ["dist/src/bin.js", "dist/rules/index.js"], outdir: "unused",
    bundle: true, format: "esm", logLevel: "error", metafile: true, packages: "external", platform: "node", write: false,
  });
  const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter(({ external, path }) => external === true && !path.startsWith("node:")));
  const files = Object.keys(metafile.inputs);
  const named = [...imported.map(({ path }) => path), ...files.flatMap(loadedLate)].map((path) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path);
  return { files, packages: [...new Set(named)].filter((name) => name !== manifest(".").name).sort() };
}

/** The packages that a file loads with `require` where it first needs them. */
function loadedLate(file: string): readonly string[] {
  const calls = readFileSync(join(root, file), "utf8").matchAll(/\b(?:require\d*|createRequire\d*\([^()]*\))\("([^"./][^"]*)"\)/g);
  return [...calls].map(([, name = ""]) => name).filter((name) => /^(?:@[\w-]+\/)?[\w-]+(?:\/|$)/.test(name));
}

const { resolve } = createRequire(import.meta.url);

/** The names of the code map's modules that an export leads to, of code or of declarations. */
function exported(kind: "default" | "types"): readonly string[] {
  const { exports } = manifest("generated");
  const names = readdirSync(join(root, "generated/src")).filter((file) => file.endsWith(".ts")).map((file) => file.slice(0, -3));
  return names.filter((name) => {
    const own = exports[name === "index" ? "." : `./${name}`];
    return own === undefined || (typeof own === "object" && own?.[kind] !== undefined);
  });
}

function modulesReached(): readonly string[] {
  const entryPoints = exported("default").map((name) => `generated/dist/${name}.js`);
  const { metafile } = buildSync({ absWorkingDir: root, entryPoints, outdir: "unused", bundle: true, format: "esm", logLevel: "error", metafile: true, write: false });
  return Object.keys(metafile.inputs).map((path) => path.slice("generated/".length));
}

function declarationsReached(): readonly string[] {
  const reached = new Set(exported("types").map((name) => `dist/${name}.d.ts`));
  for (const path of reached) {
    const named = readFileSync(join(root, "generated", path), "utf8").matchAll(/(?:from |import\()"(\.[^"]+)\.js"/g);
    for (const [, name = ""] of named) reached.add(`${posix.join(posix.dirname(path), name)}.d.ts`);
  }
  return [...reached];
}

/** What stands in working trees: secrets, copies and notes of editors and systems, what a killed import leaves. */
const strangers = [".env", ".npmrc.old", ".import/change", "core", "key.pem", "notes.txt", "old.js.map", "old.tsbuildinfo", "x.js~"];

function manifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Manifest;
}

beforeAll(() => {
  packed = packInto(project);
}, 60_000);

afterAll(() => {
  project.remove();
});

describe("the plugin's tarball", () => {
  it("holds these files and folders at its top", () => {
    expect([...new Set(paths(packed.plugin).map((path) => path.split("/")[0]))]).toEqual(
      ["LICENSE", "README.md", "README.zh-CN.md", "catalog", "dist", "docs", "package.json", "src"],
    );
  });

  it("holds the code that is loaded, the declarations of the plugin, and nothing else that was built", () => {
    const built = paths(packed.plugin).filter((path) => path.startsWith("dist/"));
    expect(built).toEqual([...madeOf().files, "dist/rules/index.d.ts"].sort());
  });

  it("has declarations that name no package but the peer that every user has", () => {
    const named = readFileSync(join(root, "dist/rules/index.d.ts"), "utf8").matchAll(/(?:from|import\()\s*["']([^"']+)["']/g);
    expect([...new Set([...named].map(([, name]) => name))]).toEqual(["eslint"]);
  });

  it("needs at run time what its code imports, and nothing else", () => {
    const { dependencies = {}, peerDependencies = {} } = manifest(".");
    expect(madeOf().packages.filter((name) => !Object.hasOwn(peerDependencies, name))).toEqual(Object.keys(dependencies));
  });

  // Beside a version that a peer's range leaves out, even of an optional one, npm installs nothing.
  it("can be installed beside every ESLint 9 and 10, and all newer versions of what only a command asks", () => {
    expect(manifest(".").peerDependencies).toEqual({ eslint: "^9.0.0 || ^10.0.0", "ts-morph": ">=20.0.0", typescript: ">=5.5.0" });
  });

  it.each(Object.keys(plugin.rules))("holds the page of %s", (rule) => {
    expect(paths(packed.plugin)).toContain(`docs/rules/${rule}.md`);
  });

  it("holds of src the part that is copied into generated code maps", () => {
    const runtime = readdirSync(join(root, "src/codemap")).map((file) => `src/codemap/${file}`).sort();
    expect(paths(packed.plugin).filter((path) => path.startsWith("src/"))).toEqual(runtime);
  });

  it("holds of the catalog what a command reads", () => {
    expect([...new Set(paths(packed.plugin).filter((path) => path.startsWith("catalog/")).map((path) => path.split("/")[1]))]).toEqual(["RETRY.md", "documents", "retry.json", "services"]);
  });

  it("holds its code once, for the rules and the command line", () => {
    const texts = madeOf().files.map((file) => readFileSync(join(root, file), "utf8"));
    expect(texts.filter((text) => /^(?:export )?class OwnCodeMap\b|^var OwnCodeMap = class/m.test(text))).toHaveLength(1);
  });

  it("gives configurations the plugin, and none of its modules", () => {
    expect(Object.keys(manifest(".").exports)).toEqual([".", "./package.json"]);
  });

  it("is smaller than 720 KiB", () => {
    expect(packed.plugin.size).toBeLessThan(720 * kibibyte);
  });

  it("needs these packages at run time", () => {
    expect(Object.keys(manifest(".").dependencies ?? {})).toEqual([
      "@eslint-community/regexpp",
      "@typescript-eslint/scope-manager",
      "cli-progress",
      "commander",
      "fastest-levenshtein",
      "htmlparser2",
      "js-tokens",
      "mdast-util-from-markdown",
      "mdast-util-to-string",
      "micromark-extension-gfm-table",
      "oxc-parser",
      "oxc-resolver",
      "tencentcloud-error-codes",
    ]);
  });
});

describe("the code map's tarball", () => {
  it("holds these files and folders at its top", () => {
    expect([...new Set(paths(packed.codeMap).map((path) => path.split("/")[0]))]).toEqual(["LICENSE", "README.md", "dist", "package.json"]);
  });

  it("holds the modules that an export reaches, and the declarations that theirs name", () => {
    const built = paths(packed.codeMap).filter((path) => path.startsWith("dist/"));
    expect(built).toEqual([...modulesReached(), ...declarationsReached()].sort());
  });

  it("declares no function of its inner modules that its root does not have: an editor would propose to import it, and Node.js refuse", () => {
    const inner = paths(packed.codeMap).filter((path) => /^dist\/runtime\/.+\.d\.ts$/.test(path));
    const declared = inner.flatMap((path) => [...readFileSync(join(root, "generated", path), "utf8").matchAll(/^export declare (?:function|const|class) (\w+)/gm)].map(([, name = ""]) => name));
    expect(declared.filter((name) => !Object.hasOwn(codeMap, name))).toEqual([]);
  });

  it("closes no module that declares a type: the compiler could not name it in users' declarations", () => {
    const closed = Object.entries(manifest("generated").exports).filter(([, leadsTo]) => leadsTo === null).map(([path]) => path);
    const declaring = closed.filter((path) => /^export (?:declare )?(?:type|interface) \w/m.test(readFileSync(join(root, "generated/dist", `${path}.d.ts`), "utf8")));
    expect(declaring).toEqual([]);
  });

  it.each(["", "/cbs", "/registry", "/service-actions", "/package.json"])("exports tencentcloud-error-codes%s", (path) => {
    expect(() => resolve(`tencentcloud-error-codes${path}`)).not.toThrow();
  });

  it.each(["common", "guards", "index", "retry", "runtime/guards", "runtime/service", "service-ids"])("does not export its inner module %s", (path) => {
    expect(() => resolve(`tencentcloud-error-codes/${path}`)).toThrow(expect.objectContaining({ code: "ERR_PACKAGE_PATH_NOT_EXPORTED" }));
  });

  it("is smaller than 2 MiB", () => {
    expect(packed.codeMap.size).toBeLessThan(2 * kibibyte * kibibyte);
  });

  it("needs no other package", () => {
    expect(manifest("generated").dependencies).toBeUndefined();
  });
});

describe.each([".", "generated"])("the package in %s", (folder) => {
  it("leaves out what else stands in its folders", () => {
    const files = paths(folder === "." ? packed.plugin : packed.codeMap);
    const folders = [...new Set(files.map(dirname))];
    const tree = createProject(Object.fromEntries([...files, ...folders.flatMap((one) => strangers.map((name) => posix.join(one, name)))].map((path) => [path, ""])));
    try {
      tree.write("package.json", JSON.stringify(manifest(folder)));
      expect(paths(listPacked(tree))).toEqual(files);
    } finally {
      tree.remove();
    }
  }, 60_000);

  it("asks for a Node.js whose require loads ES modules", () => {
    expect(manifest(folder).engines.node).toBe("^20.19.0 || >=22.12.0");
  });

  it("runs nothing when it is installed", () => {
    expect(Object.keys(manifest(folder).scripts).filter((script) => installScripts.includes(script))).toEqual([]);
  });

  it("is unpacked by Yarn's Plug'n'Play, in whose archives Node's require finds no second module", () => {
    expect(manifest(folder).preferUnplugged).toBe(true);
  });

  it("is under the MIT licence and names its repository", () => {
    const { license, repository } = manifest(folder);
    expect(license).toBe("MIT");
    expect(repository.url).toMatch(/^git\+https:\/\/.+\.git$/);
  });
});

it("both packages are built when they are packed, so that nothing old or unbuilt is published", () => {
  expect(manifest("generated").scripts["prepack"]).toBe("npm run --silent build");
  expect(manifest(".").scripts["build"]).toBe("npm run build --workspace tencentcloud-error-codes && npm run --silent prepack");
});

it("both packages have the same version, and the plugin asks for it", () => {
  const [own, codeMap] = [manifest("."), manifest("generated")];
  expect(codeMap.version).toBe(own.version);
  expect(own.dependencies?.["tencentcloud-error-codes"]).toBe(`^${own.version}`);
});
