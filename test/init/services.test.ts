import { describe, expect, it } from "vitest";
import { servicesIn, usedServices } from "../../src/init/services.js";
import { createProject } from "../packages/project.js";

describe("services that a text uses", () => {
  it.each([
    ["a package of one service", 'import { cbs } from "tencentcloud-sdk-nodejs-cbs";', ["cbs"]],
    ["the international SDK's package of one service", 'import "tencentcloud-sdk-nodejs-intl-en-cvm";', ["cvm"]],
    ["a folder of the SDK", 'require("tencentcloud-sdk-nodejs/tencentcloud/services/tke")', ["tke"]],
    ["named imports of the SDK", 'import { cbs, tke as clusters } from "tencentcloud-sdk-nodejs";', ["cbs", "tke"]],
    ["a destructured require of the SDK", 'const { emr: { v20190103 } } = sdk; const { smh } = require("tencentcloud-sdk-nodejs");', ["smh"]],
    ["a client of the SDK's namespace", 'import sdk from "tencentcloud-sdk-nodejs";\nnew sdk.sqlserver.v20180328.Client({});', ["sqlserver"]],
    ["an endpoint", 'fetch("https://cvm.ap-guangzhou.tencentcloudapi.com/")', ["cvm"]],
    ["a subpath of the code map", 'import { isCbsError } from "tencentcloud-error-codes/cbs";', ["cbs"]],
  ])("are found by %s", (_what, text, services) => {
    expect([...servicesIn(text)]).toEqual(services);
  });

  it("are not found in the clients of others", () => {
    expect([...servicesIn('import { cvm } from "./ours.js"; new cvm.v20170312.Client();')]).toEqual([]);
  });
});

describe("services that a project uses", () => {
  it("come from its sources and its package.json, but not from its packages or its build", () => {
    const project = createProject({
      "src/disks.ts": 'import { cbs } from "tencentcloud-sdk-nodejs";',
      "node_modules/other/index.js": 'import "tencentcloud-sdk-nodejs-emr";',
      "dist/disks.js": 'import "tencentcloud-sdk-nodejs-smh";',
    });
    const services = usedServices(project.directory, ["tencentcloud-sdk-nodejs-tke", "tencentcloud-sdk-nodejs-common"], (name) => ["cbs", "emr", "smh", "tke"].includes(name));
    expect(services).toEqual(["cbs", "tke"]);
    project.remove();
  });
});
