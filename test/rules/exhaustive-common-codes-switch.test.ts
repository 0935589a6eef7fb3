import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/exhaustive-common-codes.js";
import { inCatch, withClient } from "./disk-code.js";

const tester = new RuleTester();

tester.run("exhaustive-common-codes: a switch", rule, {
  valid: [
    {
      name: "a flag that says whether a repeat can help, of an error of which nothing else is known",
      code: `import "tencentcloud-sdk-nodejs"; export function toFailure(e) { switch (e.code) { case "InternalError": case "RequestLimitExceeded": return { retryable: true }; default: return { retryable: false }; } }`,
    },
    {
      name: "a default that throws the error",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": await sleep(1000); break;
      default: throw e;
    }`),
    },
    {
      name: "a throw behind the switch",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
    }
    throw e;`),
    },
    {
      name: "a default that throws another error",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default: throw new Error("The disk could not be attached.");
    }`),
    },
    {
      name: "a default that rejects",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default: return Promise.reject(e);
    }`),
    },
    {
      name: "a default that returns the error",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default: return e;
    }`),
    },
    {
      name: "a default that returns the code in an object",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return { ok: true };
      case "InternalError": return { ok: true, again: true };
      default: return { ok: false, code: e.code };
    }`),
    },
    {
      name: "a default that hands the error to a function of another module",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default: reportToSentry(e);
    }`),
    },
    {
      name: "a default that keeps the error",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default: lastError = e;
    }`),
    },
    {
      name: "a default that ends the process",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default:
        console.error(e);
        process.exit(1);
    }`),
    },
    {
      name: "a default with a word of its own",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return "gone";
      case "InternalError": return "kept";
      default: return "not looked at";
    }`),
    },
    {
      name: "a default that answers with a failing status",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": await sleep(1000); break;
      default: res.status(500).end();
    }`),
    },
    {
      name: "a default that answers with a failure",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return { success: true };
      case "InternalError": return retry();
      default: return { success: false };
    }`),
    },
    {
      name: "a default in the middle that throws",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      default: throw e;
      case "InternalError": return [];
    }`),
    },
    {
      name: "cases that fall into a default that throws",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": case "ServiceUnavailable":
      default: throw e;
    }`),
    },
    {
      name: "the code asked for in a group of cases",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError":
      case "ServiceUnavailable":
        await sleep(1000);
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
    },
    {
      name: "a code that an earlier test has dealt with",
      code: inCatch(`    if (e.code === "ServiceUnavailable") throw e;
    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
    },
    {
      name: "an empty case with a word why",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "ServiceUnavailable": break; // the next run attaches it
      default: throw e;
    }`),
    },
    {
      name: "an empty case with a comment above it",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      // The next run attaches it.
      case "ServiceUnavailable": break;
      default: throw e;
    }`),
    },
    {
      name: "families, with the family asked for",
      code: inCatch(`    switch (e.code.split(".")[0]) {
      case "AuthFailure": await renew(); break;
      case "ResourceNotFound": return null;
    }`),
      options: [{ codes: ["AuthFailure.*"] }],
    },
    {
      name: "true, with a family tested by its prefix",
      code: inCatch(`    switch (true) {
      case e.code.startsWith("AuthFailure."): await renew(); break;
      case e.code === "ResourceNotFound": return null;
    }`),
      options: [{ codes: ["AuthFailure.*"] }],
    },
    {
      name: "a check by the compiler that nothing is left",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default: e.code satisfies never;
    }`),
    },
    {
      name: "only one code, which is a question",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
    }`),
    },
    {
      name: "two cases of somebody else's codes",
      code: inCatch(`    switch (e.code) {
      case "ENOENT": return null;
      case "P2002": return [];
    }`),
    },
    {
      name: "an error that has nothing to do with the SDK",
      code: `try { await read(); } catch (e) { switch (e.code) { case "ResourceNotFound": break; case "InternalError": again(); break; } }`,
    },
    {
      name: "a status inside a success",
      code: `const { SendStatusSet } = await client.SendSms(request); // tencentcloud
switch (SendStatusSet[0].Code) {
  case "FailedOperation.PhoneNumberInBlacklist": block(); break;
  case "LimitExceeded.PhoneNumberDailyLimit": wait(); break;
}`,
    },
  ],
  invalid: [
    {
      name: "no default",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": await sleep(1000); break;
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": await sleep(1000); break;
      default:
        throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": await sleep(1000); break;
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
    }`) }],
        },
      ],
    },
    {
      name: "every common code that is left out",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": await sleep(1000); break;
    }`),
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "36 common error codes are", rest: "nothing passes the rest on", missing: "AuthFailure.* (8), UnauthorizedOperation, IpInBlacklist, IpNotInWhitelist, RequestLimitExceeded and 3 subcodes, LimitExceeded, ResourceInsufficient, ServiceUnavailable and 18 more" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": await sleep(1000); break;
      default:
        throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": await sleep(1000); break;
      // Throttled: retry later, with backoff.
      case "RequestLimitExceeded":
      case "RequestLimitExceeded.GlobalRegionUinLimitExceeded":
      case "RequestLimitExceeded.IPLimitExceeded":
      case "RequestLimitExceeded.UinLimitExceeded":
        throw e;
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
      // Pending: wait for the state of the resource, then retry.
      case "ResourceInUse":
      case "ResourceUnavailable":
        throw e;
      // Renew: retry once, after re-signing or refreshing the credentials.
      case "AuthFailure.SignatureExpire":
      case "AuthFailure.TokenFailure":
        throw e;
      // Permanent: retrying cannot help.
      case "ActionOffline":
      case "AuthFailure.InvalidAuthorization":
      case "AuthFailure.InvalidSecretId":
      case "AuthFailure.MFAFailure":
      case "AuthFailure.SecretIdNotFound":
      case "AuthFailure.SignatureFailure":
      case "AuthFailure.UnauthorizedOperation":
      case "DryRunOperation":
      case "InvalidAction":
      case "InvalidParameter":
      case "InvalidParameterValue":
      case "InvalidRequest":
      case "IpInBlacklist":
      case "IpNotInWhitelist":
      case "LimitExceeded":
      case "MissingParameter":
      case "NoSuchProduct":
      case "NoSuchVersion":
      case "RequestSizeLimitExceeded":
      case "ResourceInsufficient":
      case "ResponseSizeLimitExceeded":
      case "UnauthorizedOperation":
      case "UnknownParameter":
      case "UnsupportedOperation":
      case "UnsupportedProtocol":
      case "UnsupportedRegion":
        throw e;
      // Unclassified: the documents do not say whether retrying helps.
      case "FailedOperation":
        throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a file without semicolons",
      code: `import { cbs } from 'tencentcloud-sdk-nodejs'

const client = new cbs.v20170312.Client({})

client.AttachDisks({}).catch((e) => {
    switch (e.code) {
        case 'ResourceNotFound':
            return null
        case 'InternalError':
            return []
    }
})
`,
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 6,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: `import { cbs } from 'tencentcloud-sdk-nodejs'

const client = new cbs.v20170312.Client({})

client.AttachDisks({}).catch((e) => {
    switch (e.code) {
        case 'ResourceNotFound':
            return null
        case 'InternalError':
            return []
        default:
            throw e
    }
})
` }, { messageId: "addMissingCodes", output: `import { cbs } from 'tencentcloud-sdk-nodejs'

const client = new cbs.v20170312.Client({})

client.AttachDisks({}).catch((e) => {
    switch (e.code) {
        case 'ResourceNotFound':
            return null
        case 'InternalError':
            return []
        // Transient: retry with backoff if the call is idempotent.
        case 'ServiceUnavailable':
            throw e
    }
})
` }],
        },
      ],
    },
    {
      name: "a file with tabs",
      code: `import { cbs } from "tencentcloud-sdk-nodejs";

const client = new cbs.v20170312.Client({});

client.AttachDisks({}).catch((e) => {
\tswitch (e.code) {
\t\tcase "ResourceNotFound":
\t\t\treturn null;
\t\tcase "InternalError":
\t\t\treturn [];
\t}
});
`,
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 6,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: `import { cbs } from "tencentcloud-sdk-nodejs";

const client = new cbs.v20170312.Client({});

client.AttachDisks({}).catch((e) => {
\tswitch (e.code) {
\t\tcase "ResourceNotFound":
\t\t\treturn null;
\t\tcase "InternalError":
\t\t\treturn [];
\t\tdefault:
\t\t\tthrow e;
\t}
});
` }, { messageId: "addMissingCodes", output: `import { cbs } from "tencentcloud-sdk-nodejs";

const client = new cbs.v20170312.Client({});

client.AttachDisks({}).catch((e) => {
\tswitch (e.code) {
\t\tcase "ResourceNotFound":
\t\t\treturn null;
\t\tcase "InternalError":
\t\t\treturn [];
\t\t// Transient: retry with backoff if the call is idempotent.
\t\tcase "ServiceUnavailable":
\t\t\tthrow e;
\t}
});
` }],
        },
      ],
    },
    {
      name: "a file with carriage returns",
      code: `import { cbs } from "tencentcloud-sdk-nodejs";\r
\r
const client = new cbs.v20170312.Client({});\r
\r
client.AttachDisks({}).catch((e) => {\r
  switch (e.code) {\r
    case "ResourceNotFound":\r
      return null;\r
    case "InternalError":\r
      return [];\r
  }\r
});\r
`,
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 6,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: `import { cbs } from "tencentcloud-sdk-nodejs";\r
\r
const client = new cbs.v20170312.Client({});\r
\r
client.AttachDisks({}).catch((e) => {\r
  switch (e.code) {\r
    case "ResourceNotFound":\r
      return null;\r
    case "InternalError":\r
      return [];\r
    default:\r
      throw e;\r
  }\r
});\r
` }, { messageId: "addMissingCodes", output: `import { cbs } from "tencentcloud-sdk-nodejs";\r
\r
const client = new cbs.v20170312.Client({});\r
\r
client.AttachDisks({}).catch((e) => {\r
  switch (e.code) {\r
    case "ResourceNotFound":\r
      return null;\r
    case "InternalError":\r
      return [];\r
    // Transient: retry with backoff if the call is idempotent.\r
    case "ServiceUnavailable":\r
      throw e;\r
  }\r
});\r
` }],
        },
      ],
    },
    {
      name: "a default that returns nothing",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default: return undefined;
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "`default` swallows the rest", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default: throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
      default: return undefined;
    }`) }],
        },
      ],
    },
    {
      name: "a default that breaks",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default: break;
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "`default` swallows the rest", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default: throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
      default: break;
    }`) }],
        },
      ],
    },
    {
      name: "a default that only writes to the log",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default: console.error(e);
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "`default` only writes the rest to a log", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default: console.error(e); throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
      default: console.error(e);
    }`) }],
        },
      ],
    },
    {
      name: "a comment above the default stays with it",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      // whatever else
      default: break;
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "`default` swallows the rest", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      // whatever else
      default: throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
      // whatever else
      default: break;
    }`) }],
        },
      ],
    },
    {
      name: "a default that throws on some ways only",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default: if (verbose) throw e;
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "`default` swallows the rest", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      default: if (verbose) throw e; throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": return [];
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
      default: if (verbose) throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a case that falls into a default that swallows",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError":
      default: return false;
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "`default` swallows the rest", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError":
      default: return false;
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a last case without a break",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": await sleep(1000);
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": await sleep(1000);
        break;
      default:
        throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "InternalError": await sleep(1000);
        break;
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a switch on one line",
      code: inCatch(`    switch (e.code) { case "ResourceNotFound": return null; case "InternalError": return []; }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: inCatch(`    switch (e.code) { case "ResourceNotFound": return null; case "InternalError": return [];
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a case that does nothing, and nobody says why",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null;
      case "ServiceUnavailable": break;
      default: throw e;
    }`),
      errors: [
        {
          messageId: "emptyBranch",
          line: 11,
        },
      ],
    },
    {
      name: "a comment on another case says nothing about this one",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return null; // gone already
      case "ServiceUnavailable": break;
      default: throw e;
    }`),
      errors: [
        {
          messageId: "emptyBranch",
          line: 11,
        },
      ],
    },
    {
      name: "families",
      code: inCatch(`    switch (e.code.split(".")[0]) {
      case "ResourceNotFound": return null;
      case "InternalError": await sleep(1000); break;
    }`),
      options: [{ codes: ["AuthFailure.*"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "8 common error codes are", rest: "nothing passes the rest on", missing: "AuthFailure.* (8)" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (e.code.split(".")[0]) {
      case "ResourceNotFound": return null;
      case "InternalError": await sleep(1000); break;
      default:
        throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (e.code.split(".")[0]) {
      case "ResourceNotFound": return null;
      case "InternalError": await sleep(1000); break;
      // Renew: retry once, after re-signing or refreshing the credentials.
      case "AuthFailure":
        throw e;
    }`) }],
        },
      ],
    },
    {
      name: "true",
      code: inCatch(`    switch (true) {
      case e.code === "ResourceNotFound": return null;
      case e.code.startsWith("InternalError"): return [];
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (true) {
      case e.code === "ResourceNotFound": return null;
      case e.code.startsWith("InternalError"): return [];
      default:
        throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (true) {
      case e.code === "ResourceNotFound": return null;
      case e.code.startsWith("InternalError"): return [];
      // Transient: retry with backoff if the call is idempotent.
      case e.code === "ServiceUnavailable":
        throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a default that answers what a named code answers",
      code: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return "gone";
      case "InternalError": return "kept";
      default: return "kept";
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "`default` swallows the rest", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return "gone";
      case "InternalError": return "kept";
      default: throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case "ResourceNotFound": return "gone";
      case "InternalError": return "kept";
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw e;
      default: return "kept";
    }`) }],
        },
      ],
    },
    {
      name: "single quotes",
      code: inCatch(`    switch (e.code) {
      case 'ResourceNotFound': return null;
      case 'InternalError': return [];
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    switch (e.code) {
      case 'ResourceNotFound': return null;
      case 'InternalError': return [];
      default:
        throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    switch (e.code) {
      case 'ResourceNotFound': return null;
      case 'InternalError': return [];
      // Transient: retry with backoff if the call is idempotent.
      case 'ServiceUnavailable':
        throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a code taken out of the error by a pattern",
      code: withClient(`client.AttachDisks({}).catch(({ code }) => {
  switch (code) {
    case "ResourceNotFound": return null;
    case "InternalError": return [];
  }
});`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 6,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: withClient(`client.AttachDisks({}).catch(({ code }) => {
  switch (code) {
    case "ResourceNotFound": return null;
    case "InternalError": return [];
    default:
      throw new Error(\`The Tencent Cloud API call failed: \${code}\`);
  }
});`) }, { messageId: "addMissingCodes", output: withClient(`client.AttachDisks({}).catch(({ code }) => {
  switch (code) {
    case "ResourceNotFound": return null;
    case "InternalError": return [];
    // Transient: retry with backoff if the call is idempotent.
    case "ServiceUnavailable":
      throw new Error(\`The Tencent Cloud API call failed: \${code}\`);
  }
});`) }],
        },
      ],
    },
    {
      name: "the raw answer of the API",
      code: withClient(`const body = await post("https://cbs.tencentcloudapi.com");
switch (body.Response.Error.Code) {
  case "ResourceNotFound": create(); break;
  case "InternalError": again(); break;
}`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 6,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: withClient(`const body = await post("https://cbs.tencentcloudapi.com");
switch (body.Response.Error.Code) {
  case "ResourceNotFound": create(); break;
  case "InternalError": again(); break;
  default:
    throw new Error(\`The Tencent Cloud API call failed: \${body.Response.Error.Code}\`);
}`) }, { messageId: "addMissingCodes", output: withClient(`const body = await post("https://cbs.tencentcloudapi.com");
switch (body.Response.Error.Code) {
  case "ResourceNotFound": create(); break;
  case "InternalError": again(); break;
  // Transient: retry with backoff if the call is idempotent.
  case "ServiceUnavailable":
    throw new Error(\`The Tencent Cloud API call failed: \${body.Response.Error.Code}\`);
}`) }],
        },
      ],
    },
    {
      name: "the raw answer of the API, where two codes reject and the rest reads as a success",
      code: withClient(`async function translate(request) {
  const { Response } = await send(request);
  if (Response.Error) {
    switch (Response.Error.Code) {
      case "AuthFailure.SecretIdNotFound": return Promise.reject("The key is wrong.");
      case "AuthFailure.SignatureFailure": return Promise.reject("The secret is wrong.");
    }
  }
  return { text: Response.TargetText };
}`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 8,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: withClient(`async function translate(request) {
  const { Response } = await send(request);
  if (Response.Error) {
    switch (Response.Error.Code) {
      case "AuthFailure.SecretIdNotFound": return Promise.reject("The key is wrong.");
      case "AuthFailure.SignatureFailure": return Promise.reject("The secret is wrong.");
      default:
        throw new Error(\`The Tencent Cloud API call failed: \${Response.Error.Code}\`);
    }
  }
  return { text: Response.TargetText };
}`) }, { messageId: "addMissingCodes", output: withClient(`async function translate(request) {
  const { Response } = await send(request);
  if (Response.Error) {
    switch (Response.Error.Code) {
      case "AuthFailure.SecretIdNotFound": return Promise.reject("The key is wrong.");
      case "AuthFailure.SignatureFailure": return Promise.reject("The secret is wrong.");
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw new Error(\`The Tencent Cloud API call failed: \${Response.Error.Code}\`);
    }
  }
  return { text: Response.TargetText };
}`) }],
        },
      ],
    },
    {
      name: "a callback of the SDK",
      code: withClient(`client.AttachDisks({}, (err, data) => {
  if (err) {
    switch (err.code) {
      case "ResourceNotFound": create(); break;
      case "InternalError": again(); break;
    }
    return;
  }
  use(data);
});`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 7,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: withClient(`client.AttachDisks({}, (err, data) => {
  if (err) {
    switch (err.code) {
      case "ResourceNotFound": create(); break;
      case "InternalError": again(); break;
      default:
        throw err;
    }
    return;
  }
  use(data);
});`) }, { messageId: "addMissingCodes", output: withClient(`client.AttachDisks({}, (err, data) => {
  if (err) {
    switch (err.code) {
      case "ResourceNotFound": create(); break;
      case "InternalError": again(); break;
      // Transient: retry with backoff if the call is idempotent.
      case "ServiceUnavailable":
        throw err;
    }
    return;
  }
  use(data);
});`) }],
        },
      ],
    },
  ],
});
