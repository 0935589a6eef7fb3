import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/exhaustive-common-codes.js";
import { inCatch, withClient } from "./disk-code.js";

const tester = new RuleTester();

tester.run("exhaustive-common-codes: a chain of ?:", rule, {
  valid: [
    {
      name: "an arrow function that rejects the rest",
      code: withClient(`export const attach = (request) =>
  client.AttachDisks(request).catch((e) => (e.code === "ResourceNotFound" ? null : e.code === "InternalError" ? [] : Promise.reject(e)));`),
    },
    {
      name: "the rest is returned as it came",
      code: inCatch(`    return e.code === "ResourceNotFound" ? null : e.code === "InternalError" ? [] : e;`),
    },
    {
      name: "labels",
      code: inCatch(`    const label = e.code === "ResourceNotFound" ? "missing" : e.code === "InternalError" ? "broken" : "other";
    counter.add(1, { label });`),
    },
    {
      name: "one question",
      code: inCatch(`    return e.code === "ResourceNotFound" ? null : [];`),
    },
    {
      name: "a function that answers with a status",
      code: withClient(`export const statusOf = (e: TencentCloudSDKHttpException) => (e.code === "ResourceNotFound" ? 404 : e.code === "InternalError" ? 502 : 500);`),
    },
    {
      name: "the code asked for by its family",
      code: inCatch(`    return e.code.startsWith("AuthFailure") ? renew() : e.code === "ResourceNotFound" ? null : undefined;`),
      options: [{ codes: ["AuthFailure.*"] }],
    },
  ],
  invalid: [
    {
      name: "an arrow function that answers with nothing for the rest",
      code: withClient(`export const attach = (request) =>
  client.AttachDisks(request).catch((e) => (e.code === "ResourceNotFound" ? null : e.code === "InternalError" ? [] : undefined));`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 6,
          data: { codes: "1 common error code is", rest: "the last branch swallows the rest", missing: "ServiceUnavailable" },
        },
      ],
    },
    {
      name: "a return that answers with nothing for the rest",
      code: inCatch(`    return e.code === "ResourceNotFound" ? null : e.code === "InternalError" ? [] : undefined;`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "the last branch swallows the rest", missing: "ServiceUnavailable" },
        },
      ],
    },
    {
      name: "labels, of which the rest has one of a named code",
      code: inCatch(`    const label = e.code === "ResourceNotFound" ? "gone" : e.code === "InternalError" ? "kept" : "kept";
    save(label);`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "the last branch swallows the rest", missing: "ServiceUnavailable" },
        },
      ],
    },
    {
      name: "effects for two codes, and none for the rest",
      code: inCatch(`    e.code === "ResourceNotFound" ? create() : e.code === "InternalError" ? again() : undefined;`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "the last branch swallows the rest", missing: "ServiceUnavailable" },
        },
      ],
    },
    {
      name: "a result chosen by the code",
      code: inCatch(`    const disks = e.code === "ResourceNotFound" ? null : e.code === "InternalError" ? [] : undefined;
    return disks;`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "the last branch swallows the rest", missing: "ServiceUnavailable" },
        },
      ],
    },
  ],
});
