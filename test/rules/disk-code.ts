/** The code in the `catch` of a call of the SDK, where the error is `e`. */
export function inCatch(statements: string): string {
  return `import { cbs } from "tencentcloud-sdk-nodejs";

const client = new cbs.v20170312.Client({});

export async function attach(request) {
  try {
    return await client.AttachDisks(request);
  } catch (e) {
${statements}
  }
}
`;
}

/** The code of a module that has a client of the SDK. */
export function withClient(code: string): string {
  return `import { cbs } from "tencentcloud-sdk-nodejs";

const client = new cbs.v20170312.Client({});

${code}
`;
}
