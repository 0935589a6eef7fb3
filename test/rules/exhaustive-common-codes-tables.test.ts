import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/exhaustive-common-codes.js";
import { inCatch, withClient } from "./disk-code.js";

const tester = new RuleTester();

tester.run("exhaustive-common-codes: a table of handlers", rule, {
  valid: [
    {
      name: "a fallback that throws",
      code: inCatch(`    const handlers = {
      "ResourceNotFound": () => create(),
      "InternalError": () => again(),
    };
    const handler = handlers[e.code];
    if (handler === undefined) throw e;
    return handler();`),
    },
    {
      name: "a fallback that gets the error",
      code: inCatch(`    const handlers = {
      ResourceNotFound: () => create(),
      InternalError: () => again(),
    };
    return (handlers[e.code] ?? reject)(e);`),
    },
    {
      name: "a call without a question: what is not there cannot be called",
      code: inCatch(`    const handlers = {
      ResourceNotFound: () => create(),
      InternalError: () => again(),
    };
    return handlers[e.code]();`),
    },
    {
      name: "a test with in, then a throw",
      code: inCatch(`    const handlers = { ResourceNotFound: () => create(), InternalError: () => again() };
    if (e.code in handlers) handlers[e.code]();
    else throw e;`),
    },
    {
      name: "a test with hasOwn, then a throw",
      code: inCatch(`    const handlers = { ResourceNotFound: () => create(), InternalError: () => again() };
    if (Object.hasOwn(handlers, e.code)) return handlers[e.code]();
    throw e;`),
    },
    {
      name: "a Map with a fallback that throws",
      code: inCatch(`    const handlers = new Map([
      ["ResourceNotFound", () => create()],
      ["InternalError", () => again()],
    ]);
    const handler = handlers.get(e.code);
    if (!handler) throw e;
    return handler();`),
    },
    {
      name: "the code asked for has a handler",
      code: inCatch(`    const handlers = {
      ResourceNotFound: () => create(),
      ServiceUnavailable: () => again(),
    };
    handlers[e.code]?.();`),
      options: [{ codes: ["ServiceUnavailable"] }],
    },
    {
      name: "messages with a fallback",
      code: inCatch(`    const messages = { ResourceNotFound: "The disk is gone.", InternalError: "Try again." };
    return messages[e.code] ?? "The disk could not be attached.";`),
    },
    {
      name: "messages without a fallback",
      code: inCatch(`    const messages = { ResourceNotFound: "The disk is gone.", InternalError: "Try again." };
    return messages[e.code];`),
    },
    {
      name: "messages that are made late",
      code: inCatch(`    const messages = { ResourceNotFound: () => t("gone"), InternalError: () => t("again") };
    return messages[e.code]?.();`),
    },
    {
      name: "a table with one handler",
      code: inCatch(`    const handlers = { ResourceNotFound: () => create() };
    handlers[e.code]?.();`),
    },
    {
      name: "a table with parts that are not known",
      code: inCatch(`    const handlers = { ...others, ResourceNotFound: () => create(), InternalError: () => again() };
    handlers[e.code]?.();`),
    },
    {
      name: "families, with the family asked for",
      code: inCatch(`    const handlers = { AuthFailure: () => renew(), ResourceNotFound: () => create() };
    handlers[e.code.split(".")[0]]?.();`),
      options: [{ codes: ["AuthFailure.*"] }],
    },
  ],
  invalid: [
    {
      name: "an optional call",
      code: inCatch(`    const handlers = {
      "ResourceNotFound": () => create(),
      "InternalError": () => again(),
    };
    handlers[e.code]?.();`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 13,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: inCatch(`    const handlers = {
      "ResourceNotFound": () => create(),
      "InternalError": () => again(),
      // Transient: retry with backoff if the call is idempotent.
      "ServiceUnavailable": () => { throw new Error("The Tencent Cloud API call failed."); },
    };
    handlers[e.code]?.();`) }],
        },
      ],
    },
    {
      name: "keys without quotes",
      code: inCatch(`    const handlers = {
      ResourceNotFound: () => create(),
      InternalError: () => again()
    };
    handlers[e.code]?.();`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 13,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: inCatch(`    const handlers = {
      ResourceNotFound: () => create(),
      InternalError: () => again(),
      // Transient: retry with backoff if the call is idempotent.
      ServiceUnavailable: () => { throw new Error("The Tencent Cloud API call failed."); }
    };
    handlers[e.code]?.();`) }],
        },
      ],
    },
    {
      name: "handlers that get the error",
      code: inCatch(`    const handlers = {
      "ResourceNotFound": (failure) => create(failure),
      "InternalError": () => again(),
    };
    handlers[e.code]?.(e);`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 13,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: inCatch(`    const handlers = {
      "ResourceNotFound": (failure) => create(failure),
      "InternalError": () => again(),
      // Transient: retry with backoff if the call is idempotent.
      "ServiceUnavailable": (failure) => { throw failure; },
    };
    handlers[e.code]?.(e);`) }],
        },
      ],
    },
    {
      name: "a table on one line",
      code: inCatch(`    const handlers = { ResourceNotFound: () => create(), InternalError: () => again() };
    const handler = handlers[e.code];
    if (handler) handler();`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 10,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: inCatch(`    const handlers = { ResourceNotFound: () => create(), InternalError: () => again(), ServiceUnavailable: () => { throw new Error("The Tencent Cloud API call failed."); } };
    const handler = handlers[e.code];
    if (handler) handler();`) }],
        },
      ],
    },
    {
      name: "a fallback that does nothing",
      code: inCatch(`    const handlers = { ResourceNotFound: () => create(), InternalError: () => again() };
    const ignore = () => {};
    (handlers[e.code] ?? ignore)();`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 11,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: inCatch(`    const handlers = { ResourceNotFound: () => create(), InternalError: () => again(), ServiceUnavailable: () => { throw new Error("The Tencent Cloud API call failed."); } };
    const ignore = () => {};
    (handlers[e.code] ?? ignore)();`) }],
        },
      ],
    },
    {
      name: "a test with in, and nothing else",
      code: inCatch(`    const handlers = { ResourceNotFound: () => create(), InternalError: () => again() };
    if (e.code in handlers) handlers[e.code]();`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 10,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: inCatch(`    const handlers = { ResourceNotFound: () => create(), InternalError: () => again(), ServiceUnavailable: () => { throw new Error("The Tencent Cloud API call failed."); } };
    if (e.code in handlers) handlers[e.code]();`) }],
        },
      ],
    },
    {
      name: "a Map",
      code: inCatch(`    const handlers = new Map([
      ["ResourceNotFound", () => create()],
      ["InternalError", () => again()],
    ]);
    handlers.get(e.code)?.();`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 13,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: inCatch(`    const handlers = new Map([
      ["ResourceNotFound", () => create()],
      ["InternalError", () => again()],
      // Transient: retry with backoff if the call is idempotent.
      ["ServiceUnavailable", () => { throw new Error("The Tencent Cloud API call failed."); }],
    ]);
    handlers.get(e.code)?.();`) }],
        },
      ],
    },
    {
      name: "a Map that is asked first",
      code: inCatch(`    const handlers = new Map([['ResourceNotFound', () => create()], ['InternalError', () => again()]]);
    if (handlers.has(e.code)) handlers.get(e.code)();`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 10,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: inCatch(`    const handlers = new Map([['ResourceNotFound', () => create()], ['InternalError', () => again()], ['ServiceUnavailable', () => { throw new Error('The Tencent Cloud API call failed.'); }]]);
    if (handlers.has(e.code)) handlers.get(e.code)();`) }],
        },
      ],
    },
    {
      name: "a table at the top of the module",
      code: withClient(`const handlers = {
  "ResourceNotFound": () => create(),
  "InternalError": () => again(),
};
export async function attach(request) {
  try {
    return await client.AttachDisks(request);
  } catch (e) {
    handlers[e.code]?.();
  }
}`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 13,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: withClient(`const handlers = {
  "ResourceNotFound": () => create(),
  "InternalError": () => again(),
  // Transient: retry with backoff if the call is idempotent.
  "ServiceUnavailable": () => { throw new Error("The Tencent Cloud API call failed."); },
};
export async function attach(request) {
  try {
    return await client.AttachDisks(request);
  } catch (e) {
    handlers[e.code]?.();
  }
}`) }],
        },
      ],
    },
  ],
});
