import { caught, unchecked, undocumented, wrong, type Snippet } from "./snippet.js";

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

/** Shapes of applications in which who calls and who handles stand in different files; as one module here, and cut into several elsewhere. */
export const across: Readonly<Record<string, Snippet>> = {
  "options that a helper signs, and an inherited method": { reports: unchecked("answer.DiskSet"), code: signing + disks(`answer.DiskSet ?? []`) },
  "a field that is computed, beside one that is not": { reports: unchecked("answer.TotalCount"), code: signing + disks(`[_.get(answer, this.field), answer.TotalCount]`).replace("list()", "field = \"DiskSet\"; list()") },
  "a response that is taken apart where it is awaited": { reports: unchecked("DiskSet"), code: `${signing}export async function list(backend: any) { const { DiskSet } = await new Base(backend).ask({ url: "/cbs" }, "cbs", { action: "DescribeDisks" }); return DiskSet; }` },
  "a path that is a list of names": { reports: undocumented(wrong), code: `import get from "lodash/get";\nasync function send(action: string) { const answer: any = await (await fetch("https://cbs.tencentcloudapi.com", ${headers})).json(); const code = get(answer, ["Response", "Error", "Code"]); if (code) throw Object.assign(new Error("failed"), { code }); return get(answer, "Response"); }\n${caught(`send("DescribeDisks")`)}` },
  "a response that is only written down": { reports: unchecked("answer.Response.DiskSet"), code: `import { writeFileSync } from "node:fs";\nfunction save(name: string, data: any) { writeFileSync(name, JSON.stringify(data)); }\nexport async function list(action: string) { const answer: any = await (await fetch("https://cbs.tencentcloudapi.com", ${headers})).json(); save("disks.json", answer); return answer.Response.DiskSet; }` },
  "a method of the base class that throws": { reports: undocumented(wrong), code: `class Base { async send(action: string): Promise<any> { const json: any = await (await fetch("https://cbs.tencentcloudapi.com", ${headers})).json(); ${thrown} } }\nexport class Disks extends Base { async list() { try { return await this.send("DescribeDisks"); } catch (error: any) { if (error.code === ${wrong}) return null; throw error; } } }` },
};

/** The same, right. */
export const acrossRight: Readonly<Record<string, Snippet>> = {
  "options that a helper signs, and a look at the error": { reports: [], code: signing + disks(`{ if (answer.Error) throw answer.Error; return answer.DiskSet; }`) },
  "options that a helper signs, and a look at the error by its path": { reports: [], code: signing + disks(`{ if (_.get(answer, "Error.Code", "")) throw answer; return answer.DiskSet; }`) },
  "a computed path to the error": { reports: [], code: signing + disks(`{ const path = "Error"; if (_.get(answer, path)) throw answer; return answer.DiskSet; }`) },
  "a base class that looks at the error": { reports: [], code: signing.replace(`_.get(response, "data.Response", {})`, `{ const answer = _.get(response, "data.Response"); if (answer.Error) throw answer.Error; return answer; }`) + disks(`answer.DiskSet`) },
  "a response that is written down and looked at": { reports: [], code: `function save(data: any) { if (data.Response.Error) throw data.Response.Error; console.log(JSON.stringify(data)); }\nexport async function list(action: string) { const answer: any = await (await fetch("https://cbs.tencentcloudapi.com", ${headers})).json(); save(answer); return answer.Response.DiskSet; }` },
};
