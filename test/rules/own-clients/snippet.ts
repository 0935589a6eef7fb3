/** A module with a client of its own, and what the rules say about it: the rule and the text that it points at. */
export interface Snippet {
  readonly code: string;
  readonly reports: readonly string[];
}

export const undocumented = (...texts: readonly string[]): readonly string[] => texts.map((text) => `no-undocumented-code: ${text}`);
export const bareFamily = (...texts: readonly string[]): readonly string[] => texts.map((text) => `prefer-family-match: ${text}`);
export const retried = (...texts: readonly string[]): readonly string[] => texts.map((text) => `no-retry-non-retryable: ${text}`);
export const unchecked = (...texts: readonly string[]): readonly string[] => texts.map((text) => `require-response-error-check: ${text}`);

/** A code that cbs does not document, and that is near to one which it does. */
export const wrong = `"InvalidDisk.Bsy"`;

/** A function that asks for disks by `call` and looks at the error that comes out, by default at its `code`. */
export function caught(call: string, read = "error.code"): string {
  return `export async function disks() { try { return await ${call}; } catch (error: any) { if (${read} === ${wrong}) return null; throw error; } }`;
}

/** The same client for somebody else's API, which has an envelope of the same form. */
export function elsewhere(code: string): string {
  return code
    .replaceAll(/@(?:cloudbase|tencent-sdk)\//g, "@example/")
    .replaceAll("tencentcloudapi.com", "example.com")
    .replaceAll(/X-TC-/gi, "X-My-")
    .replaceAll("TC3-HMAC-SHA256", "MY1-HMAC-SHA256")
    .replaceAll("tc3_request", "my1_request");
}
