import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/exhaustive-common-codes.js";

const tester = new RuleTester();

tester.run("exhaustive-common-codes: matchErrorCode", rule, {
  valid: [
    {
      name: "otherwise throws",
      code: `import { matchErrorCode, isTencentCloudError } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (!isTencentCloudError(e)) throw e;
  matchErrorCode(e, {
    "ResourceNotFound": () => create(),
    "InternalError": () => again(),
    otherwise: () => { throw e; },
  });
}`,
    },
    {
      name: "otherwise answers",
      code: `import { matchErrorCode, isTencentCloudError } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (!isTencentCloudError(e)) throw e;
  advice = matchErrorCode(e, {
    "ResourceNotFound": () => "create it",
    "InternalError": () => "wait",
    otherwise: (code) => \`look up \${code}\`,
  });
}`,
    },
    {
      name: "otherwise of matchSomeErrorCodes throws",
      code: `import { matchSomeErrorCodes } from "tencentcloud-error-codes";
import { isCbsError } from "tencentcloud-error-codes/cbs";
try { await attach(); } catch (e) {
  if (!isCbsError(e)) throw e;
  matchSomeErrorCodes(e, {
    "InvalidDisk.Busy": () => again(),
    "AuthFailure.*": () => renew(),
    otherwise: () => { throw e; },
  });
}`,
    },
    {
      name: "the family asked for has a handler",
      code: `import { matchErrorCode, isTencentCloudError } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (!isTencentCloudError(e)) throw e;
  matchErrorCode(e, {
    "AuthFailure.*": () => renew(),
    "ResourceNotFound": () => create(),
    otherwise: () => {},
  });
}`,
      options: [{ codes: ["AuthFailure.*"] }],
    },
  ],
  invalid: [
    {
      name: "otherwise does nothing",
      code: `import { matchErrorCode, isTencentCloudError } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (!isTencentCloudError(e)) throw e;
  matchErrorCode(e, {
    "ResourceNotFound": () => create(),
    "InternalError": () => again(),
    otherwise: () => {},
  });
}`,
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 4,
          data: { codes: "1 common error code is", rest: "`otherwise` swallows the rest", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: `import { matchErrorCode, isTencentCloudError } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (!isTencentCloudError(e)) throw e;
  matchErrorCode(e, {
    "ResourceNotFound": () => create(),
    "InternalError": () => again(),
    otherwise: () => { throw e; },
  });
}` }, { messageId: "addMissingCodes", output: `import { matchErrorCode, isTencentCloudError } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (!isTencentCloudError(e)) throw e;
  matchErrorCode(e, {
    "ResourceNotFound": () => create(),
    "InternalError": () => again(),
    otherwise: () => {},
    // Transient: retry with backoff if the call is idempotent.
    ServiceUnavailable: () => { throw e; },
  });
}` }],
        },
      ],
    },
    {
      name: "otherwise of matchSomeErrorCodes does nothing",
      code: `import { matchSomeErrorCodes, isTencentCloudError } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (!isTencentCloudError(e)) throw e;
  matchSomeErrorCodes(e, {
    "ResourceNotFound": () => create(),
    "InternalError": () => again(),
    otherwise: () => {},
  });
}`,
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 4,
          data: { codes: "1 common error code is", rest: "`otherwise` swallows the rest", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: `import { matchSomeErrorCodes, isTencentCloudError } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (!isTencentCloudError(e)) throw e;
  matchSomeErrorCodes(e, {
    "ResourceNotFound": () => create(),
    "InternalError": () => again(),
    otherwise: () => { throw e; },
  });
}` }, { messageId: "addMissingCodes", output: `import { matchSomeErrorCodes, isTencentCloudError } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (!isTencentCloudError(e)) throw e;
  matchSomeErrorCodes(e, {
    "ResourceNotFound": () => create(),
    "InternalError": () => again(),
    otherwise: () => {},
    // Transient: retry with backoff if the call is idempotent.
    ServiceUnavailable: () => { throw e; },
  });
}` }],
        },
      ],
    },
    {
      name: "otherwise only writes to the log",
      code: `import { matchErrorCode, isTencentCloudError } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (!isTencentCloudError(e)) throw e;
  matchErrorCode(e, {
    "ResourceNotFound": () => create(),
    "InternalError": () => again(),
    otherwise: (code) => console.error(code),
  });
}`,
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 4,
          data: { codes: "1 common error code is", rest: "`otherwise` swallows the rest", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: `import { matchErrorCode, isTencentCloudError } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (!isTencentCloudError(e)) throw e;
  matchErrorCode(e, {
    "ResourceNotFound": () => create(),
    "InternalError": () => again(),
    otherwise: (code) => { throw e; },
  });
}` }, { messageId: "addMissingCodes", output: `import { matchErrorCode, isTencentCloudError } from "tencentcloud-error-codes";
try { await attach(); } catch (e) {
  if (!isTencentCloudError(e)) throw e;
  matchErrorCode(e, {
    "ResourceNotFound": () => create(),
    "InternalError": () => again(),
    otherwise: (code) => console.error(code),
    // Transient: retry with backoff if the call is idempotent.
    ServiceUnavailable: () => { throw e; },
  });
}` }],
        },
      ],
    },
  ],
});
