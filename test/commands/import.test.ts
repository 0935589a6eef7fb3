import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { loadCatalog } from "../../src/store/read/load.js";
import { apiPage, errorCodePage } from "../documents/samples.js";
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

describe("import of a checkout of the Go SDK", () => {
  it("keeps the facts and no text", async () => {
    const checkout = writeCheckout("sdk", ["InvalidDisk.Busy", "ResourceBusy"], ["AttachDisks", "DetachDisks"]);
    const { stdout } = await cli("import", checkout, "--catalog", catalog, "--commit", "0123abc", "--date", "2026-08-21");
    expect(stdout).toContain("TencentCloud/tencentcloud-sdk-go, commit 0123abc of 2026-08-21: 1 services, 1 API versions, 2 code entries");
    expect(stdout).toContain("2 actions of which 2 list codes, 4 action-code pairs, 0 pairs outside the service's own list, 0 actions with the parameter ClientToken.");
    expect(readFileSync(join(catalog, "services/cbs.json"), "utf8")).not.toContain("资源忙");
    expect(loadCatalog(catalog).services.get("cbs")).toMatchObject({ product: 362, versions: ["2017-03-12"] });
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
    expect(stdout).toBe("### Additions\n\n**cbs**\n\n- codes added: `ZoneNotMatch`\n- actions added: `B`\n- A: codes added: `ZoneNotMatch`\n");
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

  it("a catalog that is a file", async () => {
    const { code, stderr } = await cli("import", write("cbs.zh.md", PAGE), "--catalog", write("file", ""));
    expect(code).toBe(2);
    expect(stderr).toContain("file: The catalog must be a directory.");
  });
});
