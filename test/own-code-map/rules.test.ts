import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseForESLint } from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "../../rules/index.js";
import { OwnCodeMap } from "../../src/analysis/knowledge/own-code-map.js";
import { cli } from "../commands/run-cli.js";
import { root } from "../packages/project.js";
import { createOwnMapProject, lintText, makeCodeMap, type OwnMapProject } from "./own-map-project.js";
import { apiPage, application } from "./pages.js";

let project: OwnMapProject;
const folder = (path: string): string => join(project.directory, path);

beforeAll(async () => {
  project = await createOwnMapProject();
});

afterAll(() => {
  project.remove();
});

/** What all rules say about a code of an application with settings, one line a report. */
async function lint(code: string, settings: object): Promise<readonly string[]> {
  return (await lintText(project, code, settings)).map(({ ruleId, message }) => `${String(ruleId)}: ${message}`);
}

const codeMap = "./src/error-codes";

describe("with a code map of one's own, no-undocumented-code", () => {
  it("accepts a code that only the map documents", async () => {
    expect(await lint(application("CreateVault", "InvalidVault.Sealed"), { codeMap })).toEqual([]);
  });

  it("reports that code without the map", async () => {
    expect((await lint(application("CreateVault", "InvalidVault.Sealed"), {})).join("\n")).toContain('"InvalidVault.Sealed"');
  });

  it("reports a code that another service documents, for the service of the map", async () => {
    expect((await lint(application("CreateVault", "InvalidDisk.Busy"), { codeMap })).join("\n")).toContain("acmevault");
  });

  it("reports a code that the map lists for another action", async () => {
    expect((await lint(application("CreateVault", "FailedOperation.VaultBroken"), { codeMap })).join("\n")).toContain("CreateVault");
  });

  it("goes on to judge the services of the package", async () => {
    const cbs = (code: string): string => application("ApplyDiskBackup", code).replaceAll("acmevault.v20250101", "cbs.v20170312").replaceAll("acmevault", "cbs");
    expect(await lint(cbs("InvalidDisk.Busy"), { codeMap })).toEqual([]);
    expect((await lint(cbs("InvalidVault.Sealed"), { codeMap })).join("\n")).toContain("cbs");
  });

  it("knows the service by the host of a raw call", async () => {
    const raw = (code: string): string => `export async function open() {
  const { Response } = await (await fetch("https://acmevault.tencentcloudapi.com", { method: "POST" })).json();
  if (Response.Error) throw new Error(Response.Error.Code === "${code}" ? "known" : "unknown");
  return Response;
}
`;
    expect(await lint(raw("InvalidVault.Sealed"), { codeMap })).toEqual([]);
    expect((await lint(raw("InvalidDisk.Busy"), { codeMap })).join("\n")).toContain("acmevault");
  });
});

describe("the setting services", () => {
  const unknownOrigin = application("CreateVault", "InvalidDisk.Busy").replace(/const client.*\n/, "").replace("run()", "run(client)").replace("import { acmevault }", "import { TencentCloudSDKHttpException }");

  it("names services of the own code map", async () => {
    expect((await lint(unknownOrigin, { codeMap, services: ["acmevault"] })).join("\n")).not.toContain("no service");
  });

  it("refuses them without it", async () => {
    await expect(lint(unknownOrigin, { services: ["acmevault"] })).rejects.toThrow('There is no service "acmevault".');
  });
});

describe("with a code map of one's own, other rules", () => {
  it("judge a retry by the class in the map", async () => {
    const retry = (code: string): string => application("OpenVault", code).replace('return "known"', "return run()");
    expect((await lint(retry("InvalidVault.Sealed"), { codeMap, retryClasses: { "InvalidVault.*": "permanent" } })).join("\n")).toContain("no-retry-non-retryable");
    expect((await lint(application("CreateVault", "ResourceInUse.VaultOpening").replace('return "known"', "return run()"), { codeMap })).join("\n")).not.toContain("no-retry-non-retryable");
  });

  it("prefer a family where the map documents subcodes only", async () => {
    expect((await lint(application("CreateVault", "InvalidVault"), { codeMap })).join("\n")).toContain("prefer-family-match");
  });
});

describe("a code map of one's own", () => {
  it("is found as a package that a project has installed", async () => {
    await cli("generate", "--catalog", folder("catalog"), "--out", folder("node_modules/@acme/error-codes/src"));
    project.write("node_modules/@acme/error-codes/package.json", JSON.stringify({ name: "@acme/error-codes", version: "1.0.0", exports: { "./*": "./src/*.ts" } }));
    expect(await lint(application("CreateVault", "InvalidVault.Sealed"), { codeMap: "@acme/error-codes" })).toEqual([]);
  });

  it("is read anew when it was generated again between two lints of one process", async () => {
    project.write("later/CreateVault.md", apiPage("CreateVault", ["InvalidVault.Sealed"]));
    await makeCodeMap(project, "later", "later-catalog", "later-codes");
    const settings = { codeMap: "./later-codes" };
    const code = application("CreateVault", "InvalidVault.Flooded");
    expect((await lint(code, settings)).join("\n")).toContain('"InvalidVault.Flooded"');
    project.write("later/OpenVault.md", apiPage("OpenVault", ["InvalidVault.Flooded"]));
    await makeCodeMap(project, "later", "later-catalog", "later-codes");
    expect(await lint(code.replace("CreateVault", "OpenVault"), settings)).toEqual([]);
  });

  it("makes oxlint report as ESLint does", async () => {
    project.write(
      ".oxlintrc.json",
      JSON.stringify({
        jsPlugins: [{ name: "tencentcloud", specifier: join(root, "dist/rules/index.js") }],
        categories: { correctness: "off" },
        settings: { tencentcloud: { codeMap } },
        rules: { "tencentcloud/no-undocumented-code": "error" },
      }),
    );
    const wrong = application("CreateVault", "InvalidDisk.Busy");
    project.write("app/right.js", application("CreateVault", "InvalidVault.Sealed"));
    project.write("app/wrong.js", wrong);
    const { stdout } = spawnSync(process.execPath, [join(root, "node_modules/oxlint/bin/oxlint"), "--format", "json", "app"], { cwd: project.directory, encoding: "utf8" });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; message: string }[] };
    const [message] = await lint(wrong, { codeMap });
    expect(diagnostics.map(({ filename, message: text }) => `${filename} tencentcloud/no-undocumented-code: ${text}`)).toEqual([`app/wrong.js ${String(message)}`]);
  });
});

describe("sites", () => {
  const sites = (setting: string): ReturnType<typeof project.run> => {
    project.write("package.json", JSON.stringify({ type: "module" }));
    project.write("eslint.config.js", `export default [{ settings: { tencentcloud: { codeMap: ${JSON.stringify(setting)} } } }];\n`);
    project.write("app/sites.js", application("CreateVault", "InvalidVault.Sealed"));
    return project.run(process.execPath, join(root, "dist/src/bin.js"), "sites", "app/sites.js");
  };

  it("reads the code map of the configuration", () => {
    expect(sites(codeMap)).toMatchObject({ status: 0, stderr: "" });
    expect(sites(codeMap).stdout).toContain("acmevault");
  });

  it("refuses one that cannot be used in one line", () => {
    expect(sites("./nowhere")).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(/^[^\n]*"\.\/nowhere" is neither[^\n]*\n$/) as string });
  });
});

describe("explain", () => {
  const explain = (...args: readonly string[]): ReturnType<typeof cli> => cli("explain", ...args, "--code-map", folder("src/error-codes"));

  it("says what the own map documents", async () => {
    const { code, stdout } = await explain("ResourceInUse.VaultOpening");
    expect(code).toBe(0);
    expect(stdout).toContain("in the lists of 1 service: acmevault");
    expect(stdout).toContain("retry: unclassified");
    expect(stdout).toContain("acmevault (from code map)");
    expect(stdout).toContain("returned by 1 action: CreateVault");
  });

  it("does not know those codes without the map", async () => {
    expect(await cli("explain", "ResourceInUse.VaultOpening")).toMatchObject({ code: 1 });
  });

  it("goes on to say what the catalog documents", async () => {
    const { code, stdout } = await explain("InvalidDisk.Busy", "--service", "cbs");
    expect(code).toBe(0);
    expect(stdout).toContain("returned by 12 actions");
  });

  it("knows services of the own map, and proposes their codes", async () => {
    expect(await explain("InvalidVault.Seeled", "--service", "acmevault")).toMatchObject({ code: 1, stdout: expect.stringContaining("Did you mean InvalidVault.Sealed") as string });
  });

  it("names the service of the own map for another service's code", async () => {
    expect((await explain("InvalidVault.Sealed", "--service", "cbs")).stdout).toContain("In the lists of 1 service: acmevault.");
  });

  it("counts the subcodes of the own map in a family, once for each service", async () => {
    const { stdout } = await explain("InvalidVault.*", "ResourceInUse.*", "--json");
    const [vault, inUse] = JSON.parse(stdout) as { subcodes: { code: string; services: string[]; retry: string[] }[] }[];
    expect(vault?.subcodes).toEqual([{ code: "InvalidVault.Sealed", common: false, services: ["acmevault"], retry: ["unclassified"] }]);
    expect(inUse?.subcodes.find(({ code }) => code === "ResourceInUse.VaultOpening")?.services).toEqual(["acmevault"]);
    expect(inUse?.subcodes.find(({ code }) => code === "ResourceInUse.DiskMigrating")?.services).toEqual(["cbs"]);
  });

  it("finds codes of the own map in running text", async () => {
    expect((await explain("the vault said InvalidVault.Sealed, and that was all")).stdout).toMatch(/^InvalidVault\.Sealed\n/);
  });

  it("refuses a map that cannot be used in one line", async () => {
    expect(await cli("explain", "InvalidDisk.Busy", "--code-map", "./nowhere")).toEqual({ code: 2, stdout: "", stderr: expect.stringMatching(/^--code-map: "\.\/nowhere" is neither a folder in [^\n]*\n$/) as string });
  });

  it("reads the map of the project's ESLint configuration", () => {
    project.write("package.json", JSON.stringify({ type: "module" }));
    project.write("eslint.config.js", `export default [{ settings: { tencentcloud: { codeMap: ${JSON.stringify(codeMap)} } } }];\n`);
    const { status, stdout, stderr } = project.run(process.execPath, join(root, "dist/src/bin.js"), "explain", "ResourceInUse.VaultOpening");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    // The project has a catalog of its own as well.
    expect(stdout).toContain("acmevault (from api-page, code map)");
  });
});

it("a code map of one's own tells the days of its services, and none where it is from before there were days", async () => {
  await cli("generate", "--catalog", folder("catalog"), "--out", folder("dated"));
  const text = project.read("dated/registry.ts");
  expect(new OwnCodeMap("dated", folder("dated")).documentedOn("acmevault")).toBeUndefined();
  project.write("dated/registry.ts", text.replace(/(const days: .* = )\{[^}]*\}/, '$1{\n  "2026-01-01": "acmedoor acmevault",\n}'));
  expect(new OwnCodeMap("dated", folder("dated")).documentedOn("acmevault")).toBe("2026-01-01");
  project.write("dated/registry.ts", text.replace(/const days: .*\n/, ""));
  expect(new OwnCodeMap("dated", folder("dated")).documentedOn("acmevault")).toBeUndefined();
});

describe("a code map that cannot be used ends the run with one line, for", () => {
  const refused = async (setting: string): Promise<string> => {
    try {
      await lint(application("CreateVault", "InvalidVault.Sealed"), { codeMap: setting });
    } catch (error) {
      // What ESLint puts before it and in lines below is its own.
      return (error as Error).message.split("\n", 1)[0]?.replace(/^Error while loading rule '[^']*': /, "").replaceAll(project.directory, "<project>") ?? "";
    }
    return "no error";
  };
  const start = 'Key "settings": Key "tencentcloud": Key "codeMap": ';
  const changed = (out: string, file: string, from: RegExp, to: string): void => {
    const path = `${out}/${file}`;
    project.write(path, project.read(path).replace(from, to));
  };
  const generate = (out: string): Promise<unknown> => cli("generate", "--catalog", folder("catalog"), "--out", folder(out));

  it("a folder that is not there", async () => {
    expect(await refused("./nowhere")).toBe(`${start}"./nowhere" is neither a folder in <project> nor an installed code map; write it with \`tencentcloud-codes generate --out <folder>\`.`);
  });

  it("a package that is not installed", async () => {
    expect(await refused("@acme/nothing")).toContain('"@acme/nothing" is neither a folder in <project> nor an installed code map;');
  });

  it("a folder of something else", async () => {
    expect(await refused("./pages")).toBe(`${start}"./pages" is no code map: it has no <project>/pages/registry.ts; name a folder that \`tencentcloud-codes generate\` wrote.`);
  });

  it("a registry of something else", async () => {
    project.write("foreign/registry.ts", "export const registry = new Map();\n");
    expect(await refused("./foreign")).toContain('"./foreign" is no code map: <project>/foreign/registry.ts holds no tables of tencentcloud-codes.');
  });

  it("tables of another format", async () => {
    await generate("stale");
    changed("stale", "registry.ts", /catalogStamp: string = "[^"]*"/, 'catalogStamp: string = "0"');
    expect(await refused("./stale")).toContain('"./stale" is a code map of format 0 instead of 1; run `tencentcloud-codes generate` again.');
  });

  it("a table that breaks off", async () => {
    await generate("broken");
    changed("broken", "acmevault.ts", /const actions = \{[^]*/, 'const actions = {\n  "CreateVault": [');
    expect(await refused("./broken")).toMatch(/"\.\/broken" is damaged: <project>\/broken\/acmevault\.ts:\d+:\d+: a string, a number, a list or an object is expected; run `tencentcloud-codes generate` again\.$/);
  });

  it("a table that breaks off, which oxlint tells once and goes on", async () => {
    await generate("once");
    changed("once", "acmevault.ts", /const actions = \{[^]*/, "const actions = {");
    const linter = new Linter({ cwd: project.directory });
    const own = { languageOptions: { parser: { name: "oxlint", parseForESLint } }, settings: { tencentcloud: { codeMap: "./once" } } };
    const lintAs = (filename: string): unknown => linter.verify(application("CreateVault", "InvalidVault.Sealed"), [plugin.configs.strict, own], { filename });
    expect(() => lintAs("a.js")).toThrow("is damaged: ");
    expect(lintAs("b.js")).toEqual([]);
    expect(() => lintAs("a.js")).toThrow("is damaged: ");
  });

  it("a table that is missing", async () => {
    await generate("missing");
    project.write("missing/registry.ts", project.read("missing/registry.ts").replace('"acmevault",', '"acmevault",\n  "acmedoor",'));
    const code = application("CreateVault", "InvalidVault.Sealed").replaceAll("acmevault", "acmedoor");
    await expect(lint(code, { codeMap: "./missing" })).rejects.toThrow("is damaged: it has no");
  });

  it("until it is repaired", async () => {
    await generate("mended");
    const whole = project.read("mended/registry.ts");
    changed("mended", "registry.ts", /const services[^]*/, "");
    expect(await refused("./mended")).toContain("is damaged");
    project.write("mended/registry.ts", whole);
    expect(await refused("./mended")).toBe("no error");
  });
});
