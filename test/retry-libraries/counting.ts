import { createRequire } from "node:module";
import type { cbs } from "tencentcloud-sdk-nodejs";
import type exceptions from "tencentcloud-sdk-nodejs/tencentcloud/common/exception/tencent_cloud_sdk_exception.js";

export type Client = InstanceType<typeof cbs.v20170312.Client>;

const { default: SdkException } = createRequire(import.meta.url)("tencentcloud-sdk-nodejs/tencentcloud/common/exception/tencent_cloud_sdk_exception.js") as typeof exceptions;

/** How often a case makes its call when every call fails with the code. */
export async function countCalls(run: (client: Client) => Promise<unknown>, code: string): Promise<number> {
  let calls = 0;
  const client = {
    DescribeDisks(): Promise<never> {
      calls += 1;
      const error = new SdkException(`The call failed with ${code}.`, "a-request", "a-trace");
      error.code = code;
      return Promise.reject(error);
    },
  };
  await run(client as unknown as Client).catch(() => undefined);
  // A library that goes on after it has settled its promise does so at once here.
  await new Promise((resolve) => setTimeout(resolve, 25));
  return calls;
}
