/** Code with mistakes, and what the rules say about it: the rule and the text that it points at. */
export interface Positive {
  readonly code: string;
  readonly reports: readonly string[];
}

export function undocumented(...texts: readonly string[]): readonly string[] {
  return texts.map((text) => `no-undocumented-code: ${text}`);
}

export function bareFamily(...texts: readonly string[]): readonly string[] {
  return texts.map((text) => `prefer-family-match: ${text}`);
}

export function onMessage(...texts: readonly string[]): readonly string[] {
  return texts.map((text) => `no-message-match: ${text}`);
}

export function unchecked(...texts: readonly string[]): readonly string[] {
  return texts.map((text) => `require-response-error-check: ${text}`);
}

/** A module that calls one action of a service and handles its errors. */
export function handling(service: string, version: string, action: string, handler: string): string {
  return `import { ${service} } from "tencentcloud-sdk-nodejs";
const client = new ${service}.${version}.Client({ region: "ap-guangzhou" });
export async function run(request: any): Promise<unknown> {
  try {
    return await client.${action}(request);
  } catch (e: any) {
    ${handler}
    throw e;
  }
}`;
}
