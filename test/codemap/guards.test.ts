import { createContext, runInContext } from "node:vm";

import { describe, expect, it } from "vitest";

import { hasOneOf, isApiError, isHttpError, isTencentCloudError, isTransportError } from "../../src/codemap/guards.js";

/** An exception as the SDK builds it: own fields, methods on the prototype, no name. */
class SdkException extends Error {
  code?: string;
  httpCode?: number;

  constructor(
    message: string,
    readonly requestId = "",
    readonly traceId = "",
  ) {
    super(message);
  }

  getRequestId(): string {
    return this.requestId;
  }
}

function apiError(code: string): SdkException {
  return Object.assign(new SdkException("text", "request"), { code });
}

describe("isTencentCloudError", () => {
  it("accepts an error that the API returned", () => {
    expect(isTencentCloudError(apiError("InternalError"))).toBe(true);
  });

  it("accepts an error without a code", () => {
    expect(isTencentCloudError(new SdkException("connect ECONNREFUSED"))).toBe(true);
  });

  it("accepts an exception of an older SDK, which has no trace id", () => {
    const { message, requestId, name } = apiError("InternalError");
    expect(isTencentCloudError({ message, requestId, name, code: "InternalError", getRequestId: () => requestId })).toBe(true);
  });

  it("accepts an error made by hand for a test of an application", () => {
    expect(isTencentCloudError(Object.assign(new Error("busy"), { code: "ResourceBusy", requestId: "1" }))).toBe(true);
  });

  it("accepts an error of another realm", () => {
    const foreign: unknown = runInContext(`Object.assign(new Error("x"), { requestId: "1", traceId: "2" })`, createContext({}));
    expect(foreign).not.toBeInstanceOf(Error);
    expect(isTencentCloudError(foreign)).toBe(true);
  });

  it("accepts an error that inherits nothing", () => {
    const bare = Object.assign(Object.create(null) as object, { name: "Error", message: "", requestId: "", traceId: "", code: "InternalError" });
    expect(isTencentCloudError(bare)).toBe(true);
  });

  it("accepts an error with a name of its own where it carries the SDK's trace id", () => {
    expect(isTencentCloudError(Object.assign(apiError("InternalError"), { name: "CloudError" }))).toBe(true);
  });

  it.each([
    ["an error of Node", Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED", errno: -111, syscall: "connect" })],
    ["an error of AWS SDK 2", Object.assign(new Error("x"), { name: "Throttling", code: "Throttling", requestId: "1", statusCode: 400, retryable: true })],
    ["an error of an Aliyun SDK", Object.assign(new Error("x"), { name: "InvalidParameterError", code: "InvalidParameter", requestId: "1" })],
    ["an error of Stripe", Object.assign(new Error("x"), { code: "card_declined", requestId: "req_1", statusCode: 402, type: "StripeCardError" })],
    ["an error with a number as its code", Object.assign(new SdkException("x"), { code: 404 })],
    ["an error with a text as its HTTP status", Object.assign(new SdkException("x"), { httpCode: "500" })],
    ["the body of an answer", { Error: { Code: "InternalError", Message: "x" }, RequestId: "1" }],
    ["a code", "InternalError"],
    ["a function with the fields", Object.assign(() => "x", { message: "", requestId: "", traceId: "" })],
    ["null", null],
    ["undefined", undefined],
  ])("refuses %s", (_, value) => {
    expect(isTencentCloudError(value)).toBe(false);
  });

  it("refuses a proxy that throws on everything", () => {
    const trap = (): never => {
      throw new Error("trapped");
    };
    expect(isTencentCloudError(new Proxy({}, { get: trap, has: trap, getPrototypeOf: trap, ownKeys: trap }))).toBe(false);
  });

  it("refuses a revoked proxy", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(isTencentCloudError(proxy)).toBe(false);
  });

  it("refuses an error with a getter that throws", () => {
    const hostile = Object.defineProperty(new SdkException("x"), "code", {
      get: () => {
        throw new Error("trapped");
      },
    });
    expect(isTencentCloudError(hostile)).toBe(false);
  });
});

describe("the three kinds of exception", () => {
  const transport = new SdkException("connect ECONNREFUSED");
  const http = Object.assign(new SdkException("Internal Server Error"), { httpCode: 500 });
  const api = apiError("InternalError");

  it("has a code where the API answered", () => {
    expect([transport, http, api].map(isApiError)).toEqual([false, false, true]);
  });

  it("has an HTTP status only where that is not 200", () => {
    expect([transport, http, api].map(isHttpError)).toEqual([false, true, false]);
  });

  it("has neither where no answer came", () => {
    expect([transport, http, api].map(isTransportError)).toEqual([true, false, false]);
  });
});

describe("a guard", () => {
  const busy = apiError("ResourceBusy");

  it("looks at the error in the context that p-retry hands to its predicates", () => {
    expect(isApiError({ error: busy, attemptNumber: 1, retriesLeft: 9, retriesConsumed: 0 })).toBe(true);
    expect(isTransportError({ error: new SdkException("connect ECONNREFUSED"), attemptNumber: 1 })).toBe(true);
  });

  it("is false for what only carries an error: its code could not be read there", () => {
    expect([{ error: busy }, new Error("wrapped", { cause: busy }), { Code: "ResourceBusy", Message: "" }].filter(isApiError)).toEqual([]);
  });

  it("accepts an exception that was serialised with its message", () => {
    expect(isApiError({ code: "ResourceBusy", message: "busy", requestId: "1" })).toBe(true);
  });

  it("refuses one that was serialised without its message", () => {
    expect(isApiError(JSON.parse(JSON.stringify(busy)))).toBe(false);
  });
});

describe("hasOneOf", () => {
  it("is true for one of the codes", () => {
    expect(hasOneOf(apiError("InvalidDisk.Busy"), ["ResourceBusy", "InvalidDisk.Busy"])).toBe(true);
  });

  it("is false for a code below one of the codes", () => {
    expect(hasOneOf(apiError("InvalidParameter.ActionInProgress"), ["InvalidParameter"])).toBe(false);
  });

  it("is false for an error without a code", () => {
    expect(hasOneOf(new SdkException("x"), ["InternalError", undefined])).toBe(false);
  });

  it("is false without any code to look for", () => {
    expect(hasOneOf(apiError("InternalError"), [])).toBe(false);
  });
});
