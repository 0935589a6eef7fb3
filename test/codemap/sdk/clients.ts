import { createRequire } from "node:module";
import { promisify } from "node:util";

/** Calls an action of a service with a real client of an SDK. */
export type Call = (service: string, action: string) => Promise<unknown>;

/** A client as both SDKs have it. */
interface Client {
  request(action: string, parameters: object, done: (error: unknown, data: unknown) => void): unknown;
}

type NewClient = new (...parameters: unknown[]) => Client;

const load = createRequire(import.meta.url);

const VERSIONS: Readonly<Record<string, string>> = { cbs: "v20170312", emr: "v20190103", sqlserver: "v20180328", smh: "v20210712", tke: "v20180525" };

/** Calls through `tencentcloud-sdk-nodejs`. */
export function sdkAgainst(endpoint: string): Call {
  return (service, action) => {
    const Client = clientOf(load(`tencentcloud-sdk-nodejs/tencentcloud/services/${service}`), service);
    const profile = { httpProfile: { endpoint, protocol: "http://", reqTimeout: 5 } };
    return requestOf(new Client({ credential: CREDENTIAL, region: "ap-guangzhou", profile }), action);
  };
}

/** Calls through `tencentcloud-sdk-nodejs-intl-en`, an older SDK without types. */
export function internationalSdkAgainst(endpoint: string): Call {
  const common = load("tencentcloud-sdk-nodejs-intl-en/tencentcloud/common") as Record<string, new (...parameters: unknown[]) => unknown>;
  const make = (name: string, ...parameters: unknown[]): unknown => new (common[name] as new (...parameters: unknown[]) => unknown)(...parameters);
  return (service, action) => {
    const profile = make("ClientProfile", undefined, make("HttpProfile", "http://", endpoint, "POST", 5));
    const credential = make("Credential", CREDENTIAL.secretId, CREDENTIAL.secretKey);
    const CommonClient = common["CommonClient"] as NewClient;
    const client = new CommonClient(`${service}.tencentcloudapi.com`, "2017-03-12", credential, "ap-guangzhou", profile);
    return requestOf(client, action);
  };
}

const CREDENTIAL = { secretId: "id", secretKey: "key" };

function clientOf(module: unknown, service: string): NewClient {
  const versions = (module as Record<string, Record<string, { Client: NewClient }>>)[service];
  const version = versions?.[VERSIONS[service] ?? ""];
  if (version === undefined) throw new Error(`The SDK has no client for ${service}.`);
  return version.Client;
}

function requestOf(client: Client, action: string): Promise<unknown> {
  return promisify((done: (error: unknown, data: unknown) => void) => {
    const returned = client.request(action, {}, done);
    // The newer SDK answers twice: by callback and by promise.
    if (returned instanceof Promise) returned.catch(() => undefined);
  })();
}
