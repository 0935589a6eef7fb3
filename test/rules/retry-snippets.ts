/** A module with a client of the disk service (CBS), as most retries have one around them. */
export function withClient(code: string): string {
  return `import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
${code}`;
}

/** The same for CommonJS. */
export function withRequiredClient(code: string): string {
  return `const { cbs } = require("tencentcloud-sdk-nodejs");
const client = new cbs.v20170312.Client({});
${code}`;
}

/** A loop that makes one call, with the statements of its \`catch\`. */
export function loopWith(handler: string): string {
  return withClient(`async function attachDisks(request) {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await client.AttachDisks(request);
    } catch (error) {
      ${handler}
    }
  }
}`);
}
