import * as root from "tencentcloud-error-codes";
import * as registry from "tencentcloud-error-codes/registry";
import { name, version } from "../../package.json";
import type { ServiceFile } from "../search/index-format.js";
import { tableOf } from "./table.js";

const PACKAGE = "tencentcloud-error-codes";

const ready: Readonly<Record<string, unknown>> = {
  [PACKAGE]: root,
  [`${PACKAGE}/registry`]: registry,
  "eslint-plugin-tencentcloud/package.json": { name, version },
};

let services = "";

/** Says where the services' files are: the address of the folder, with a slash at its end. */
export function setServices(address: string): void {
  services = address;
}

/**
 * What the rules load: the code map's root and registry come with the worker, a service's table when a rule asks for it.
 * A rule cannot wait, so the table is asked for synchronously, which a worker may do.
 *
 * @throws Error when the table cannot be loaded
 */
export function requireModule(specifier: string): unknown {
  if (Object.hasOwn(ready, specifier)) return ready[specifier];
  const id = specifier.slice(PACKAGE.length + 1);
  if (!specifier.startsWith(`${PACKAGE}/`) || !/^[a-z][a-z0-9]*$/.test(id)) throw new Error(`There is no module ${specifier}.`);
  const request = new XMLHttpRequest();
  request.open("GET", `${services}${id}.json`, false);
  request.send();
  if (request.status !== 200) throw new Error(`The table of ${id} cannot be loaded: status ${request.status}.`);
  const file = JSON.parse(request.responseText) as ServiceFile;
  return { catalogStamp: root.catalogStamp, service: tableOf(file, { ...root.commonErrorCodes }) };
}
