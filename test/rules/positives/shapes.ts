import { handling, undocumented, type Positive } from "./snippet.js";

const cam = ["cam", "v20190116", "GetRole"] as const;
const scf = ["scf", "v20180416", "GetFunction"] as const;
const dnspod = ["dnspod", "v20210323", "CreateRecord"] as const;
const cdn = ["cdn", "v20180606", "DescribeDomains"] as const;
const cvm = ["cvm", "v20170312", "StartInstances"] as const;
const vpc = ["vpc", "v20170312", "DeleteSubnet"] as const;
const clb = ["clb", "v20180317", "CreateListener"] as const;
const ssl = ["ssl", "v20191205", "DescribeCertificate"] as const;
const redis = ["redis", "v20180412", "CleanUpInstance"] as const;
const postgres = ["postgres", "v20170312", "DescribeDBInstanceAttribute"] as const;
const lighthouse = ["lighthouse", "v20200324", "StartInstances"] as const;
const live = ["live", "v20180801", "DescribeLiveDomain"] as const;
const tat = ["tat", "v20201028", "InvokeCommand"] as const;
const sts = ["sts", "v20180813", "AssumeRole"] as const;
const tke = ["tke", "v20180525", "DescribeClusters"] as const;

/** The shapes in which applications read codes and test them, over many services. */
export const shapes: Readonly<Record<string, Positive>> = {
  "shape: ===": { reports: undocumented('"ResourceNotFound.RoleNotExist"'), code: handling(...cam, `if (e.code === "ResourceNotFound.RoleNotExist") return null;`) },
  "shape: === with the literal first": { reports: undocumented('"ResourceNotFound.RoleNotExist"'), code: handling(...cam, `if ("ResourceNotFound.RoleNotExist" === e.code) return null;`) },
  "shape: ==": { reports: undocumented(`'ResourceNotFound.RoleNotExists'`), code: handling(...cam, `if (e.code == 'ResourceNotFound.RoleNotExists') return null;`) },
  "shape: !== and rethrow": { reports: undocumented('"ResourceInUse.Aliases"'), code: handling(...scf, `if (e.code !== "ResourceInUse.Aliases") throw e; return null;`) },
  "shape: a chain": { reports: undocumented('"InvalidParameter.RecordIDInvalid"', '"InvalidParameter.RecordGone"'), code: handling(...dnspod, `if (e.code === "InvalidParameter.RecordIDInvalid") return null; else if (e.code === "InvalidParameter.RecordGone") return 0;`) },
  "shape: ||": { reports: undocumented('"ResourceNotFound.CdnHostNotExist"'), code: handling(...cdn, `if (e.code === "ResourceNotFound.CdnHostNotExists" || e.code === "ResourceNotFound.CdnHostNotExist") return null;`) },
  "shape: a conditional expression": { reports: undocumented('"InvalidInstanceId.Gone"'), code: handling(...cvm, `return e.code === "InvalidInstanceId.Gone" ? null : Promise.reject(e);`) },
  "shape: switch": { reports: undocumented('"ResourceInUse.Addresses"'), code: handling(...vpc, `switch (e.code) { case "ResourceInUse.Address": return 1; case "ResourceInUse.Addresses": return 2; default: throw e; }`) },
  "shape: switch (true)": { reports: undocumented('"FailedOperation.Busy"'), code: handling(...clb, `switch (true) { case e.code === "FailedOperation.Busy": return 1; default: throw e; }`) },
  "shape: startsWith": { reports: undocumented('"FailedOperations"'), code: handling(...ssl, `if (e.code.startsWith("FailedOperations")) return null;`) },
  "shape: startsWith with a dot": { reports: undocumented('"ResourceUnavailabel."'), code: handling(...redis, `if (e.code?.startsWith("ResourceUnavailabel.")) return null;`) },
  "shape: indexOf at the start": { reports: undocumented('"ResourceNotfound"'), code: handling(...postgres, `if (e.code.indexOf("ResourceNotfound") === 0) return null;`) },
  "shape: split at the dot": { reports: undocumented('"ResourceNotFounds"'), code: handling(...lighthouse, `if (e.code.split(".")[0] === "ResourceNotFounds") return null;`) },
  "shape: split at the dot into a name": { reports: undocumented('"ResourceNotFounds"'), code: handling(...lighthouse, `const [family] = e.code.split("."); if (family === "ResourceNotFounds") return null;`) },
  "shape: a list": { reports: undocumented('"ResourceNotFound.DomainNotExists"'), code: handling(...live, `if (["ResourceNotFound.DomainNotExists", "ResourceNotFound.DomainNotExist"].includes(e.code)) return null;`) },
  "shape: a list in a constant": { reports: undocumented('"ResourceUnavailable.AgentGone"'), code: handling(...tat, `const offline = ["ResourceUnavailable.AgentGone", "ResourceUnavailable.AgentNotInstalled"]; if (offline.includes(e.code)) return null;`) },
  "shape: a frozen list": { reports: undocumented('"ResourceUnavailable.AgentGone"'), code: `const offline = Object.freeze(["ResourceUnavailable.AgentGone"]);\n${handling(...tat, `if (offline.includes(e.code)) return null;`)}` },
  "shape: lists put together": { reports: undocumented('"ResourceUnavailable.AgentGone"', '"ResourceUnavailable.AgentAway"'), code: `const gone = ["ResourceUnavailable.AgentGone"] as const;\nconst offline: readonly string[] = [...gone, "ResourceUnavailable.AgentAway"];\n${handling(...tat, `if (offline.includes(e.code)) return null;`)}` },
  "shape: a list on a class": { reports: undocumented('"InvalidParameter.RoleNotExists"'), code: `
import { cam } from "tencentcloud-sdk-nodejs";
export class Roles {
  static readonly missing: readonly string[] = ["InvalidParameter.RoleNotExists"];
  client = new cam.v20190116.Client({});
  async run(request: any) { try { return await this.client.GetRole(request); } catch (e: any) { if (Roles.missing.includes(e.code)) return null; throw e; } }
}` },
  "shape: indexOf in a list": { reports: undocumented('"InvalidParameter.PolicyLong"'), code: handling(...sts, `if (["InvalidParameter.PolicyLong"].indexOf(e.code) !== -1) return null;`) },
  "shape: a Set": { reports: undocumented('"InternalError.Nothing"'), code: `const internal = new Set(["InternalError.Nothing", "InternalError.Param"]);\n${handling(...tke, `if (internal.has(e.code)) return null;`)}` },
  "shape: some with ===": { reports: undocumented('"InternalError.Nothing"'), code: handling(...tke, `if (["InternalError.Nothing"].some((code) => code === e.code)) return null;`) },
  "shape: some with startsWith": { reports: undocumented('"InternalErrors"'), code: handling(...tke, `if (["InternalErrors", "AuthFailure"].some((family) => e.code.startsWith(family))) return null;`) },
  "shape: an object of texts": { reports: undocumented('"ResourceNotFound.RoleNotExist"'), code: `const texts: Record<string, string> = { "ResourceNotFound.RoleNotExist": "no role", "InvalidParameter.RoleNotExist": "no role" };\n${handling(...cam, `return texts[e.code] ?? "?";`)}` },
  "shape: an object with names as keys": { reports: undocumented("InternalErrors"), code: `const texts: Record<string, string> = { InternalErrors: "ours", InternalError: "theirs" };\n${handling(...cam, `return texts[e.code] ?? "?";`)}` },
  "shape: an object of handlers": { reports: undocumented('"InvalidParameter.RoleNone"'), code: `const handlers: Record<string, () => unknown> = { "InvalidParameter.RoleNone": () => null };\n${handling(...cam, `const handler = handlers[e.code]; if (handler) return handler();`)}` },
  "shape: in": { reports: undocumented('"InvalidParameter.RoleNone"'), code: `const texts = { "InvalidParameter.RoleNone": "no role" };\n${handling(...cam, `if (e.code in texts) return null;`)}` },
  "shape: a Map": { reports: undocumented('"InvalidParameter.RoleNone"'), code: `const texts = new Map([["InvalidParameter.RoleNone", "no role"]]);\n${handling(...cam, `return texts.get(e.code);`)}` },
  "shape: Object.hasOwn": { reports: undocumented('"InvalidParameter.RoleNone"'), code: `const texts = { "InvalidParameter.RoleNone": "no role" };\n${handling(...cam, `if (Object.hasOwn(texts, e.code)) return null;`)}` },
  "shape: Object.keys": { reports: undocumented('"InvalidParameter.RoleNone"'), code: `const texts = { "InvalidParameter.RoleNone": "no role" };\n${handling(...cam, `if (Object.keys(texts).includes(e.code)) return null;`)}` },
  "shape: a constant": { reports: undocumented('"InvalidParameter.RoleNone"'), code: `const NO_ROLE = "InvalidParameter.RoleNone";\n${handling(...cam, `if (e.code === NO_ROLE) return null;`)}` },
  "shape: an object of constants": { reports: undocumented('"InvalidParameter.RoleNone"'), code: `const Codes = { noRole: "InvalidParameter.RoleNone" } as const;\n${handling(...cam, `if (e.code === Codes.noRole) return null;`)}` },
  "shape: an enum": { reports: undocumented('"InvalidParameter.RoleNone"'), code: `enum Codes { NoRole = "InvalidParameter.RoleNone" }\n${handling(...cam, `if (e.code === Codes.NoRole) return null;`)}` },
  "shape: a template literal": { reports: undocumented("`InvalidParameter.RoleNone`"), code: handling(...cam, "if (e.code === `InvalidParameter.RoleNone`) return null;") },
  "alias: a constant": { reports: undocumented('"ResourceNotFound.Functions"'), code: handling(...scf, `const code = e.code; if (code === "ResourceNotFound.Functions") return null;`) },
  "alias: taken out": { reports: undocumented('"ResourceNotFound.Functions"'), code: handling(...scf, `const { code } = e; if (code === "ResourceNotFound.Functions") return null;`) },
  "alias: taken out by another name, with a default": { reports: undocumented('"ResourceNotFound.Functions"'), code: handling(...scf, `const { code: reason = "" } = e; if (reason === "ResourceNotFound.Functions") return null;`) },
  "alias: String of a cast": { reports: undocumented('"ResourceNotFound.Functions"'), code: handling(...scf, `const code = String((e as Record<string, unknown>).code); if (code === "ResourceNotFound.Functions") return null;`) },
  "alias: a template": { reports: undocumented('"ResourceNotFound.Functions"'), code: handling(...scf, "const code = `${e.code}`; if (code === \"ResourceNotFound.Functions\") return null;") },
  "alias: a default": { reports: undocumented('"ResourceNotFound.Functions"'), code: handling(...scf, `const code = e?.code ?? ""; if (code === "ResourceNotFound.Functions") return null;`) },
  "alias: only if it is there": { reports: undocumented('"ResourceNotFound.Functions"'), code: handling(...scf, `const code = e && "code" in e ? e.code : undefined; if (code === "ResourceNotFound.Functions") return null;`) },
  "alias: set later": { reports: undocumented('"ResourceNotFound.Functions"'), code: handling(...scf, `let code: string | undefined; if (e) code = e.code; if (code === "ResourceNotFound.Functions") return null;`) },
  "alias: brackets": { reports: undocumented('"ResourceNotFound.Functions"'), code: handling(...scf, `if (e["code"] === "ResourceNotFound.Functions") return null;`) },
  "alias: a non-null assertion": { reports: undocumented('"ResourceNotFound.Functions"'), code: handling(...scf, `if (e.code! === "ResourceNotFound.Functions") return null;`) },
  "alias: a helper that reads it": { reports: undocumented('"ResourceNotFound.Functions"'), code: `const codeOf = (error: any) => error?.code ?? "";\n${handling(...scf, `if (codeOf(e) === "ResourceNotFound.Functions") return null;`)}` },
  "alias: a parameter that is taken apart": { reports: undocumented('"ResourceNotFound.Functions"'), code: `
import { scf } from "tencentcloud-sdk-nodejs";
const client = new scf.v20180416.Client({});
export const run = (request: any) => client.GetFunction(request).catch(({ code }: any) => (code === "ResourceNotFound.Functions" ? null : Promise.reject(code)));` },
  "alias: a catch that takes it apart": { reports: undocumented('"ResourceNotFound.Functions"'), code: `
import { scf } from "tencentcloud-sdk-nodejs";
const client = new scf.v20180416.Client({});
export async function run(request: any) { try { return await client.GetFunction(request); } catch ({ code, message }: any) { if (code === "ResourceNotFound.Functions") return null; throw new Error(message); } }` },
};
