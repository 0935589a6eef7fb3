import { anyService, type Service } from "./services.js";

/*
 * How the SDK for Node.js and the code map are called: packages, classes, methods, files. From the sources of
 * `tencentcloud-sdk-nodejs`, its edition for the international site and its packages for one service, and from `src/codemap`.
 */
const sdkPackage = /^tencentcloud-sdk-nodejs(?:-[a-z0-9-]+)?(?=\/|$)/;
const codeMapPackage = /^tencentcloud-error-codes(?:\/(?<service>[a-z0-9]+))?$/;
const apiVersion = /^v\d{8}$/;

/** Whether a module is the SDK, or a file of it. */
export function isSdkPackage(module: string): boolean {
  return sdkPackage.test(module);
}

/** The service of `tencentcloud-error-codes/<service>`, any for the package itself; undefined for other modules. */
export function codeMapService(module: string): Service | undefined {
  const match = codeMapPackage.exec(module);
  return match === null ? undefined : (match.groups?.["service"] ?? anyService);
}

/** The client of the Serverless Framework's components, whose requests give back raw responses. */
export const capiPackage = "@tencent-sdk/capi";

/*
 * What other packages of Tencent's export that sends requests to the service which its options name, and throws the code of a
 * response in `code`: from the sources of `@cloudbase/cloud-api` 0.5 and `@tencent-sdk/capi` 2.0.
 */
const requestClients: ReadonlyMap<string, string> = new Map([["@cloudbase/cloud-api", "CloudApiService"], [capiPackage, "ApiFactory"]]);

/** Whether a module is one of which is known by its name what it sends. */
export function isRequestPackage(module: string): boolean {
  return requestClients.has(module);
}

/** Whether a path into a module leads to what makes clients of a service. */
export function isRequestClient(module: string, path: readonly string[]): boolean {
  return path.length === 1 && requestClients.get(module) === path[0];
}

/** The service that a member of the enum `ServiceType` of Capi stands for: `scf` for `ServiceType.faas`; undefined for other paths. */
export function serviceOfCapi(module: string, [owner, name]: readonly string[]): string | undefined {
  if (module !== capiPackage || owner !== "ServiceType") return undefined;
  return name === "faas" ? "scf" : name;
}

/** The class of the errors that the SDK throws. */
export const exceptionClass = "TencentCloudSDKHttpException";

/** What the last name on a path into the SDK, or the file where that path starts, stands for; undefined for anything else. */
export function sdkKind(module: string, name: string): "client" | "common-client" | "exception" | undefined {
  if (name === exceptionClass || /\/tencent_cloud_sdk_exception(?:\.js)?$/.test(module)) return "exception";
  if (name === "CommonClient" || name === "AbstractClient") return "common-client";
  return name === "Client" || /^[A-Z]\w*Client$/.test(name) || /_client(?:\.js)?$/.test(module) ? "client" : undefined;
}

/** The service in `cbs.v20170312.Client`, in the path of a file of the SDK, or in the name of a package for one service. */
export function serviceOfPath(module: string, path: readonly string[]): Service {
  const version = path.findIndex((name) => apiVersion.test(name));
  const named = version > 0 ? path[version - 1] : undefined;
  return named ?? /\/services\/([a-z0-9]+)(?:\/|$)/.exec(module)?.[1] ?? perServicePackage(module) ?? anyService;
}

function perServicePackage(module: string): string | undefined {
  const name = /^tencentcloud-sdk-nodejs-(?:intl-en-)?([a-z0-9]+)(?:\/|$)/.exec(module)?.[1];
  return name === "intl" || name === "common" ? undefined : name;
}

/** Methods of a client that take the name of an action. */
export const requestMethods: ReadonlySet<string> = new Set(["request", "requestOctetStream", "doRequest"]);

/** A method of a client that is an action. */
export const actionName = /^[A-Z][A-Za-z0-9]+$/;

/** Files of the SDK in which a type is declared. */
export const sdkFile = /[\\/]tencentcloud-sdk-nodejs(?:-[a-z0-9-]+)?[\\/](?:tencentcloud|es)[\\/]/;
/** The file that declares the client of a service. */
export const clientFile = /[\\/](?:tencentcloud|es)[\\/]services[\\/](?<service>[a-z0-9]+)[\\/]v\d+[\\/]\w+_client(?:\.d)?\.ts$/;
/** Files of the code map in which a type is declared. */
export const codeMapFile = /[\\/](?:tencentcloud-error-codes|generated)[\\/](?:dist|src)[\\/]/;

/** The code map's types of errors that have a code. */
export const codeMapErrors: ReadonlySet<string> = new Set(["TencentCloudError", "TencentCloudApiError"]);

/** The guards of the code map that only ask what sort of error one is, with what they say of an error that has a code. */
export const errorGuards: ReadonlyMap<string, boolean> = new Map([
  ["isTencentCloudError", true],
  ["isApiError", true],
  ["isHttpError", false],
  ["isTransportError", false],
]);

const guards: ReadonlySet<string> = new Set([...errorGuards.keys(), "hasErrorCode", "inFamily"]);
const guardOfService = /^is[A-Z]\w*Error$/;

/** Whether a function of the code map tells errors apart: those for all services, and of a service the one with its name, `isCbsError`. */
export function isCodeMapGuard(service: Service, name: string): boolean {
  return service === anyService ? guards.has(name) : guardOfService.test(name);
}

/** Methods of what wraps the SDK in modules of `settings.tencentcloud.sdkModules` that take an action's name, or a request that names it: `request` as the SDK's clients have it, `call` as applications name it. */
export const wrapperMethods: ReadonlySet<string> = new Set(["call", "request"]);

const serviceOption = /^(?:product|service(?:Name|Type)?)$/i;

/** Whether an option of what makes such a client names the service: `ServiceType`, `product`. */
export function isServiceOption(name: string): boolean {
  return serviceOption.test(name);
}
