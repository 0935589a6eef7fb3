import { describe, expect, it } from "vitest";
import { isCreatingName, isReadingName, startsWithVerb } from "../../../src/analysis/knowledge/action-names.js";
import { actionOfQuery, isApiHeader, isOwnHeader, labelOfHost, namesApiHost, namesSigning, serviceOfHost, serviceOfScope } from "../../../src/analysis/knowledge/api-hosts.js";
import { saysMissing } from "../../../src/analysis/knowledge/code-words.js";
import { isErrorName, isMessageName, isWordingName } from "../../../src/analysis/knowledge/error-words.js";
import { isAttemptName, isLookingName, isPassingOnName, isPredicateName, isTakingName, isTellingParameter } from "../../../src/analysis/knowledge/function-names.js";
import { bringsNoError, isLoggerName, isLogMethod, isLogName, isPauseName } from "../../../src/analysis/knowledge/logs-and-pauses.js";
import { isOtherClientName, isOtherCloudPackage, namesOtherApi } from "../../../src/analysis/knowledge/others.js";
import { isReadingBody, isSenderMethod, isSenderName } from "../../../src/analysis/knowledge/senders.js";
import { saysRenewal } from "../../../src/analysis/knowledge/renewal-words.js";
import { isErrorOption, isPlainProperty } from "../../../src/analysis/knowledge/retry-words.js";
import { codeMapService, isCodeMapGuard, isSdkPackage, isServiceOption, sdkKind, serviceOfPath } from "../../../src/analysis/knowledge/sdk.js";
import { anyService } from "../../../src/analysis/knowledge/services.js";
import { wordsOf } from "../../../src/analysis/knowledge/words.js";

it.each([
  ["isCreatingName", isCreatingName, ["create", "CreateDisks", "importKey"], ["created", "creator", "describe"]],
  ["isReadingName", isReadingName, ["get", "describeDisks", "waitFor"], ["getter", "setDisk", "target"]],
  ["saysMissing", saysMissing, ["ResourceNotFound", "ResourceNotFound.DiskId", "InvalidDisk.NotFound", "FunctionNotExist", "InvalidParameterValue.KeyNotExists"], ["ResourceInUse", "NotFoundYet"]],
  ["isApiHeader", isApiHeader, ["X-TC-Action", "x-tc-region"], ["X-TC-Actions", "Authorization"]],
  ["namesApiHost", namesApiHost, ["https://cbs.tencentcloudapi.com", "tencentcloudapi.com"], ["https://cloud.tencent.com"]],
  ["isOwnHeader", isOwnHeader, ["X-TC-Action", "x-tc-language"], ["X-TC-", "Action", "X-Amz-Date"]],
  ["namesSigning", namesSigning, ["TC3-HMAC-SHA256", "2024-01-01/cbs/tc3_request"], ["AWS4-HMAC-SHA256", "us-east-1/s3/aws4_request"]],
  ["isSenderName", isSenderName, ["fetch", "$fetch", "request", "postJson", "httpsRequest", "curl"], ["prefetched", "sender", "requested", "compost"]],
  ["isReadingBody", isReadingBody, ["parse", "safeParse", "json", "concat", "toString"], ["jsonify", "push", "stringify"]],
  ["isErrorName", isErrorName, ["e", "err", "reason"], ["element", "errors"]],
  ["isWordingName", isWordingName, ["String", "getErrorMessage", "toError", "normalizeErr"], ["toString2", "isError"]],
  ["isMessageName", isMessageName, ["message", "errorText", "details"], ["code", "messageId"]],
  ["isAttemptName", isAttemptName, ["attempt", "tryCount", "maxRetries"], ["attempted", "offset"]],
  ["isLookingName", isLookingName, ["isThrottled", "includes", "parse"], ["issue", "reject"]],
  ["isPassingOnName", isPassingOnName, ["reject", "setError", "recordFailure"], ["setTimeout", "settle"]],
  ["isPredicateName", isPredicateName, ["isGone", "shouldRetry", "retryable", "RETRIABLE"], ["issue", "gone"]],
  ["isTellingParameter", isTellingParameter, ["fn", "code", "lastError", "apiResponse"], ["client", "codes", "responses"]],
  ["isTakingName", isTakingName, ["next", "takeNext", "pop"], ["population", "describe"]],
  ["bringsNoError", bringsNoError, ["sleep", "allSettled"], ["waitForDisk", "fetch"]],
  ["isLoggerName", isLoggerName, ["console", "log", "Logger"], ["login", "catalog"]],
  ["isLogName", isLogName, ["warn", "assert", "increment", "logFailure"], ["warnUser", "login"]],
  ["isLogMethod", isLogMethod, ["warn", "fatal", "increment"], ["assert", "logOrThrow", "login"]],
  ["isPauseName", isPauseName, ["sleep", "delayMs", "setTimeout"], ["asleep", "timeout"]],
  ["isOtherClientName", isOtherClientName, ["axios", "dynamoClient", "redis"], ["client", "cbs"]],
  ["isOtherCloudPackage", isOtherCloudPackage, ["@aws-sdk/client-s3", "ali-oss", "cos-nodejs-sdk-v5"], ["tencentcloud-sdk-nodejs", "lodash"]],
  ["namesOtherApi", namesOtherApi, ["https://api.example.com", "ecs.aliyuncs.com", "x-amz-date"], ["https://cbs.tencentcloudapi.com", "https://cloud.tencent.com/x"]],
  ["saysRenewal", saysRenewal, ["refreshToken", "getSTSToken", "serverTimeOffset", "credentials2"], ["timeout", "client"]],
  ["isErrorOption", isErrorOption, ["shouldRetry", "onFailedAttempt"], ["retries", "delay"]],
  ["isPlainProperty", isPlainProperty, ["codes", "errorCode", "on"], ["retryCodes", "onRetry"]],
  ["isServiceOption", isServiceOption, ["ServiceType", "serviceName", "product"], ["services", "productId"]],
  ["isSdkPackage", isSdkPackage, ["tencentcloud-sdk-nodejs", "tencentcloud-sdk-nodejs-cbs/tencentcloud"], ["tencentcloud-sdk", "my-tencentcloud-sdk-nodejs"]],
])("%s takes the right names, and no others", (_name, isTaken, taken, others) => {
  expect([...taken, ...others].filter(isTaken)).toEqual(taken);
});

describe("names", () => {
  it("are taken apart into words, abbreviations and digits included", () => {
    expect(["getSTSToken", "get_sts_token", "this.sts.token2", "RETRYABLE_CODES", ""].map(wordsOf)).toEqual([
      ["get", "sts", "token"], ["get", "sts", "token"], ["this", "sts", "token"], ["retryable", "codes"], [],
    ]);
  });

  it("of actions start with a verb only where the verb ends there", () => {
    expect(["CreateDisks", "Created", "RunInstances", "Runtime"].map((name) => startsWithVerb(name, ["Create", "Run"]))).toEqual([true, false, true, false]);
  });

  it("of modules, paths and hosts tell the service", () => {
    expect([serviceOfPath("tencentcloud-sdk-nodejs", ["cbs", "v20170312", "Client"]), serviceOfPath("tencentcloud-sdk-nodejs-intl-en-cvm", ["Client"]), serviceOfPath("tencentcloud-sdk-nodejs", ["Client"])]).toEqual(["cbs", "cvm", anyService]);
    expect([codeMapService("tencentcloud-error-codes"), codeMapService("tencentcloud-error-codes/cbs"), codeMapService("./codes")]).toEqual([anyService, "cbs", undefined]);
    expect([isCodeMapGuard(anyService, "inFamily"), isCodeMapGuard(anyService, "isHttpError"), isCodeMapGuard(anyService, "isCbsError"), isCodeMapGuard("cbs", "isCbsError"), isCodeMapGuard("cbs", "familyOf")]).toEqual([true, true, false, true, false]);
    expect([serviceOfHost("https://cbs.ap-guangzhou.tencentcloudapi.com/"), serviceOfHost("tencentcloudapi.com")]).toEqual(["cbs", undefined]);
  });

  it("in addresses and scopes tell action and service", () => {
    expect([actionOfQuery("https://cbs.tencentcloudapi.com/?Action=DescribeDisks&Version=2017-03-12"), actionOfQuery("https://cbs.tencentcloudapi.com/?Version=2017-03-12")]).toEqual(["DescribeDisks", undefined]);
    expect([labelOfHost("https://ab1.tencentcloudapi.com", "ab\\d"), labelOfHost("https://cbs.tencentcloudapi.com", "ab\\d")]).toEqual(["ab1", undefined]);
    expect([serviceOfScope("2026-11-21/cvm/tc3_request", "[a-z]+"), serviceOfScope("2026-11-21/cvm/aws4_request", "[a-z]+")]).toEqual(["cvm", undefined]);
  });

  it("of methods send a request where the object is a client", () => {
    expect([isSenderMethod("http", "post"), isSenderMethod("axiosInstance", "get"), isSenderMethod("cache", "get"), isSenderMethod("http", "log")]).toEqual([true, true, false, false]);
  });

  it("of the SDK's exports tell what they are", () => {
    expect(["Client", "CbsClient", "CommonClient", "TencentCloudSDKHttpException", "Credential"].map((name) => sdkKind("tencentcloud-sdk-nodejs", name))).toEqual(["client", "client", "common-client", "exception", undefined]);
  });
});
