/** JavaScript that calls one action and handles its errors; `handler` is the start of the `catch`. */
export function handling(handler: string, client = "cbs.v20170312", action = "AttachDisks"): string {
  return `import * as tencentcloud from "tencentcloud-sdk-nodejs";
const client = new tencentcloud.${client}.Client({});
export async function run(request) {
  try {
    return await client.${action}(request);
  } catch (e) {
    ${handler}
    throw e;
  }
}`;
}
