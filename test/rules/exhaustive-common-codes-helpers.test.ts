import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/exhaustive-common-codes.js";
import { withClient } from "./disk-code.js";

const tester = new RuleTester();

tester.run("exhaustive-common-codes: a dispatch split over functions", rule, {
  valid: [
    {
      name: "a function that answers a question",
      code: withClient(`export function kindOf(e: TencentCloudSDKHttpException) {
  switch (e.code) {
    case "ResourceNotFound": return Kind.Missing;
    case "InternalError": return Kind.Broken;
    default: return undefined;
  }
}`),
    },
    {
      name: "a predicate with a switch",
      code: withClient(`export function isTransient(e: TencentCloudSDKHttpException) {
  switch (e.code) {
    case "ServiceUnavailable":
    case "InternalError": return true;
    default: return false;
  }
}`),
    },
    {
      name: "a handler whose caller throws",
      code: withClient(`function handle(e) {
  switch (e.code) {
    case "ResourceNotFound": create(); break;
    case "InternalError": again(); break;
  }
}
try {
  await client.AttachDisks({});
} catch (e) {
  handle(e);
  throw e;
}`),
    },
    {
      name: "a handler that is handed the error and throws the rest",
      code: withClient(`function handle(e) {
  if (e.code === "ServiceUnavailable") again();
  else throw e;
}
try {
  await client.AttachDisks({});
} catch (e) {
  if (e.code === "ResourceNotFound") create();
  else if (e.code === "InternalError") again();
  else handle(e);
}`),
    },
    {
      name: "a code that a helper deals with first",
      code: withClient(`function handleThrottling(e) {
  if (e.code === "ServiceUnavailable") throw e;
}
try {
  await client.AttachDisks({});
} catch (e) {
  handleThrottling(e);
  if (e.code === "ResourceNotFound") create();
  else if (e.code === "InternalError") again();
}`),
      options: [{ codes: ["ServiceUnavailable"] }],
    },
    {
      name: "predicates of the same module cover the code asked for",
      code: withClient(`const isBroken = (e) => e.code === "ServiceUnavailable" || e.code === "InternalError";
try {
  await client.AttachDisks({});
} catch (e) {
  if (isBroken(e)) await sleep(1000);
  else if (e.code === "ResourceNotFound") create();
}`),
      options: [{ codes: ["ServiceUnavailable"] }],
    },
    {
      name: "a guard of the code map covers the code asked for",
      code: `import { inFamily, isRetryable, isTencentCloudError } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (!isTencentCloudError(e)) throw e;
  if (isRetryable(e)) await sleep(1000);
  else if (inFamily(e, "AuthFailure")) await renew();
  else if (e.code === "ResourceNotFound") create();
}`,
      options: [{ codes: ["AuthFailure.*", "RequestLimitExceeded.*", "ServiceUnavailable"] }],
    },
    {
      name: "a guard of the code map that leaves when it fails",
      code: `import { hasErrorCode } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (!hasErrorCode(e, "ResourceNotFound", "InternalError")) throw e;
  if (e.code === "ResourceNotFound") create();
  else if (e.code === "InternalError") again();
}`,
    },
    {
      name: "a callback that a library calls",
      code: withClient(`retry(() => client.AttachDisks({}), {
  onFailedAttempt: (e) => {
    if (e.code === "ResourceNotFound") throw new AbortError(e);
    if (e.code === "LimitExceeded") throw new AbortError(e);
  },
});`),
    },
  ],
  invalid: [
    {
      name: "a handler whose caller goes on",
      code: withClient(`function handle(e) {
  switch (e.code) {
    case "ResourceNotFound": create(); break;
    case "InternalError": again(); break;
  }
}
try {
  await client.AttachDisks({});
} catch (e) {
  handle(e);
}`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 6,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: withClient(`function handle(e) {
  switch (e.code) {
    case "ResourceNotFound": create(); break;
    case "InternalError": again(); break;
    default:
      throw e;
  }
}
try {
  await client.AttachDisks({});
} catch (e) {
  handle(e);
}`) }, { messageId: "addMissingCodes", output: withClient(`function handle(e) {
  switch (e.code) {
    case "ResourceNotFound": create(); break;
    case "InternalError": again(); break;
    // Transient: retry with backoff if the call is idempotent.
    case "ServiceUnavailable":
      throw e;
  }
}
try {
  await client.AttachDisks({});
} catch (e) {
  handle(e);
}`) }],
        },
      ],
    },
    {
      name: "an exported handler that gives nothing back",
      code: withClient(`export function handle(e: TencentCloudSDKHttpException): void {
  if (e.code === "ResourceNotFound") {
    create();
  } else if (e.code === "InternalError") {
    again();
  }
}`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 6,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: withClient(`export function handle(e: TencentCloudSDKHttpException): void {
  if (e.code === "ResourceNotFound") {
    create();
  } else if (e.code === "InternalError") {
    again();
  } else {
    throw e;
  }
}`) }, { messageId: "addMissingCodes", output: withClient(`export function handle(e: TencentCloudSDKHttpException): void {
  if (e.code === "ResourceNotFound") {
    create();
  } else if (e.code === "InternalError") {
    again();
  } else if (
    // Transient: retry with backoff if the call is idempotent.
    e.code === "ServiceUnavailable"
  ) {
    throw e;
  }
}`) }],
        },
      ],
    },
    {
      name: "predicates of the same module tell the codes apart",
      code: withClient(`const isGone = (e) => e.code === "ResourceNotFound";
const isBroken = (code) => code === "InternalError";
try {
  await client.AttachDisks({});
} catch (e) {
  if (isGone(e)) create();
  else if (isBroken(e.code)) await sleep(1000);
}`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 10,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: withClient(`const isGone = (e) => e.code === "ResourceNotFound";
const isBroken = (code) => code === "InternalError";
try {
  await client.AttachDisks({});
} catch (e) {
  if (isGone(e)) create();
  else if (isBroken(e.code)) await sleep(1000);
  else throw e;
}`) }],
        },
      ],
    },
    {
      name: "the handler of a rejection, by its name",
      code: withClient(`function handle(e) {
  if (e.code === "ResourceNotFound") return null;
  if (e.code === "InternalError") return [];
}
client.AttachDisks({}).catch(handle);`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 6,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: withClient(`function handle(e) {
  if (e.code === "ResourceNotFound") return null;
  if (e.code === "InternalError") return [];
  throw e;
}
client.AttachDisks({}).catch(handle);`) }, { messageId: "addMissingCodes", output: withClient(`function handle(e) {
  if (e.code === "ResourceNotFound") return null;
  if (e.code === "InternalError") return [];
  if (
    // Transient: retry with backoff if the call is idempotent.
    e.code === "ServiceUnavailable"
  ) {
    throw e;
  }
}
client.AttachDisks({}).catch(handle);`) }],
        },
      ],
    },
    {
      name: "guards of the code map",
      code: `import { hasErrorCode } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (hasErrorCode(e, "ResourceNotFound")) create();
  else if (hasErrorCode(e, "InternalError")) again();
}`,
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 3,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: `import { hasErrorCode } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (hasErrorCode(e, "ResourceNotFound")) create();
  else if (hasErrorCode(e, "InternalError")) again();
  else throw e;
}` }, { messageId: "addMissingCodes", output: `import { hasErrorCode } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (hasErrorCode(e, "ResourceNotFound")) create();
  else if (hasErrorCode(e, "InternalError")) again();
  else if (
    // Transient: retry with backoff if the call is idempotent.
    hasErrorCode(e, "ServiceUnavailable")
  ) {
    throw e;
  }
}` }],
        },
      ],
    },
    {
      name: "families by a guard of the code map",
      code: `import { inFamily } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (inFamily(e, "ResourceNotFound")) create();
  else if (inFamily(e, "InternalError")) again();
}`,
      options: [{ codes: ["AuthFailure.*"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 3,
          data: { codes: "8 common error codes are", rest: "nothing passes the rest on", missing: "AuthFailure.* (8)" },
          suggestions: [{ messageId: "passOn", output: `import { inFamily } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (inFamily(e, "ResourceNotFound")) create();
  else if (inFamily(e, "InternalError")) again();
  else throw e;
}` }, { messageId: "addMissingCodes", output: `import { inFamily } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (inFamily(e, "ResourceNotFound")) create();
  else if (inFamily(e, "InternalError")) again();
  else if (
    // Renew: retry once, after re-signing or refreshing the credentials.
    inFamily(e, "AuthFailure")
  ) {
    throw e;
  }
}` }],
        },
      ],
    },
  ],
});
