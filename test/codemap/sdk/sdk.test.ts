import { createRequire } from "node:module";

import type { ServiceTable, TencentCloudError } from "tencentcloud-error-codes";
import {
  commonErrorCodes,
  hasErrorCode,
  inFamily,
  isApiError,
  isHttpError,
  isRetryable,
  isTencentCloudError,
  isTransportError,
  matchErrorCode,
  retryClassOf,
} from "tencentcloud-error-codes";
import { isCbsError } from "tencentcloud-error-codes/cbs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Call } from "./clients.js";
import { internationalSdkAgainst, sdkAgainst } from "./clients.js";
import type { Answer, Loopback } from "./loopback.js";
import { droppedConnection, eventStream, failure, internalServerError, malformedBody, startLoopback } from "./loopback.js";

let loopback: Loopback;

beforeAll(async () => {
  loopback = await startLoopback();
});

afterAll(() => loopback.close());

/** What a call throws when the server answers so. */
async function thrownBy(call: Call, answer: Answer, service = "cbs", action = "DescribeDisks"): Promise<unknown> {
  loopback.answer = answer;
  return call(service, action).then(
    () => expect.fail("The call succeeded."),
    (error: unknown) => error,
  );
}

function tableOf(service: string): ServiceTable {
  return (createRequire(import.meta.url)(`tencentcloud-error-codes/${service}`) as { service: ServiceTable }).service;
}

describe.each([
  ["tencentcloud-sdk-nodejs", sdkAgainst],
  ["tencentcloud-sdk-nodejs-intl-en", internationalSdkAgainst],
])("what %s throws", (_, against) => {
  let call: Call;

  beforeAll(() => {
    call = against(loopback.endpoint);
  });

  it.each(Object.keys(commonErrorCodes))("for the common code %s is an error of every service", async (code) => {
    const error = await thrownBy(call, failure(code));
    expect(isTencentCloudError(error) && isApiError(error) && error.code).toBe(code);
    expect(isCbsError(error)).toBe(true);
    expect(hasErrorCode(error, code)).toBe(true);
    expect(inFamily(error, commonErrorCodes[code as keyof typeof commonErrorCodes].family)).toBe(true);
    expect(retryClassOf(error)).toBe(commonErrorCodes[code as keyof typeof commonErrorCodes].retry.class);
  });

  it.each(["cbs", "emr", "sqlserver", "smh", "tke"])("for the first own codes of %s is told by its guard", async (service) => {
    const guards = createRequire(import.meta.url)(`tencentcloud-error-codes/${service}`) as Record<string, (value: unknown) => boolean>;
    const guard = guards[`is${service.charAt(0).toUpperCase()}${service.slice(1)}Error`];
    const own = Object.entries(tableOf(service).codes).filter(([, { common }]) => !common);
    for (const [code, { retry }] of own.slice(0, 5)) {
      const error = await thrownBy(call, failure(code), service, "DescribeSomething");
      expect([code, guard?.(error), retryClassOf(error, tableOf(service).codes)]).toEqual([code, true, retry.class]);
    }
  });

  it("for a code of an action is told by the guard with that action only", async () => {
    const error = await thrownBy(call, failure("InvalidSnapshotId.NotFound"));
    expect([isCbsError(error, "CreateDisks"), isCbsError(error, "AttachDisks")]).toEqual([true, false]);
  });

  it("for a common code is told by the guard with any action", async () => {
    expect(isCbsError(await thrownBy(call, failure("RequestLimitExceeded")), "AttachDisks")).toBe(true);
  });

  it("for another service's code is not told by the guard", async () => {
    expect(isCbsError(await thrownBy(call, failure("FailedOperation.RbacForbidden")))).toBe(false);
  });

  it("for a code that is not documented yet has that code", async () => {
    const error = await thrownBy(call, failure("InternalError.BrandNew"));
    expect(isApiError(error) && error.code).toBe("InternalError.BrandNew");
    expect(matchErrorCode(error as TencentCloudError, { "InternalError.*": (code) => code, otherwise: () => "rest" })).toBe("InternalError.BrandNew");
  });

  it("for status 500 has the status and no code", async () => {
    const error = await thrownBy(call, internalServerError);
    expect(isHttpError(error) && [error.httpCode, error.code]).toEqual([500, undefined]);
    expect([isTransportError(error), isApiError(error), isCbsError(error), isRetryable(error)]).toEqual([false, false, false, false]);
  });

  it("for a dropped connection has neither", async () => {
    const error = await thrownBy(call, droppedConnection);
    expect(isTransportError(error) && [error.requestId, error.code, error.httpCode]).toEqual(["", undefined, undefined]);
    expect([isHttpError(error), isApiError(error), isCbsError(error)]).toEqual([false, false, false]);
  });

  it("for a malformed body is no exception of the SDK", async () => {
    const error = await thrownBy(call, malformedBody);
    expect([error instanceof Error, isTencentCloudError(error), isTransportError(error), isCbsError(error)]).toEqual([true, false, false, false]);
  });

  it("for a stream is nothing: the stream is the answer", async () => {
    loopback.answer = eventStream;
    const stream = await call("cbs", "DescribeDisks");
    expect([typeof stream, isTencentCloudError(stream), isCbsError(stream)]).toEqual(["object", false, false]);
  });
});
