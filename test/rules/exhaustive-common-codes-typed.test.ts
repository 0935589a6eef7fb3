import { RuleTester } from "@typescript-eslint/rule-tester";
import { join } from "node:path";
import rule from "../../rules/exhaustive-common-codes.js";

const tester = new RuleTester({
  languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: join(import.meta.dirname, "../fixtures/typed") } },
});

tester.run("exhaustive-common-codes: with types", rule, {
  valid: [
    {
      name: "every code that the type has left is named",
      code: `import { hasErrorCode } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "ServiceUnavailable")) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "ServiceUnavailable":
        return "again";
    }
  }
}
`,
    },
    {
      name: "the compiler agrees that nothing is left",
      code: `import { hasErrorCode } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "ServiceUnavailable")) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "ServiceUnavailable":
        return "again";
      default:
        e.code satisfies never;
        return undefined;
    }
  }
}
`,
    },
    {
      name: "an assertion that takes never",
      code: `import { hasErrorCode } from "tencentcloud-error-codes";
function assertNever(value: never): never {
  throw new Error(String(value));
}
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "ServiceUnavailable")) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "ServiceUnavailable":
        return "again";
      default:
        return assertNever(e.code);
    }
  }
}
`,
    },
    {
      name: "never: nothing but what the type has left is asked for",
      code: `import { hasErrorCode } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "ServiceUnavailable")) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "ServiceUnavailable":
        return "again";
    }
  }
}
`,
      options: [{ defaultCase: "never" }],
    },
    {
      name: "an if chain over what the type has left",
      code: `import { hasErrorCode } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "ServiceUnavailable")) throw e;
    if (e.code === "ResourceNotFound") {
      return undefined;
    } else if (e.code === "ServiceUnavailable") {
      return "again";
    }
    return undefined;
  }
}
`,
    },
    {
      name: "codes that an earlier test took out of the type",
      code: `import { hasErrorCode } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "InternalError", "ServiceUnavailable")) throw e;
    if (e.code === "ServiceUnavailable") throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "InternalError":
        return "again";
    }
  }
}
`,
    },
    {
      name: "a union with no common code in it",
      code: `import type { CbsErrorCode } from "tencentcloud-error-codes/cbs";
export function handle(code: Extract<CbsErrorCode, \`InvalidDisk.\${string}\`>): void {
  switch (code) {
    case "InvalidDisk.Busy":
      console.info("wait");
      break;
    case "InvalidDisk.Expire":
      process.exitCode = 0;
      break;
  }
}
`,
    },
    {
      name: "a call that the types say never returns",
      code: `import { isTencentCloudError } from "tencentcloud-error-codes";
declare const quit: { now: (reason: unknown) => never };
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!isTencentCloudError(e)) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "InternalError":
        return "again";
      default:
        console.error(e);
        quit.now("attach");
    }
  }
}
`,
    },
    {
      name: "a call that the types say never returns, with the name of a list's method",
      code: `import { isTencentCloudError } from "tencentcloud-error-codes";
declare const failures: { add: () => never };
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!isTencentCloudError(e)) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "InternalError":
        return "again";
      default:
        failures.add();
    }
  }
}
`,
    },
    {
      name: "an empty branch that says why, and a default that hands the error on",
      code: `import { isTencentCloudError } from "tencentcloud-error-codes";
declare function report(error: unknown): void;
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!isTencentCloudError(e)) throw e;
    switch (e.code) {
      case "InternalError": // Somebody else has taken it.
        break;
      case "ResourceNotFound":
        return "again";
      default:
        report(e);
    }
    return undefined;
  }
}
`,
    },
    {
      name: "a plain string of which the default throws",
      code: `import { isTencentCloudError } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!isTencentCloudError(e)) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "InternalError":
        return "again";
      default:
        throw e;
    }
  }
}
`,
    },
    {
      name: "somebody else's error with the same words",
      code: `class StoreError extends Error {
  code?: string;
}
export async function read(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!(e instanceof StoreError)) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "InternalError":
        return "again";
    }
    return undefined;
  }
}
`,
    },
    {
      name: "matchErrorCode, which the compiler checks",
      code: `import { hasErrorCode, matchErrorCode } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "ServiceUnavailable")) throw e;
    return matchErrorCode(e, {
      ResourceNotFound: () => undefined,
      ServiceUnavailable: () => "again",
      otherwise: () => undefined,
    });
  }
}
`,
    },
  ],
  invalid: [
    {
      name: "an empty branch beside a default that hands the error on",
      code: `import { isTencentCloudError } from "tencentcloud-error-codes";
declare function report(error: unknown): void;
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!isTencentCloudError(e)) throw e;
    switch (e.code) {
      case "InternalError":
        break;
      case "ResourceNotFound":
        return "again";
      default:
        report(e);
    }
    return undefined;
  }
}
`,
      errors: [{ messageId: "emptyBranch", line: 9, data: { code: "InternalError" } }],
    },
    {
      name: "a code that the type has left",
      code: `import { hasErrorCode } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "InternalError", "ServiceUnavailable")) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "InternalError":
        return "again";
    }
    return undefined;
  }
}
`,
      errors: [
        {
          messageId: "notHandled",
          line: 7,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: `import { hasErrorCode } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "InternalError", "ServiceUnavailable")) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "InternalError":
        return "again";
      default:
        throw e;
    }
    return undefined;
  }
}
` }, { messageId: "addMissingCodes", output: `import { hasErrorCode } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "InternalError", "ServiceUnavailable")) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "InternalError":
        return "again";
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
    }
    return undefined;
  }
}
` }],
        },
      ],
    },
    {
      name: "an if chain that leaves a code of the type",
      code: `import { hasErrorCode } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "InternalError", "ServiceUnavailable")) throw e;
    if (e.code === "ResourceNotFound") {
      return undefined;
    } else if (e.code === "InternalError") {
      return "again";
    }
    return undefined;
  }
}
`,
      errors: [
        {
          messageId: "notHandled",
          line: 7,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: `import { hasErrorCode } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "InternalError", "ServiceUnavailable")) throw e;
    if (e.code === "ResourceNotFound") {
      return undefined;
    } else if (e.code === "InternalError") {
      return "again";
    }
    throw e;
  }
}
` }, { messageId: "addMissingCodes", output: `import { hasErrorCode } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "InternalError", "ServiceUnavailable")) throw e;
    if (e.code === "ResourceNotFound") {
      return undefined;
    } else if (e.code === "InternalError") {
      return "again";
    } else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    }
    return undefined;
  }
}
` }],
        },
      ],
    },
    {
      name: "a check of the compiler that does not hold",
      code: `import { hasErrorCode } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "InternalError", "ServiceUnavailable")) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "InternalError":
        return "again";
      default:
        e.code satisfies never;
        return undefined;
    }
  }
}
`,
      options: [{ defaultCase: "never" }],
      errors: [
        {
          messageId: "notNamed",
          line: 7,
          data: { codes: "1 common error code is", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: `import { hasErrorCode } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "InternalError", "ServiceUnavailable")) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "InternalError":
        return "again";
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
      default:
        e.code satisfies never;
        return undefined;
    }
  }
}
` }],
        },
      ],
    },
    {
      name: "never: a code that the type has left and the default throws",
      code: `import { hasErrorCode } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "InternalError", "ServiceUnavailable")) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "InternalError":
        return "again";
      default:
        throw e;
    }
  }
}
`,
      options: [{ defaultCase: "never" }],
      errors: [
        {
          messageId: "notNamed",
          line: 7,
          data: { codes: "1 common error code is", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: `import { hasErrorCode } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!hasErrorCode(e, "ResourceNotFound", "InternalError", "ServiceUnavailable")) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "InternalError":
        return "again";
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
      default:
        throw e;
    }
  }
}
` }],
        },
      ],
    },
    {
      name: "a parameter that is a code of a service",
      code: `import type { CbsErrorCode } from "tencentcloud-error-codes/cbs";
export function handle(code: CbsErrorCode): void {
  switch (code) {
    case "InvalidDisk.Busy":
      console.info("wait");
      break;
    case "ResourceNotFound":
      process.exitCode = 0;
      break;
  }
}
`,
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 3,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: `import type { CbsErrorCode } from "tencentcloud-error-codes/cbs";
export function handle(code: CbsErrorCode): void {
  switch (code) {
    case "InvalidDisk.Busy":
      console.info("wait");
      break;
    case "ResourceNotFound":
      process.exitCode = 0;
      break;
    default:
      throw new Error(\`The Tencent Cloud API call failed: \${code}\`);
  }
}
` }, { messageId: "addMissingCodes", output: `import type { CbsErrorCode } from "tencentcloud-error-codes/cbs";
export function handle(code: CbsErrorCode): void {
  switch (code) {
    case "InvalidDisk.Busy":
      console.info("wait");
      break;
    case "ResourceNotFound":
      process.exitCode = 0;
      break;
    // Transient: retry with backoff if the call is idempotent.
    case "ServiceUnavailable":
      throw new Error(\`The Tencent Cloud API call failed: \${code}\`);
  }
}
` }],
        },
      ],
    },
    {
      name: "an exception of the SDK by its shape",
      code: `import { isTencentCloudError } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!isTencentCloudError(e)) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "InternalError":
        return "again";
    }
    return undefined;
  }
}
`,
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 7,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: `import { isTencentCloudError } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!isTencentCloudError(e)) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "InternalError":
        return "again";
      default:
        throw e;
    }
    return undefined;
  }
}
` }, { messageId: "addMissingCodes", output: `import { isTencentCloudError } from "tencentcloud-error-codes";
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!isTencentCloudError(e)) throw e;
    switch (e.code) {
      case "ResourceNotFound":
        return undefined;
      case "InternalError":
        return "again";
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
    }
    return undefined;
  }
}
` }],
        },
      ],
    },
    {
      name: "the envelope of the code map",
      code: `import type { ApiResponse } from "tencentcloud-error-codes";
export function sizeOf(body: ApiResponse<{ DiskSet: object[] }>): number {
  if (body.Response.Error) {
    switch (body.Response.Error.Code) {
      case "ResourceNotFound":
        return 0;
      case "InternalError":
        return sizeOf(body);
    }
    return 0;
  }
  return body.Response.DiskSet.length;
}
`,
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 4,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: `import type { ApiResponse } from "tencentcloud-error-codes";
export function sizeOf(body: ApiResponse<{ DiskSet: object[] }>): number {
  if (body.Response.Error) {
    switch (body.Response.Error.Code) {
      case "ResourceNotFound":
        return 0;
      case "InternalError":
        return sizeOf(body);
      default:
        throw new Error(\`The Tencent Cloud API call failed: \${body.Response.Error.Code}\`);
    }
    return 0;
  }
  return body.Response.DiskSet.length;
}
` }, { messageId: "addMissingCodes", output: `import type { ApiResponse } from "tencentcloud-error-codes";
export function sizeOf(body: ApiResponse<{ DiskSet: object[] }>): number {
  if (body.Response.Error) {
    switch (body.Response.Error.Code) {
      case "ResourceNotFound":
        return 0;
      case "InternalError":
        return sizeOf(body);
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw new Error(\`The Tencent Cloud API call failed: \${body.Response.Error.Code}\`);
    }
    return 0;
  }
  return body.Response.DiskSet.length;
}
` }],
        },
      ],
    },
    {
      name: "a table of handlers with a type",
      code: `import { isTencentCloudError } from "tencentcloud-error-codes";
const handlers: Record<string, () => string> = {
  ResourceNotFound: () => create(),
  InternalError: () => create(),
};
declare function create(): string;
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!isTencentCloudError(e)) throw e;
    return handlers[e.code ?? ""]?.();
  }
}
`,
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 12,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: `import { isTencentCloudError } from "tencentcloud-error-codes";
const handlers: Record<string, () => string> = {
  ResourceNotFound: () => create(),
  InternalError: () => create(),
  // Transient: retry with backoff if the call is idempotent.
  ServiceUnavailable: () => { throw new Error("The Tencent Cloud API call failed."); },
};
declare function create(): string;
export async function attach(call: () => Promise<string>): Promise<string | undefined> {
  try {
    return await call();
  } catch (e) {
    if (!isTencentCloudError(e)) throw e;
    return handlers[e.code ?? ""]?.();
  }
}
` }],
        },
      ],
    },
  ],
});
