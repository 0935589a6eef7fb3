import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { nameOfThisProcess } from "../../src/catalog/process-name.js";
import { loadCatalog } from "../../src/store/read/load.js";
import { apiPage, errorCodePage, GATEWAY_ROWS } from "../documents/samples.js";
import { makePipe } from "../store/catalogs.js";
import { cli } from "./run-cli.js";

const ROW = "| InvalidDisk.Busy | 忙，请稍后重试。 |";
const PAGE = errorCodePage("公共错误码", "业务错误码", ROW);

let folder: string;
let catalog: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tencentcloud-codes-"));
  catalog = join(folder, "catalog");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** A checkout with one service of which each action returns each code. */
function writeCheckout(name: string, codes: readonly string[], actions: readonly string[]): string {
  const list = codes.map((code) => `//  ${code.toUpperCase().replace(".", "_")} = "${code}"`).join("\n");
  const methods = actions.map((action) => `// ${action}\n//\n// 可能返回的错误码:\n${list}\nfunc (c *Client) ${action}(r *R) (s *S, err error) {\n}\n`);
  write(`${name}/tencentcloud/common/go.mod`, "module x\n");
  const constants = codes.map((code) => `\t// 资源忙，请稍后重试。\n\t${code.toUpperCase().replace(".", "_")} = "${code}"\n`).join("\n");
  write(`${name}/tencentcloud/cbs/v20170312/errors.go`, `package v20170312\n\nconst (\n${constants})\n`);
  const header = 'import "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common"\n\nconst APIVersion = "2017-03-12"\n\n';
  write(`${name}/tencentcloud/cbs/v20170312/client.go`, header + methods.join("\n"));
  write(`${name}/products.md`, "| cbs | [云硬盘](https://cloud.tencent.com/document/product/362) | | |\n");
  return join(folder, name);
}

describe("import of pages", () => {
  it("copies a page of error codes into the catalog unchanged", async () => {
    const text = `\uFEFF${PAGE.replaceAll("\n", "\r\n")}`;
    const result = await cli("import", write("pages/cbs.md", text), "--service", "cbs", "--catalog", catalog);
    expect(result).toMatchObject({ code: 0, stderr: expect.stringContaining("Reading pages") as string });
    expect(readFileSync(join(catalog, "documents/cbs.zh.md"), "utf8")).toBe(text);
  });

  it("keeps the facts of a page of one action", async () => {
    const page = apiPage("## 6. 错误码\n\n| 错误码 | 描述 |\n|--|--|\n| FailedOperation.Later | 请稍后重试。 |\n");
    await cli("import", write("page.md", page), "--catalog", catalog);
    const service = loadCatalog(catalog).services.get("emr");
    expect(service?.versions).toEqual(["2019-01-03"]);
    expect([...(service?.actions ?? [])]).toEqual([["DescribeInstances", ["FailedOperation.Later"]]]);
    expect(service?.codes.get("FailedOperation.Later")).toMatchObject({ sources: ["api-page"], tryAgainLater: true });
  });

  it("takes a newer page's word on whether to try a code again later, and that of all pages that come together", async () => {
    const page = (action: string, description: string): string => apiPage(`## 6. 错误码\n\n| 错误码 | 描述 |\n|--|--|\n| FailedOperation.Later | ${description} |\n`).replace("取值：DescribeInstances", `取值：${action}`);
    const isLater = (): boolean | undefined => loadCatalog(catalog).services.get("emr")?.codes.get("FailedOperation.Later")?.tryAgainLater;
    await cli("import", write("page.md", page("DescribeInstances", "请稍后重试。")), "--catalog", catalog);
    await cli("import", write("page.md", page("DescribeInstances", "操作失败。")), "--catalog", catalog);
    expect(isLater()).toBe(false);
    write("both/a.md", page("DescribeInstances", "请稍后重试。"));
    write("both/b.md", page("RunInstances", "操作失败。"));
    await cli("import", join(folder, "both"), "--catalog", catalog);
    expect(isLater()).toBe(true);
    await cli("import", write("page.md", page("RunInstances", "")), "--catalog", catalog);
    expect(isLater()).toBe(true);
  });

  it("goes through folders and says why it skips a page", async () => {
    write("pages/a/cbs.zh.md", PAGE);
    write("pages/readme.md", "# About\n");
    const { code, stdout } = await cli("import", join(folder, "pages"), "--catalog", catalog);
    expect(code).toBe(0);
    expect(stdout).toContain("Read 1 page of error codes and 0 pages of single actions.");
    expect(stdout).toContain("readme.md: skipped: The page has no table of error codes.");
  });

  it("reports a page whose service cannot be known, and goes on with the others", async () => {
    write("pages/cbs.zh.md", PAGE);
    write("pages/errors.md", PAGE);
    const { code, stderr } = await cli("import", join(folder, "pages"), "--catalog", catalog);
    expect(code).toBe(1);
    expect(stderr).toContain("errors.md:1:1: The page does not say which service it is of;");
    expect(readdirSync(join(catalog, "documents"))).toEqual(["cbs.zh.md"]);
  });

  it("prints what a page adds and every anomaly", async () => {
    const { stdout } = await cli("import", write("cbs.zh.md", errorCodePage("公共错误码", "业务错误码", "| MissingParameter. | 缺参数 |")), "--catalog", catalog);
    expect(stdout).toContain("services added: cbs");
    expect(stdout).toContain('cbs.zh.md:18:3: anomaly: The code "MissingParameter." ends in a point.');
  });

  it("changes nothing the second time", async () => {
    const page = write("cbs.zh.md", PAGE);
    await cli("import", page, "--catalog", catalog);
    const { stdout } = await cli("import", page, "--catalog", catalog);
    expect(stdout).toContain("0 files changed");
  });
});

describe("import of the catalog's own pages", () => {
  it.each(["catalog/documents", "catalog/documents/cbs.zh.md", "catalog"])("%s changes nothing, where a service has several too", async (source) => {
    write("catalog/documents/cbs.zh.md", PAGE);
    write("catalog/documents/cbs.2.zh.md", PAGE.replaceAll("InvalidDisk.Busy", "InvalidDisk.Attached"));
    const before = ["cbs.zh.md", "cbs.2.zh.md"].map((name) => readFileSync(join(catalog, "documents", name), "utf8"));
    const { code } = await cli("import", join(folder, source), "--catalog", catalog);
    expect(code).toBe(0);
    expect(["cbs.zh.md", "cbs.2.zh.md"].map((name) => readFileSync(join(catalog, "documents", name), "utf8"))).toEqual(before);
  });
});

describe("import of several pages that belong together", () => {
  const CODES = "## 6. 错误码\n\n| 错误码 | 描述 |\n|--|--|\n| FailedOperation.Later | 请稍后重试。 |\n";

  it("takes a page of error codes for the service of the pages below its folder", async () => {
    write("docs/a/errors.md", PAGE);
    write("docs/a/actions/one.md", apiPage(CODES));
    write("docs/b/one.md", apiPage(CODES).replaceAll("emr", "cvm"));
    const { code, stdout } = await cli("import", join(folder, "docs"), "--catalog", catalog);
    expect(code).toBe(0);
    expect(stdout).toContain("docs/a: 1 page without a service taken for emr, as the actions there are.");
    expect(readdirSync(join(catalog, "documents"))).toEqual(["emr.zh.md"]);
  });

  it("names no folder in a command whose name a shell would obey", async () => {
    for (const name of ["x.md", "y.md"]) write(`docs/$(a)/${name}`, PAGE);
    const { stderr } = await cli("import", join(folder, "docs"), "--catalog", catalog);
    expect(stderr).toContain('docs/$(a): 2 pages do not say which service they are of; pass --service "<folder>=<name>".');
  });

  it("asks once for a folder of pages, and takes the answer for that folder", async () => {
    write("docs/a/errors.md", PAGE);
    write("docs/a/errors.en.txt", PAGE.replaceAll("错误码", " error codes").replace("公共", "Common").replace("业务", "Service").replaceAll("忙，请稍后重试。", "busy"));
    write("docs/b/errors.md", PAGE);
    const asked = await cli("import", join(folder, "docs"), "--catalog", catalog);
    expect(asked.code).toBe(2);
    const lines = asked.stderr.split("\n").filter((line) => line.includes("service"));
    expect(lines).toEqual([
      expect.stringContaining(`docs/a: 2 pages do not say which service they are of; pass --service "${join(folder, "docs/a").replaceAll("\\", "/")}=<name>".`) as string,
      expect.stringContaining("docs/b/errors.md:1:1: The page does not say which service it is of;") as string,
    ]);
    const answered = await cli("import", join(folder, "docs"), "--catalog", catalog, "--service", `${join(folder, "docs/a")}=cbs`, "--service", "cvm");
    expect(answered.code).toBe(0);
    expect(readdirSync(join(catalog, "documents"))).toEqual(["cbs.en.md", "cbs.zh.md", "cvm.zh.md"]);
  });

  it("keeps two pages of one service and language, and the same page once", async () => {
    const other = errorCodePage("公共错误码", "业务错误码", "| ResourceBusy | 忙 |");
    write("docs/a/cbs.zh.md", PAGE);
    write("docs/b/cbs.zh.md", other);
    write("docs/c/cbs.zh.md", PAGE);
    const first = await cli("import", join(folder, "docs"), "--catalog", catalog);
    expect(first).toMatchObject({ code: 0 });
    expect(readdirSync(join(catalog, "documents"))).toEqual(["cbs.2.zh.md", "cbs.zh.md"]);
    expect([...(loadCatalog(catalog).services.get("cbs")?.codes.keys() ?? [])]).toEqual(["InvalidDisk.Busy", "ResourceBusy"]);
    expect((await cli("import", join(folder, "docs"), "--catalog", catalog)).stdout).toContain("0 files changed");
    await cli("import", write("cbs.zh.md", PAGE), "--catalog", catalog);
    expect(readdirSync(join(catalog, "documents"))).toEqual(["cbs.zh.md"]);
  });

  it("puts together what the pages of one action say in several languages, and replaces it the next time", async () => {
    write("docs/zh.md", apiPage(CODES));
    write("docs/en.md", apiPage("## 6. Error Codes\n\n| Error Code | Description |\n|--|--|\n| ResourceBusy | busy |\n"));
    await cli("import", join(folder, "docs"), "--catalog", catalog);
    const codes = (): unknown => [...(loadCatalog(catalog).services.get("emr")?.codes.keys() ?? [])];
    expect(codes()).toEqual(["FailedOperation.Later", "ResourceBusy"]);
    await cli("import", join(folder, "docs/en.md"), "--catalog", catalog);
    expect(codes()).toEqual(["ResourceBusy"]);
  });

  it("adds a service that the catalog does not have", async () => {
    await cli("import", write("cbs.zh.md", PAGE), "--catalog", catalog);
    write("new/errors.md", PAGE);
    write("new/one.md", apiPage(CODES).replaceAll("emr", "brandnew"));
    const { code, stdout } = await cli("import", join(folder, "new"), "--catalog", catalog);
    expect(code).toBe(0);
    expect(stdout).toContain("services added: brandnew");
    expect([...loadCatalog(catalog).services.keys()]).toEqual(["brandnew", "cbs"]);
  });

  it("adds a page that was saved from a browser as Markdown", async () => {
    const cells = (row: string): string => `<tr>${row.split("|").slice(1, 3).map((cell) => `<td>${cell.trim()}</td>`).join("")}</tr>`;
    const table = (rows: string): string => `<table><tr><th>错误码</th><th>说明</th></tr>${rows.split("\n").map(cells).join("\n")}</table>`;
    const page = write("pages/cbs.html", `<!DOCTYPE html><html><body><h2>公共错误码</h2>${table(GATEWAY_ROWS)}<h2>业务错误码</h2>${table("| ResourceBusy | 忙 |\n| no code! | x |")}</body></html>`);
    write("pages/cbs_files/menu.html", "<!DOCTYPE html><html><body><table><tr><th>错误码</th></tr><tr><td>A.B</td></tr></table></body></html>");
    const { code, stderr } = await cli("import", join(folder, "pages"), "--catalog", catalog, "--service", "cbs");
    expect(code).toBe(1);
    expect(stderr).toMatch(/cbs\.html:7:5: "no code!" is no error code;/);
    expect(existsSync(page)).toBe(true);
    expect(readFileSync(join(catalog, "documents/cbs.zh.md"), "utf8")).toMatch(/^## 公共错误码\n\n\| 错误码 \| 说明 \|\n[^]*\| ResourceBusy \| 忙 \|\n$/);
  });
});

describe("import of pages that cannot all be read", () => {
  const BROKEN = errorCodePage("公共错误码", "业务错误码", `${ROW}\n| no code! | x |`);

  it("reports the row and keeps the others", async () => {
    write("pages/cvm.zh.md", PAGE);
    write("pages/cbs.zh.md", BROKEN);
    const { code, stderr } = await cli("import", join(folder, "pages"), "--catalog", catalog);
    expect(code).toBe(1);
    expect(stderr).toContain('cbs.zh.md:19:3: "no code!" is no error code;');
    expect([...(loadCatalog(catalog).services.get("cbs")?.codes.keys() ?? [])]).toEqual(["InvalidDisk.Busy"]);
  });

  it("reports a page that is too long as Markdown and keeps the others", async () => {
    const table = (...rows: readonly (readonly [string, string])[]): string => `<table>${[["Code", "Description"], ...rows].map((row) => `<tr><td>${row.join("</td><td>")}</td></tr>`).join("")}</table>`;
    const common = table(...GATEWAY_ROWS.split("\n").map((row) => [row.split("|")[1] ?? "", ""] as const));
    write("pages/cbs.html", `<!DOCTYPE html><html><body><h2>Common Error Codes</h2>${common}<h2>Service Error Codes</h2>${table(["ResourceBusy", "*".repeat(900_000)])}</body></html>`);
    write("pages/cvm.zh.md", PAGE);
    const { code, stderr, stdout } = await cli("import", join(folder, "pages"), "--catalog", catalog, "--service", "cbs");
    expect(code).toBe(1);
    expect(stderr).toMatch(/cbs\.html: The page cannot be kept as Markdown: The page has 45\d{5} characters; the longest that is read has 4194304\.\n/);
    expect(stdout).toContain("Read 1 page of error codes and 0 pages of single actions.");
    expect([...loadCatalog(catalog).services.keys()]).toEqual(["cvm"]);
  });

  it("writes nothing with --strict", async () => {
    write("pages/cvm.zh.md", PAGE);
    write("pages/cbs.zh.md", BROKEN);
    const { code, stderr } = await cli("import", join(folder, "pages"), "--catalog", catalog, "--strict");
    expect(code).toBe(2);
    expect(stderr).toContain("Not all of it could be read; nothing was written.");
    expect(existsSync(catalog)).toBe(false);
  });

  it.each([
    ["a page without a table", "about.md", "# About\n", "The page has no table of error codes."],
    ["JSON", "cbs.json", "{}", "The file is JSON, not a page."],
    ["binary data", "cbs.zh.md", "a\u0000b", "The file holds binary data, not a page."],
  ])("exits with 2 and one line where nothing came in: %s", async (_, name, text, reason) => {
    const result = await cli("import", write(name, text), "--catalog", catalog);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(`${name}: ${reason}\nNothing came in; the catalog is as it was.\n`);
    expect(existsSync(catalog)).toBe(false);
  });
});

describe("import of a checkout of the Go SDK", () => {
  it("keeps the facts and no text", async () => {
    const checkout = writeCheckout("sdk", ["InvalidDisk.Busy", "ResourceBusy"], ["AttachDisks", "DetachDisks"]);
    const { stdout } = await cli("import", checkout, "--catalog", catalog, "--commit", "0123abc", "--date", "2026-08-21");
    expect(stdout).toContain("TencentCloud/tencentcloud-sdk-go, commit 0123abc of 2026-08-21: 1 services, 1 API versions, 2 code entries");
    expect(stdout).toContain("2 actions of which 2 list codes, 4 action-code pairs, 0 pairs outside the service's own list, 0 actions with the parameter ClientToken.");
    expect(readFileSync(join(catalog, "services/cbs.json"), "utf8")).not.toContain("资源忙");
    expect(loadCatalog(catalog).services.get("cbs")).toMatchObject({ product: 362, versions: ["2017-03-12"] });
  });

  it.each([
    ["an action whose name begins with a digit", "client.go", ") AttachDisks(", ") 9Disks("],
    ["a repository with a long name", "client.go", "tencentcloud-sdk-go/", `tencentcloud-sdk-go${"a".repeat(200)}/`],
    ["a product without a number", "products.md", "product/362", "product/0"],
  ])("leaves a catalog that can be read after %s", async (_, name, usual, odd) => {
    const checkout = writeCheckout("sdk", ["InvalidDisk.Busy"], ["AttachDisks", "DetachDisks"]);
    const file = join(checkout, name === "client.go" ? `tencentcloud/cbs/v20170312/${name}` : name);
    const text = readFileSync(file, "utf8").replace(usual, odd);
    expect(text).toContain(odd);
    writeFileSync(file, text);
    expect(await cli("import", checkout, "--catalog", catalog)).toMatchObject({ code: 0 });
    expect([...(loadCatalog(catalog).services.get("cbs")?.codes.keys() ?? [])]).toEqual(["InvalidDisk.Busy"]);
  });

  it("refuses an action that lists what is no code, and leaves no catalog", async () => {
    const checkout = writeCheckout("sdk", ["InvalidDisk.Busy"], ["AttachDisks"]);
    const client = join(checkout, "tencentcloud/cbs/v20170312/client.go");
    writeFileSync(client, readFileSync(client, "utf8").replace("InvalidDisk.Busy", "no code at all!"));
    const { code, stderr } = await cli("import", checkout, "--catalog", catalog);
    expect({ code, stderr }).toEqual({ code: 2, stderr: `${client}: The action AttachDisks lists "no code at all!", which is no error code.\n` });
    expect(existsSync(catalog)).toBe(false);
  });

  it("keeps which actions have a token", async () => {
    const checkout = writeCheckout("sdk", [], ["CreateDisks", "AttachDisks"]);
    const field = '\tClientToken *string `json:"ClientToken,omitempty" name:"ClientToken"`';
    write("sdk/tencentcloud/cbs/v20170312/models.go", `type CreateDisksRequest struct {\n${field}\n}\n\ntype NoSuchActionRequest struct {\n${field}\n}\n`);
    const { stdout } = await cli("import", checkout, "--catalog", catalog);
    expect(stdout).toContain("1 actions with the parameter ClientToken.");
    expect(loadCatalog(catalog).services.get("cbs")?.withClientToken).toEqual(["CreateDisks"]);
  });

  it("takes an action to have a token that it has in one of several versions", async () => {
    const checkout = writeCheckout("sdk", [], ["CreateDisks"]);
    const old = "sdk/tencentcloud/cbs/v20160312";
    write(`${old}/client.go`, "func (c *Client) CreateDisks(request *R) (s *S, err error) {\n}\n");
    write(`${old}/models.go`, "type CreateDisksRequest struct {\n}\n");
    write("sdk/tencentcloud/cbs/v20170312/models.go", 'type CreateDisksRequest struct {\n\tClientToken *string `json:"ClientToken"`\n}\n');
    await cli("import", checkout, "--catalog", catalog);
    expect(loadCatalog(catalog).services.get("cbs")).toMatchObject({ versions: ["2016-03-12", "2017-03-12"], withClientToken: ["CreateDisks"] });
  });

  it("does not guess about tokens without models.go", async () => {
    const { code } = await cli("import", writeCheckout("sdk", [], ["CreateDisks"]), "--catalog", catalog);
    expect(code).toBe(0);
    expect(readFileSync(join(catalog, "services/cbs.json"), "utf8")).not.toContain("withClientToken");
    expect(loadCatalog(catalog).services.get("cbs")).not.toHaveProperty("withClientToken");
  });

  it("says nothing about tokens of a service of which a page adds an action", async () => {
    const checkout = writeCheckout("sdk", [], ["CreateDisks"]);
    write("sdk/tencentcloud/cbs/v20170312/models.go", "type CreateDisksRequest struct {\n}\n");
    await cli("import", checkout, "--catalog", catalog);
    expect(loadCatalog(catalog).services.get("cbs")?.withClientToken).toEqual([]);
    const page = apiPage("## 6. 错误码\n\n| 错误码 | 描述 |\n|--|--|\n| FailedOperation.Later | 请稍后重试。 |\n").replaceAll("emr", "cbs");
    await cli("import", write("page.md", page), "--catalog", catalog);
    const service = loadCatalog(catalog).services.get("cbs");
    expect([...(service?.actions.keys() ?? [])]).toEqual(["CreateDisks", "DescribeInstances"]);
    expect(service).not.toHaveProperty("withClientToken");
  });

  it("keeps the descriptions when told to", async () => {
    await cli("import", writeCheckout("sdk", ["ResourceBusy"], ["A"]), "--catalog", catalog, "--descriptions");
    const entry = loadCatalog(catalog).services.get("cbs")?.codes.get("ResourceBusy");
    expect(entry?.descriptions).toEqual([{ text: "资源忙，请稍后重试。", language: "zh", table: "service" }]);
  });

  it("keeps what pages said", async () => {
    await cli("import", write("cbs.zh.md", PAGE), "--catalog", catalog);
    await cli("import", writeCheckout("sdk", ["ResourceBusy"], ["A"]), "--catalog", catalog);
    expect([...(loadCatalog(catalog).services.get("cbs")?.codes.keys() ?? [])]).toEqual(["InvalidDisk.Busy", "ResourceBusy"]);
  });
});

describe("import --refresh", () => {
  beforeEach(async () => {
    await cli("import", writeCheckout("old", ["InvalidDisk.Busy", "ResourceBusy"], ["A"]), "--catalog", catalog);
  });

  it("prints the difference as Markdown, and nothing else where that goes", async () => {
    const newer = writeCheckout("new", ["InvalidDisk.Busy", "ResourceBusy", "ZoneNotMatch"], ["A", "B"]);
    const { code, stdout, stderr } = await cli("import", newer, "--catalog", catalog, "--refresh");
    expect(code).toBe(0);
    expect(stdout).toBe("### Additions\n\n**cbs**\n\n- codes added: `ZoneNotMatch` (transient)\n- actions added: `B`\n- A: codes added: `ZoneNotMatch`\n\n### Rules and types affected\n\n- the types: gain 1 code, and `no-undocumented-code` accepts it\n");
    expect(stderr).toContain("3 distinct codes");
  });

  it("refuses to lose codes and writes nothing", async () => {
    const before = readFileSync(join(catalog, "services/cbs.json"), "utf8");
    const { code, stdout, stderr } = await cli("import", writeCheckout("new", ["ResourceBusy"], ["A"]), "--catalog", catalog, "--refresh");
    expect(code).toBe(1);
    expect(stdout).toContain("### Breaking changes\n\n**cbs**\n\n- codes removed: `InvalidDisk.Busy`");
    expect(stderr).toContain("Documented codes would vanish; nothing was written. Pass --allow-vanished if that is meant.");
    expect(readFileSync(join(catalog, "services/cbs.json"), "utf8")).toBe(before);
  });

  it("loses codes when that is meant", async () => {
    const { code } = await cli("import", writeCheckout("new", ["ResourceBusy"], ["A"]), "--catalog", catalog, "--refresh", "--allow-vanished");
    expect(code).toBe(0);
    expect([...(loadCatalog(catalog).services.get("cbs")?.codes.keys() ?? [])]).toEqual(["ResourceBusy"]);
  });
});

describe("import that cannot run", () => {
  it.each([
    ["a source that does not exist", ["no/such/page.md"], "no/such/page.md: The source does not exist.\n"],
    ["a service that cannot be one", ["catalog", "--service", "../x"], '"../x" is no name of a service; names have lower-case letters and digits only, such as "cbs".\n'],
    ["a service that the code map has no room for", ["catalog", "--service", "index"], '"index" cannot be the name of a service: the code map has a file of that name.\n'],
    ["a service that Windows has no room for", ["catalog", "--service", "nul"], '"nul" cannot be the name of a service: Windows has no file of that name.\n'],
    ["a day that is none", ["catalog", "--date", "2026-02-30"], '--date: "2026-02-30" is no day; write it as YYYY-MM-DD.\n'],
    ["a commit that is none", ["catalog", "--commit", "v3\u001b[2J"], '--commit: "v3\\u001b[2J" is no id of a commit; an id has 7 to 64 hexadecimal digits.\n'],
  ])("%s: one line and exit 2", async (_, argv, message) => {
    const result = await cli("import", ...argv, "--catalog", catalog);
    expect(result).toEqual({ code: 2, stdout: "", stderr: message });
    expect(existsSync(catalog)).toBe(false);
  });

  it("an empty folder", async () => {
    mkdirSync(join(folder, "empty"));
    const { code, stderr } = await cli("import", join(folder, "empty"), "--catalog", catalog);
    expect(code).toBe(2);
    expect(stderr).toContain("empty: The folder holds no documentation page");
  });

  it.each([
    ["a page without a table", "# About\n", "The page has no table of error codes."],
    ["a page in UTF-16", Buffer.from(`\ufeff${PAGE}`, "utf16le"), "The file is in UTF-16; save it as UTF-8."],
    ["a binary", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0xff]), "The file holds binary data, not a page."],
    ["a page of an impossible service", PAGE.replace("## Error Codes", "index.tencentcloudapi.com"), '"index" cannot be the name of a service'],
  ])("%s alone: exit 2, and no catalog", async (_, content, why) => {
    const page = write("cbs.md", "");
    writeFileSync(page, content);
    const { code, stdout, stderr } = await cli("import", page, "--catalog", catalog);
    expect(code).toBe(2);
    expect(stdout + stderr).toContain(why);
    expect(stderr).toContain("Nothing came in; the catalog is as it was.\n");
    expect(existsSync(catalog)).toBe(false);
  });

  it("links and pipes among pages are named, and the others are read", async () => {
    write("pages/cbs.zh.md", PAGE);
    symlinkSync("cbs.zh.md", join(folder, "pages", "cvm.zh.md"));
    makePipe(join(folder, "pages", "tke.zh.md"));
    const { code, stderr } = await cli("import", join(folder, "pages"), "--catalog", catalog);
    expect(code).toBe(1);
    expect(stderr).toContain(`${join(folder, "pages", "cvm.zh.md")}: It is a symbolic link; only regular files and folders are read.\n`);
    expect(stderr).toContain(`${join(folder, "pages", "tke.zh.md")}: It is a named pipe; only regular files and folders are read.\n`);
    expect(readdirSync(join(catalog, "documents"))).toEqual(["cbs.zh.md"]);
  });

  it("a pipe as the source", async () => {
    makePipe(join(folder, "pipe"));
    const { code, stderr } = await cli("import", join(folder, "pipe"), "--catalog", catalog);
    expect({ code, stderr }).toEqual({ code: 2, stderr: `${join(folder, "pipe")}: It is a named pipe; only regular files and folders are read.\n` });
  });

  it("a catalog that is a loop of links", async () => {
    symlinkSync("catalog", catalog);
    for (const argv of [["import", write("cbs.zh.md", PAGE), "--catalog", catalog], ["generate", "--check", "--catalog", catalog], ["diff", catalog, catalog]]) {
      const { code, stderr } = await cli(...argv);
      expect(code).toBe(2);
      expect(stderr).toContain("its symbolic links lead back to themselves.\n");
    }
  });

  it("a catalog that another import is changing, of which nothing is read before", async () => {
    write("catalog/services/cbs.json", "damaged");
    write(`catalog/.import/held-by-${nameOfThisProcess()}`, "");
    const { code, stderr } = await cli("import", write("pages/cbs.zh.md", PAGE), "--catalog", catalog);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("catalog/.import: Another import is changing the catalog;") as string });
  });

  it("a catalog that is a file", async () => {
    const { code, stderr } = await cli("import", write("cbs.zh.md", PAGE), "--catalog", write("file", ""));
    expect(code).toBe(2);
    expect(stderr).toContain("file: The catalog must be a directory.");
  });
});
