import { createRequire } from "node:module";
import type { ServiceTable } from "tencentcloud-error-codes";
import { catalogStamp } from "../../catalog/stamp.js";

type Root = typeof import("tencentcloud-error-codes");
type WholeRegistry = typeof import("tencentcloud-error-codes/registry");
/** What was added since tables got their format: a code map that is older than the plugin lacks it, and can be used. */
type Added = "actionOnlyReads" | "actionsWithClientToken";
type Registry = Omit<WholeRegistry, Added> & Partial<Pick<WholeRegistry, Added>>;

const packageName = "tencentcloud-error-codes";

/** The code map is read when a file first needs it, and one service at a time: most files need none of it. */
const load = createRequire(import.meta.url);

let root: Root | undefined;
let registry: Registry | undefined;

export function theRoot(): Root {
  root ??= checked(read(packageName) as Root, ({ commonErrorCodes }) => isTable(commonErrorCodes));
  return root;
}

export function theRegistry(): Registry {
  registry ??= checked(read(`${packageName}/registry`) as Registry, ({ serviceIds }) => Array.isArray(serviceIds));
  return registry;
}

/** The table of a service that the registry names. */
export function loadTable(id: string): ServiceTable {
  theRegistry();
  const { service } = ofThisFormat(read(`${packageName}/${id}`) as Stamped & { readonly service?: Partial<ServiceTable> });
  if (service?.id !== id || !isTable(service.codes) || !isTable(service.actions)) throw unusable(`its table of the service "${id}" is damaged`);
  return service as ServiceTable;
}

interface Stamped {
  readonly catalogStamp: string;
}

function checked<Module extends Stamped>(module: Module, isWhole: (module: Module) => boolean): Module {
  if (!isWhole(ofThisFormat(module))) throw unusable("its tables are damaged");
  return module;
}

/** Tables of another format could be misread, and wrong reports are worse than none. */
function ofThisFormat<Module extends Stamped>(module: Module): Module {
  const stamp: unknown = module.catalogStamp;
  if (stamp !== catalogStamp) throw unusable(`its tables are of format ${String(stamp)} instead of ${catalogStamp}`);
  return module;
}

function read(specifier: string): unknown {
  try {
    return load(specifier);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
    throw unusable(`it cannot be loaded: ${reason}`);
  }
}

function unusable(reason: string): Error {
  return new Error(`eslint-plugin-tencentcloud cannot use the installed package ${packageName}, because ${reason}. Install both packages in the same version.`);
}

function isTable(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
