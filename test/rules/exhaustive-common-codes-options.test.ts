import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/exhaustive-common-codes.js";
import { inCatch, withClient } from "./disk-code.js";

const tester = new RuleTester();

tester.run("exhaustive-common-codes: options", rule, {
  valid: [
    {
      name: "the codes asked for are named",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "LimitExceeded": return [];
      case "ResourceInsufficient": return [];
    }`),
      options: [{ codes: "quota" }],
    },
    {
      name: "a list with a preset and a code",
      code: inCatch(`    switch (e.code.split(".")[0]) {
      case "RequestLimitExceeded": await sleep(1000); break;
      case "InternalError": return [];
    }`),
      options: [{ codes: ["throttling", "InternalError"] }],
    },
    {
      name: "a list with names that every object has",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
    }`),
      options: [{ codes: ["InternalError", "constructor"], ignore: ["constructor", "toString", "__proto__"] }],
    },
    {
      name: "what is left is ignored",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
    }`),
      options: [{ codes: ["ServiceUnavailable", "AuthFailure.*"], ignore: ["AuthFailure.*", "ServiceUnavailable"] }],
    },
    {
      name: "always: any default will do",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default: return undefined;
    }`),
      options: [{ codes: ["ServiceUnavailable"], defaultCase: "always" }],
    },
    {
      name: "always: so does a last else",
      code: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      return [];
    } else {
      return undefined;
    }`),
      options: [{ codes: ["ServiceUnavailable"], defaultCase: "always" }],
    },
    {
      name: "always: so does a throw behind the dispatch",
      code: inCatch(`    if (e.code === "ResourceNotFound") return null;
    if (e.code === "InternalError") return [];
    throw e;`),
      options: [{ codes: ["ServiceUnavailable"], defaultCase: "always" }],
    },
    {
      name: "never: the codes asked for are named",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "ServiceUnavailable": return [];
      default: throw e;
    }`),
      options: [{ codes: ["ServiceUnavailable"], defaultCase: "never" }],
    },
    {
      name: "never: a predicate is no dispatch",
      code: withClient(`export function isTransient(e: TencentCloudSDKHttpException) {
  if (e.code === "ResourceInUse") return true;
  if (e.code === "InternalError") return true;
  return false;
}`),
      options: [{ codes: ["ServiceUnavailable"], defaultCase: "never" }],
    },
    {
      name: "minimumTests: three codes make a dispatch",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
    }`),
      options: [{ codes: ["ServiceUnavailable"], minimumTests: 3 }],
    },
  ],
  invalid: [
    {
      name: "never: a default that throws does not name the code",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default: throw e;
    }`),
      options: [{ codes: ["ServiceUnavailable"], defaultCase: "never" }],
      errors: [
        {
          messageId: "notNamed",
          line: 9,
          data: { codes: "1 common error code is", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
      default: throw e;
    }`) }],
        },
      ],
    },
    {
      name: "never: nor does a last else",
      code: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      return [];
    } else {
      throw e;
    }`),
      options: [{ codes: ["ServiceUnavailable"], defaultCase: "never" }],
      errors: [
        {
          messageId: "notNamed",
          line: 9,
          data: { codes: "1 common error code is", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      return [];
    } else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    } else {
      throw e;
    }`) }],
        },
      ],
    },
    {
      name: "never: a table with a fallback",
      code: inCatch(`    const handlers = { ResourceNotFound: () => create(), InternalError: () => again() };
    return (handlers[e.code] ?? reject)(e);`),
      options: [{ codes: ["ServiceUnavailable"], defaultCase: "never" }],
      errors: [
        {
          messageId: "notNamed",
          line: 10,
          data: { codes: "1 common error code is", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: inCatch(`    const handlers = { ResourceNotFound: () => create(), InternalError: () => again(), ServiceUnavailable: () => { throw new Error("The Tencent Cloud API call failed."); } };
    return (handlers[e.code] ?? reject)(e);`) }],
        },
      ],
    },
    {
      name: "always: no default",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
    }`),
      options: [{ codes: ["ServiceUnavailable"], defaultCase: "always" }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default:
        throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
    }`) }],
        },
      ],
    },
    {
      name: "minimumTests: one code is enough",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
    }`),
      options: [{ codes: ["ServiceUnavailable"], minimumTests: 1 }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      default:
        throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
    }`) }],
        },
      ],
    },
    {
      name: "minimumTests: one if is enough",
      code: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    }`),
      options: [{ codes: ["ServiceUnavailable"], minimumTests: 1 }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    }
    throw e;`) }, { messageId: "addMissingCodes", output: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    }
    if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a preset",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
    }`),
      options: [{ codes: "throttling" }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "4 common error codes are", rest: "nothing passes the rest on", missing: "RequestLimitExceeded and 3 subcodes" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default:
        throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      // Throttled: retry later, with backoff.
      case "RequestLimitExceeded":
      case "RequestLimitExceeded.GlobalRegionUinLimitExceeded":
      case "RequestLimitExceeded.IPLimitExceeded":
      case "RequestLimitExceeded.UinLimitExceeded":
        throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a preset, some of it ignored",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
    }`),
      options: [{ codes: "credentials", ignore: ["IpInBlacklist", "IpNotInWhitelist", "UnauthorizedOperation"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "8 common error codes are", rest: "nothing passes the rest on", missing: "AuthFailure.* (8)" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default:
        throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      // Renew: retry once, after re-signing or refreshing the credentials.
      case "AuthFailure.SignatureExpire":
      case "AuthFailure.TokenFailure":
        throw e;
      // Permanent: retrying cannot help.
      case "AuthFailure.InvalidAuthorization":
      case "AuthFailure.InvalidSecretId":
      case "AuthFailure.MFAFailure":
      case "AuthFailure.SecretIdNotFound":
      case "AuthFailure.SignatureFailure":
      case "AuthFailure.UnauthorizedOperation":
        throw e;
    }`) }],
        },
      ],
    },
    {
      name: "codes of two retry classes are written in groups",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
    }`),
      options: [{ codes: ["LimitExceeded", "ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "2 common error codes are", rest: "nothing passes the rest on", missing: "LimitExceeded and ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default:
        throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
      // Permanent: retrying cannot help.
      case "LimitExceeded":
        throw e;
    }`) }],
        },
      ],
    },
    {
      name: "codes of two retry classes are written in branches",
      code: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      return [];
    }`),
      options: [{ codes: ["LimitExceeded", "ServiceUnavailable", "RequestLimitExceeded", "RequestLimitExceeded.IPLimitExceeded"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "4 common error codes are", rest: "nothing passes the rest on", missing: "RequestLimitExceeded and 1 subcode, LimitExceeded and ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      return [];
    }
    throw e;`) }, { messageId: "addMissingCodes", output: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      return [];
    } else if (
      // Throttled: retry later, with backoff.
      e.code === "RequestLimitExceeded" ||
      e.code === "RequestLimitExceeded.IPLimitExceeded"
    ) {
      throw e;
    } else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    } else if (
      // Permanent: retrying cannot help.
      e.code === "LimitExceeded"
    ) {
      throw e;
    }`) }],
        },
      ],
    },
  ],
});
