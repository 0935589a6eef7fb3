import { cbs, tke } from "tencentcloud-sdk-nodejs";
import type { ClientConfig, DynamicCredential } from "tencentcloud-sdk-nodejs/tencentcloud/common/interface.js";

export type CbsClient = InstanceType<typeof cbs.v20170312.Client>;
export type TkeClient = InstanceType<typeof tke.v20180525.Client>;

export interface Clients {
  readonly cbs: CbsClient;
  readonly tke: TkeClient;
}

export interface Connection {
  /** Asked before each call, so that renewed credentials are used from the next call on. */
  readonly credential: DynamicCredential;
  readonly region: string;
  /** Host and port of a stand-in for the API; absent for the API itself. */
  readonly standIn?: string;
}

export function connect({ credential, region, standIn }: Connection): Clients {
  const config: ClientConfig = { credential, region };
  if (standIn !== undefined) config.profile = { httpProfile: { protocol: "http://", endpoint: standIn } };
  return { cbs: new cbs.v20170312.Client(config), tke: new tke.v20180525.Client(config) };
}
