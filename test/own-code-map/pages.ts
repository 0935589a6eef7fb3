/** An API page of the service `acmevault`, which Tencent Cloud does not have, in the published form. */
export function apiPage(action: string, codes: readonly string[]): string {
  return `## 1. API Description

Domain name for API request: acmevault.tencentcloudapi.com.

## 2. Input Parameters

| Parameter Name | Required | Type | Description |
|---------|---------|---------|---------|
| Action | Yes | String | Common parameter. The value used for this API: ${action}. |
| Version | Yes | String | Common parameter. The value used for this API: 2025-01-01. |
| VaultId | No | String | The vault. |

## 3. Output Parameters

| Parameter Name | Type | Description |
|---------|---------|---------|
| RequestId | String | The unique request ID. |

## 6. Error Code

| Error Code | Description |
|---------|---------|
${codes.map((code) => `| ${code} | ${code} is what went wrong. |`).join("\n")}
`;
}

/** Application code that tests what an action of the service fails with. */
export function application(action: string, code: string): string {
  return `import { acmevault } from "tencentcloud-sdk-nodejs";
const client = new acmevault.v20250101.Client({});
export async function run() {
  try {
    await client.${action}({});
  } catch (error) {
    if (error.code === "${code}") return "known";
    throw error;
  }
}
`;
}
