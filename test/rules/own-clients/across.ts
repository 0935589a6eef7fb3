import { caught, elsewhere, unchecked, undocumented, wrong, type Snippet } from "./snippet.js";

/** A client whose helper signs the options that are sent, and whose base class takes the response out. */
const signing = `import _ from "lodash";
class Sign {
  constructor(private readonly input: any) {}
  headers() { return { Authorization: \`TC3-HMAC-SHA256 Credential=\${this.input.id}/2024-01-01/\${this.input.service}/tc3_request\`, "X-TC-Action": this.input.action }; }
}
async function signed(options: any, service: string, input: any = {}) {
  const sign = new Sign({ id: "a", service, ...input });
  options.headers = Object.assign(options.headers ?? {}, sign.headers());
  return options;
}
class Base {
  constructor(protected readonly backend: any) {}
  async ask(options: any, service: string, input: any = {}): Promise<any> {
    options = await signed(options, service, input);
    return this.backend.datasourceRequest(options).then((response: any) => _.get(response, "data.Response", {})).catch((error: any) => { throw error; });
  }
}
`;

const disks = (read: string): string => `export class Disks extends Base { list() { return this.ask({ url: "/cbs" }, "cbs", { action: "DescribeDisks" }).then((answer: any) => ${read}); } }`;

const thrown = `if (json.Response.Error) throw Object.assign(new Error("failed"), { code: json.Response.Error.Code });
  return json.Response;`;
const headers = `{ headers: { "X-TC-Action": action } }`;

/** A class of one's own around a client of which the package's name says what it sends: it keeps one for each service. */
const kept = `import { CloudApiService as Service } from "@cloudbase/cloud-api";
class Api {
  static made: Record<string, Api> = {};
  static of(service: string): Api {
    if (Api.made[service]) return Api.made[service];
    const api = new Api(service);
    Api.made[service] = api;
    return api;
  }
  private readonly service: Service;
  constructor(service: string) { this.service = new Service({ service, timeout: 1000 }); }
  async request(action: string, data: object = {}): Promise<any> { const options = { action, data }; return this.service.request(options); }
}
const disksApi = Api.of("cbs");
`;

/** Functions for the actions of a service, made by a package of which the name says what they send. */
const factory = `import { ApiFactory, ServiceType } from "@tencent-sdk/capi";
const ACTIONS = ["AddUser", "GetUser"] as const;
const APIS: any = ApiFactory({ isV3: true, serviceType: ServiceType.cam, version: "2019-01-16", actions: ACTIONS });
`;

/** A code that scf documents, and cbs and cam do not. */
const ofScf = `"ResourceNotFound.FunctionName"`;
const quota = `import { CloudApiService } from "@cloudbase/cloud-api";\nconst api = new CloudApiService({ service: process.env.SERVICE! });\n`;
const functions = factory.replace("ServiceType.cam", "ServiceType.faas").replace("AddUser", "GetFunction");

/** What packages say by their names; a package of somebody else is called so too. */
const packages: Readonly<Record<string, Snippet>> = {
  "a class that keeps a client for each service": { reports: undocumented(wrong), code: kept + caught(`disksApi.request("DescribeDisks")`) },
  "the service that a class keeps a client for": { reports: undocumented(ofScf), code: kept + caught(`disksApi.request("DescribeDisks")`).replace(wrong, ofScf) },
  "the service of an action that an object names": { reports: undocumented(ofScf), code: quota + caught(`api.request({ action: "DescribeDiskConfigQuota" })`).replace(wrong, ofScf) },
  "the service that functions are made for": { reports: undocumented(ofScf), code: factory + caught(`APIS.GetUser({}, {})`).replace(wrong, ofScf) },
  "a client of which the package says what it sends": { reports: undocumented(wrong), code: `import { CloudApiService } from "@cloudbase/cloud-api";\nconst api = CloudApiService.getInstance({ service: "cbs" });\n${caught(`api.request({ action: "DescribeDisks" })`)}` },
  "functions for the actions of a service, one by its name": { reports: undocumented(wrong), code: factory + caught(`APIS.GetUser({}, {})`) },
  "functions for the actions of a service, by a method that is told which": { reports: undocumented(wrong), code: `${factory}export class Users { async request({ Action, ...data }: any): Promise<any> { const result = await APIS[Action](this, data); return result; } async get() { try { return await this.request({ Action: "GetUser", Name: "a" }); } catch (e: any) { if (e.code === ${wrong}) return null; throw e; } } }` },
};

/** Shapes of applications in which who calls and who handles stand in different files; as one module here, and cut into several elsewhere. */
export const across: Readonly<Record<string, Snippet>> = {
  "options that a helper signs, and an inherited method": { reports: unchecked("answer.DiskSet"), code: signing + disks(`answer.DiskSet ?? []`) },
  "a field that is computed, beside one that is not": { reports: unchecked("answer.TotalCount"), code: signing + disks(`[_.get(answer, this.field), answer.TotalCount]`).replace("list()", "field = \"DiskSet\"; list()") },
  "a response that is taken apart where it is awaited": { reports: unchecked("DiskSet"), code: `${signing}export async function list(backend: any) { const { DiskSet } = await new Base(backend).ask({ url: "/cbs" }, "cbs", { action: "DescribeDisks" }); return DiskSet; }` },
  "a path that is a list of names": { reports: undocumented(wrong), code: `import get from "lodash/get";\nasync function send(action: string) { const answer: any = await (await fetch("https://cbs.tencentcloudapi.com", ${headers})).json(); const code = get(answer, ["Response", "Error", "Code"]); if (code) throw Object.assign(new Error("failed"), { code }); return get(answer, "Response"); }\n${caught(`send("DescribeDisks")`)}` },
  "a response that is only written down": { reports: unchecked("answer.Response.DiskSet"), code: `import { writeFileSync } from "node:fs";\nfunction save(name: string, data: any) { writeFileSync(name, JSON.stringify(data)); }\nexport async function list(action: string) { const answer: any = await (await fetch("https://cbs.tencentcloudapi.com", ${headers})).json(); save("disks.json", answer); return answer.Response.DiskSet; }` },
  ...packages,
  "a method of the base class that throws": { reports: undocumented(wrong), code: `class Base { async send(action: string): Promise<any> { const json: any = await (await fetch("https://cbs.tencentcloudapi.com", ${headers})).json(); ${thrown} } }\nexport class Disks extends Base { async list() { try { return await this.send("DescribeDisks"); } catch (error: any) { if (error.code === ${wrong}) return null; throw error; } } }` },
};

/** The same, right. */
export const acrossRight: Readonly<Record<string, Snippet>> = {
  "options that a helper signs, and a look at the error": { reports: [], code: signing + disks(`{ if (answer.Error) throw answer.Error; return answer.DiskSet; }`) },
  "options that a helper signs, and a look at the error by its path": { reports: [], code: signing + disks(`{ if (_.get(answer, "Error.Code", "")) throw answer; return answer.DiskSet; }`) },
  "a computed path to the error": { reports: [], code: signing + disks(`{ const path = "Error"; if (_.get(answer, path)) throw answer; return answer.DiskSet; }`) },
  ...Object.fromEntries(Object.entries(packages).map(([name, { code }]) => [`${name}, in a package of somebody else`, { reports: [], code: `// tencentcloud\n${elsewhere(code)}` }])),
  "a code of the service that functions are made for": { reports: [], code: functions + caught(`APIS.GetFunction({}, {})`).replace(wrong, ofScf) },
  "a documented code of an API that a class keeps": { reports: [], code: kept + caught(`disksApi.request("DescribeDisks")`).replace(wrong, `"InvalidDisk.Busy"`) },
  "a base class that looks at the error": { reports: [], code: signing.replace(`_.get(response, "data.Response", {})`, `{ const answer = _.get(response, "data.Response"); if (answer.Error) throw answer.Error; return answer; }`) + disks(`answer.DiskSet`) },
  "a response that is written down and looked at": { reports: [], code: `function save(data: any) { if (data.Response.Error) throw data.Response.Error; console.log(JSON.stringify(data)); }\nexport async function list(action: string) { const answer: any = await (await fetch("https://cbs.tencentcloudapi.com", ${headers})).json(); save(answer); return answer.Response.DiskSet; }` },
};
