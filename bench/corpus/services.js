import { readFileSync } from "node:fs";
import { join } from "node:path";

import { serviceIds } from "tencentcloud-error-codes/registry";

import { root } from "../lib/measure.js";

const names = ["as", "cam", "cbs", "cdb", "cdn", "clb", "cls", "cvm", "dnspod", "es", "kms", "lighthouse", "mongodb", "monitor", "redis", "scf", "ses", "sms", "sqlserver", "ssl", "tag", "tke", "vod", "vpc"];

/** What the templates need to know of a service: its client, its actions in catalog and SDK alike, and its codes. */
export async function readServices() {
  return Promise.all(names.filter((id) => serviceIds.includes(id)).map(readService));
}

async function readService(id) {
  const { service } = await import(`tencentcloud-error-codes/${id}`);
  const version = `v${service.versions.at(-1).replaceAll("-", "")}`;
  const client = readFileSync(join(root, "node_modules/tencentcloud-sdk-nodejs/tencentcloud/services", id, version, `${id}_client.d.ts`), "utf8");
  const methods = new Set([...client.matchAll(/^ {4}(\w+)\(req/gm)].map(([, name]) => name));
  const actions = Object.keys(service.actions).filter((action) => methods.has(action) && service.actions[action].length > 2);
  return { id, version, actions, lists: service.actions, codes: Object.keys(service.codes) };
}
