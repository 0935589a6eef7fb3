import { RuleTester, type TestCaseError } from "@typescript-eslint/rule-tester";
import rule from "../../rules/no-blind-retry.js";

const settings = { tencentcloud: { sdkModules: ["@acme/cloud"] } };
/** The rule tester takes a number of suggestions; its types do not say so. */
const blind = (action: string): TestCaseError<"askIsRetryable" | "blindRetry">[] => [{ messageId: "blindRetry", data: { actions: `"${action}"`, twice: action.startsWith("Create") ? ", and can execute it twice" : "" }, suggestions: 1 as never }];

/** A module that makes a call three times, whatever comes. */
function withLoop(before: string, call: string): string {
  return `${before}
export async function run(parameters) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await ${call};
    } catch {
      await sleep(500);
    }
  }
}`;
}

const fieldOf = (made: string): string => `import { CloudService } from "@acme/cloud";
class Triggers {
  constructor(context) { this.service = ${made}; }
  async add(parameters) {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        return await this.service.request("CreateTrigger", parameters);
      } catch {
        await sleep(500);
      }
    }
  }
}`;

new RuleTester().run("no-blind-retry: clients of one's own", rule, {
  valid: [
    { name: "the module is not in the settings", settings: { tencentcloud: { sdkModules: ["@acme/clouds"] } }, code: withLoop(`import { CloudService } from "@acme/cloud"; import "tencentcloud-sdk-nodejs"; const service = new CloudService("scf");`, `service.request("GetFunction", parameters)`) },
    { name: "there are no such settings", settings: {}, code: withLoop(`import { CloudService } from "@acme/cloud"; import "tencentcloud-sdk-nodejs"; const service = new CloudService("scf");`, `service.request("GetFunction", parameters)`) },
    { name: "something from another module", settings, code: withLoop(`import "@acme/cloud"; import { CloudService } from "./other"; const service = new CloudService("scf");`, `service.request("GetFunction", parameters)`) },
    { name: "no action of the service", settings, code: withLoop(`import { CloudService } from "@acme/cloud"; const service = new CloudService("scf");`, `service.request("GetUser", parameters)`) },
    { name: "an address", settings, code: withLoop(`import { http } from "@acme/cloud";`, `http.request("/scf/functions", parameters)`) },
    { name: "another method", settings, code: withLoop(`import { CloudService } from "@acme/cloud"; const service = new CloudService("scf");`, `service.load("GetFunction", parameters)`) },
    { name: "no service", settings, code: withLoop(`import { CloudService } from "@acme/cloud"; const service = new CloudService();`, `service.request("GetFunction", parameters)`) },
    { name: "a service that is no service", settings, code: withLoop(`import { CloudService } from "@acme/cloud"; const service = new CloudService("functions");`, `service.request("GetFunction", parameters)`) },
    { name: "an action that two services of the settings have", settings: { tencentcloud: { sdkModules: ["@acme/cloud"], services: ["cvm", "lighthouse"] } }, code: withLoop(`import { api } from "@acme/cloud";`, `api.request("DescribeInstances", parameters)`) },
    { name: "a choice between clients of other modules", settings, code: withLoop(`import { CloudService } from "@acme/cloud"; import { Mock, Fake } from "./mocks"; const service = new CloudService("scf") ? new Mock("scf") : new Fake("scf");`, `service.request("GetFunction", parameters)`) },
    { name: "the last of a sequence, which is of another module", settings, code: withLoop(`import { CloudService } from "@acme/cloud"; import { Mock } from "./mocks";`, `(new CloudService("scf"), new Mock("scf")).request("GetFunction", parameters)`) },
    { name: "a computed action", settings, code: withLoop(`import { CloudService } from "@acme/cloud"; const service = new CloudService("scf");`, `service.request(parameters.action, parameters)`) },
    { name: "a handler that asks", settings, code: `import { CloudService } from "@acme/cloud"; const service = new CloudService("scf"); export async function run() { for (;;) { try { return await service.request("GetFunction", {}); } catch (error) { if (error.code !== "RequestLimitExceeded") throw error; } } }` },
  ],
  invalid: [
    { name: "a class and a name", settings, code: withLoop(`import { CloudService } from "@acme/cloud"; const service = new CloudService("scf");`, `service.request("GetFunction", parameters)`), errors: blind("GetFunction") },
    { name: "a class that is made on the spot", settings, code: withLoop(`import { CloudService } from "@acme/cloud";`, `new CloudService("scf", {}).request("CreateTrigger", parameters)`), errors: blind("CreateTrigger") },
    { name: "an object with the action", settings, code: withLoop(`import { Api } from "@acme/cloud"; const api = new Api({ ServiceType: "scf", Region: "ap-guangzhou" });`, `api.request({ Action: "GetFunction", Version: "2018-04-16" })`), errors: blind("GetFunction") },
    { name: "a maker of services", settings, code: withLoop(`import Manager from "@acme/cloud"; const manager = new Manager({});`, `manager.commonService("tcb", "2018-06-08").call({ Action: "DescribeEnvs", Param: parameters })`), errors: blind("DescribeEnvs") },
    { name: "a static method", settings, code: withLoop(`const { CloudApi } = require("@acme/cloud"); const api = CloudApi.getInstance("tcb");`, `api.request("DescribeEnvs", parameters)`), errors: blind("DescribeEnvs") },
    { name: "a function of this file that makes it", settings, code: withLoop(`import { createApi } from "@acme/cloud"; const api = async () => createApi("tcb");`, `(await api()).request("DescribeEnvs", parameters)`), errors: blind("DescribeEnvs") },
    { name: "a parameter with a type", settings, code: `import type { Manager } from "@acme/cloud"; export async function run(manager: Manager): Promise<unknown> { try { return await manager.service("tcb").call({ Action: "DescribeEnvs" }); } catch { return run(manager); } }`, errors: blind("DescribeEnvs") },
    { name: "a field", settings, code: fieldOf(`new CloudService(context, "scf", {})`), errors: blind("CreateTrigger") },
    { name: "a choice of clients", settings, code: withLoop(`import { CloudService } from "@acme/cloud"; import { Mock } from "./mocks"; const service = process.env.MOCK ? new Mock() : new CloudService("scf");`, `service.request("GetFunction", parameters)`), errors: blind("GetFunction") },
    { name: "the last of a sequence", settings, code: withLoop(`import { CloudService, setUp } from "@acme/cloud";`, `(setUp(), new CloudService("scf")).request("GetFunction", parameters)`), errors: blind("GetFunction") },
    { name: "a service from the settings", settings: { tencentcloud: { sdkModules: ["@acme/cloud"], services: ["scf"] } }, code: withLoop(`import { api } from "@acme/cloud";`, `api.request("GetFunction", parameters)`), errors: blind("GetFunction") },
  ],
});
