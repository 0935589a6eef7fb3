import { createRequire } from "node:module";
import type { ErrorCodeInfo, RetryClass, ServiceTable } from "tencentcloud-error-codes";
import { excerptOf } from "../../catalog/printable.js";
import { catalogStamp } from "../../catalog/stamp.js";
import { SetupError } from "./setup-error.js";

/** What the rules ask of a code map; each answer reads no more than it needs. */
export interface CodeMap {
  serviceIds(): readonly string[];
  /** The gateway's codes. */
  commonCodes(): Readonly<Record<string, ErrorCodeInfo>>;
  /** The table of one of the services. */
  table(id: string): ServiceTable;
  /** The services whose own tables list a code. */
  servicesDocumenting(code: string): readonly string[];
  /** The services that document an action of a name. */
  servicesWithAction(action: string): readonly string[];
  /** Every code of every service's own table. */
  serviceCodes(): Iterable<string>;
  /** The class on which the services that document a code agree, "unclassified" where they do not. */
  classAnywhere(code: string): RetryClass;
  /** Whether an action has the parameter `ClientToken`; undefined where it is not told, or the action not known. */
  takesClientToken(service: string, action: string): boolean | undefined;
  /** The day of the sources of what is documented about a service, `YYYY-MM-DD`; undefined where that is not told. */
  documentedOn(service: string): string | undefined;
  /** Whether an action only looks something up; undefined where it is not told, or the action not known. */
  onlyReads(service: string, action: string): boolean | undefined;
}

type Root = typeof import("tencentcloud-error-codes");
type WholeRegistry = typeof import("tencentcloud-error-codes/registry");
/** What was added since tables got their format: a code map that is older than the plugin lacks it, and can be used. */
type Added = "actionOnlyReads" | "actionsWithClientToken" | "documentedOn";
type Actions = typeof import("tencentcloud-error-codes/service-actions");
type Registry = Omit<WholeRegistry, Added> & Partial<Pick<WholeRegistry, Added>>;

const packageName = "tencentcloud-error-codes";

/** The code map is read when a file first needs it, and one service at a time: most files need none of it. */
const load = createRequire(import.meta.url);

let root: Root | undefined;
let registry: Registry | undefined;
let actions: Actions | "missing" | undefined;

function theRoot(): Root {
  root ??= checked(read(packageName) as Root, ({ commonErrorCodes }) => isTable(commonErrorCodes));
  return root;
}

function theRegistry(): Registry {
  registry ??= checked(read(`${packageName}/registry`) as Registry, ({ serviceIds }) => Array.isArray(serviceIds));
  return registry;
}

/** Undefined where the code map is older than the plugin. */
function theActions(): Actions | undefined {
  if (actions === undefined) {
    try {
      actions = ofThisFormat(load(`${packageName}/service-actions`) as Actions);
    } catch {
      actions = "missing";
    }
  }
  return actions === "missing" ? undefined : actions;
}

/** The class that a code's name tells. */
export function retryClassByName(code: string): RetryClass {
  return theRoot().retryClassOf(code);
}

/** The code map that is installed beside the plugin. */
export function packageCodeMap(): CodeMap {
  const tables = new Map<string, ServiceTable>();
  const table = (id: string): ServiceTable => {
    const known = tables.get(id) ?? loadTable(id);
    tables.set(id, known);
    return known;
  };
  return {
    serviceIds: () => theRegistry().serviceIds,
    commonCodes: () => ({ ...theRoot().commonErrorCodes }),
    table,
    servicesDocumenting: (code) => theRegistry().servicesDocumenting(code),
    servicesWithAction: (action) => theActions()?.servicesWithAction(action) ?? theRegistry().serviceIds.filter((id) => hasAction(table(id), action)),
    serviceCodes: () => theRegistry().allServiceCodes(),
    // Told without a look into the tables: nearly always the code's name tells it.
    classAnywhere: (code) => theRegistry().retryClassUnlikeName(code) ?? retryClassByName(code),
    documentedOn: (service) => theRegistry().documentedOn?.(service),
    takesClientToken: (service, action) => (hasAction(table(service), action) ? theRegistry().actionsWithClientToken?.(service)?.includes(action) : undefined),
    onlyReads: (service, action) => (hasAction(table(service), action) ? theRegistry().actionOnlyReads?.(service, action) : undefined),
  };
}

export function hasAction({ actions }: ServiceTable, action: string): boolean {
  return Object.hasOwn(actions, action);
}

/** The table of a service that the registry names. */
function loadTable(id: string): ServiceTable {
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

/** Of what Node says, which names files. */
const longestReason = 300;

function read(specifier: string): unknown {
  try {
    return load(specifier);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_REQUIRE_ESM") throw cannotRequire();
    const reason = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
    throw unusable(`it cannot be loaded: ${excerptOf(reason, longestReason).replace(/\.$/, "")}`);
  }
}

function cannotRequire(): SetupError {
  return new SetupError(`eslint-plugin-tencentcloud cannot load its code map, because this Node.js (${process.version}) lets nothing \`require\` ES modules. Use Node.js 20.19 or later, of 22 at least 22.12, without --no-experimental-require-module.`);
}

function unusable(reason: string): SetupError {
  return new SetupError(`eslint-plugin-tencentcloud cannot use the installed package ${packageName}, because ${reason}. Install both packages in the same version.`);
}

function isTable(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
