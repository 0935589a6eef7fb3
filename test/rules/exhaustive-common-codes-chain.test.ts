import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/exhaustive-common-codes.js";
import { inCatch, withClient } from "./disk-code.js";

const tester = new RuleTester();

tester.run("exhaustive-common-codes: a chain of if", rule, {
  valid: [
    {
      name: "a last else that throws",
      code: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      await sleep(1000);
    } else {
      throw e;
    }`),
    },
    {
      name: "sibling ifs, then a throw",
      code: inCatch(`    if (e.code === "ResourceNotFound") return null;
    if (e.code === "InternalError") return [];
    throw e;`),
    },
    {
      name: "a predicate",
      code: inCatch(`    return e.code === "ResourceNotFound" || e.code === "InternalError";`),
    },
    {
      name: "one question about several codes",
      code: inCatch(`    if (e.code === "ResourceNotFound" || e.code === "InternalError") return null;
    return undefined;`),
    },
    {
      name: "one question by a list",
      code: inCatch(`    if (["ResourceNotFound", "InternalError"].includes(e.code)) return null;
    return undefined;`),
    },
    {
      name: "a question, and another after it",
      code: inCatch(`    if (e.code === "ResourceNotFound") misses += 1;
    if (e.code === "InternalError") hits += 1;`),
    },
    {
      name: "a test that turns the other codes away",
      code: inCatch(`    if (e.code !== "ResourceNotFound" && e.code !== "InternalError") throw e;
    return null;`),
    },
    {
      name: "a code asked for by its family",
      code: inCatch(`    if (e.code.startsWith("AuthFailure")) {
      await renew();
    } else if (e.code === "ResourceNotFound") {
      return null;
    }`),
      options: [{ codes: ["AuthFailure.*"] }],
    },
    {
      name: "a code asked for by a regular expression",
      code: inCatch(`    if (/^AuthFailure\\b/.test(e.code)) {
      await renew();
    } else if (e.code === "ResourceNotFound") {
      return null;
    }`),
      options: [{ codes: ["AuthFailure.*"] }],
    },
    {
      name: "a code asked for in a list",
      code: inCatch(`    if (["ServiceUnavailable", "InternalError"].includes(e.code)) {
      await sleep(1000);
    } else if (e.code === "ResourceNotFound") {
      return null;
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
    },
    {
      name: "an empty block with a word why",
      code: inCatch(`    if (e.code === "ResourceNotFound") {
      // gone already
    } else if (e.code === "InternalError") {
      await sleep(1000);
    } else {
      throw e;
    }`),
    },
    {
      name: "what is not the SDK's leaves, the rest is thrown",
      code: inCatch(`    if (!(e instanceof TencentCloudSDKHttpException)) throw e;
    if (e.code === "ResourceNotFound") return null;
    if (e.code === "InternalError") return [];
    throw e;`),
    },
    {
      name: "constants that keep the outcome of the tests",
      code: inCatch(`    const gone = e.code === "ResourceNotFound";
    const broken = e.code === "InternalError";
    if (gone) return null;
    if (broken) return [];
    throw e;`),
    },
    {
      name: "a flag that says whether the error was dealt with",
      code: inCatch(`    let handled = false;
    if (e.code === "ResourceNotFound") {
      await create();
      handled = true;
    } else if (e.code === "InternalError") {
      await sleep(1000);
      handled = true;
    }
    if (!handled) throw e;`),
    },
    {
      name: "the error goes on to a queue before the tests",
      code: inCatch(`    failures.push(e);
    if (e.code === "ResourceNotFound") return null;
    if (e.code === "InternalError") return [];
    return undefined;`),
    },
    {
      name: "the error is wrapped, and the wrapper thrown",
      code: inCatch(`    const failure = new AppError("attach", e);
    if (e.code === "ResourceNotFound") failure.status = 404;
    else if (e.code === "InternalError") failure.status = 502;
    throw failure;`),
    },
    {
      name: "a text made of the error is returned",
      code: inCatch(`    const text = \`\${e.code}: \${e.message}\`;
    if (e.code === "ResourceNotFound") return null;
    if (e.code === "InternalError") return [];
    return text;`),
    },
    {
      name: "a node callback gets the error",
      code: inCatch(`    if (e.code === "ResourceNotFound") return callback(null, null);
    if (e.code === "InternalError") return callback(null, []);
    return callback(e);`),
    },
    {
      name: "a toast tells the user",
      code: inCatch(`    if (e.code === "ResourceNotFound") {
      await create();
    } else if (e.code === "InternalError") {
      await sleep(1000);
    } else {
      toast.show("The disk could not be attached.");
    }`),
    },
    {
      name: "an assertion that nothing is left",
      code: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      return [];
    } else {
      assertNever(e.code);
    }`),
    },
    {
      name: "errors of a function that says it never returns",
      code: withClient(`function fail(e): never {
  throw new Error(e.message);
}
try {
  await client.AttachDisks({});
} catch (e) {
  if (e.code === "ResourceNotFound") create();
  else if (e.code === "InternalError") again();
  else fail("attach");
}`),
    },
    {
      name: "errors of a function that always throws",
      code: withClient(`function fail() {
  console.error("giving up");
  throw new Error("attach");
}
try {
  await client.AttachDisks({});
} catch (e) {
  if (e.code === "ResourceNotFound") create();
  else if (e.code === "InternalError") again();
  else fail();
}`),
    },
    {
      name: "a retry loop that throws in the end",
      code: withClient(`async function attach() {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      return await client.AttachDisks({});
    } catch (e) {
      if (e.code === "InternalError") await sleep(1000);
      else if (e.code === "ResourceInUse") await sleep(5000);
    }
  }
  throw new Error("Three attempts failed.");
}`),
    },
    {
      name: "a retry loop without an end",
      code: withClient(`async function attach() {
  while (true) {
    try {
      return await client.AttachDisks({});
    } catch (e) {
      if (e.code === "InternalError") await sleep(1000);
      else if (e.code === "ResourceInUse") await sleep(5000);
    }
  }
}`),
    },
    {
      name: "a throw behind the catch where there is no result",
      code: withClient(`async function attach() {
  let disks;
  try {
    disks = await client.AttachDisks({});
  } catch (e) {
    if (e.code === "ResourceNotFound") disks = [];
    else if (e.code === "InternalError") disks = await again();
  }
  if (disks === undefined) throw new Error("There are no disks.");
  return disks;
}`),
    },
    {
      name: "the error is thrown behind the catch",
      code: withClient(`async function attach() {
  let failure;
  try {
    return await client.AttachDisks({});
  } catch (e) {
    failure = e;
    if (e.code === "InternalError") await sleep(1000);
    else if (e.code === "ResourceInUse") await sleep(5000);
  }
  throw failure;
}`),
    },
    {
      name: "a text that is looked for in the message, before the rest is thrown",
      code: inCatch(`    if (e.code === "ResourceNotFound") return "gone";
    if (e.code === "ResourceInUse") return "busy";
    if (e.message.includes("sold out")) return "sold out";
    throw e;`),
    },
    {
      name: "a label for a counter",
      code: inCatch(`    let label = "other";
    if (e.code === "ResourceNotFound") label = "missing";
    else if (e.code === "InternalError") label = "broken";
    counter.add(1, { label });`),
    },
    {
      name: "messages for people, with one for the rest",
      code: inCatch(`    let message = "The disk could not be attached.";
    if (e.code.startsWith("AuthFailure")) message = "The key is wrong.";
    else if (e.code === "LimitExceeded") message = "Buy more disks.";
    show(message);`),
    },
    {
      name: "a log line for each code, and one for the rest",
      code: inCatch(`    if (e.code === "ResourceNotFound") {
      logger.warn("The disk is gone.");
    } else if (e.code === "InternalError") {
      logger.warn("Try again.");
    } else {
      logger.error("Something else.");
    }`),
    },
    {
      name: "an action chosen by the code, with one for the rest",
      code: inCatch(`    let action;
    switch (e.code) {
      case "ResourceNotFound": action = "create"; break;
      case "InternalError": action = "repeat"; break;
      default: action = "fail";
    }
    return perform(action);`),
    },
    {
      name: "a case that leaves the loop around it",
      code: withClient(`async function attach() {
  attempts: while (true) {
    try {
      return await client.AttachDisks({});
    } catch (e) {
      switch (e.code) {
        case "RequestLimitExceeded": await sleep(1000); continue attempts;
        case "ResourceNotFound": break attempts;
      }
      throw e;
    }
  }
}`),
    },
    {
      name: "a handler of requests that answers with a status",
      code: withClient(`app.get("/disks", async (req, res) => {
  try {
    res.json(await client.AttachDisks({}));
  } catch (e) {
    switch (e.code) {
      case "ResourceNotFound": res.status(404).end(); break;
      case "UnauthorizedOperation": res.status(403).end(); break;
      default: res.status(500).end();
    }
  }
});`),
    },
    {
      name: "a hint for some codes, after the error was logged",
      code: inCatch(`    console.error(e);
    if (e.code === "AuthFailure.SecretIdNotFound") {
      console.error("Run login first.");
    } else if (e.code === "LimitExceeded") {
      console.error("Delete some disks.");
    }`),
    },
  ],
  invalid: [
    {
      name: "a text that is looked for in the message, before the rest is dropped",
      code: inCatch(`    if (e.code === "ResourceNotFound") return "gone";
    if (e.code === "ResourceInUse") return "busy";
    if (e.message.includes("sold out")) throw e;`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          suggestions: [
            {
              messageId: "addMissingCodes",
              output: inCatch(`    if (e.code === "ResourceNotFound") return "gone";
    if (e.code === "ResourceInUse") return "busy";
    if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    }
    if (e.message.includes("sold out")) throw e;`),
            },
          ],
        },
      ],
    },
    {
      name: "no else",
      code: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      await sleep(1000);
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      await sleep(1000);
    } else {
      throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      await sleep(1000);
    } else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a last else that swallows",
      code: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      await sleep(1000);
    } else {
      return undefined;
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "the last `else` swallows the rest", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      await sleep(1000);
    } else {
      throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      await sleep(1000);
    } else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    } else {
      return undefined;
    }`) }],
        },
      ],
    },
    {
      name: "a last else that only writes to the log",
      code: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      await sleep(1000);
    } else {
      logger.error(e);
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "the last `else` only writes the rest to a log", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      await sleep(1000);
    } else {
      logger.error(e);
      throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (e.code === "InternalError") {
      await sleep(1000);
    } else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    } else {
      logger.error(e);
    }`) }],
        },
      ],
    },
    {
      name: "branches without braces",
      code: inCatch(`    if (e.code === "ResourceNotFound") return null;
    else if (e.code === "InternalError") await sleep(1000);`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    if (e.code === "ResourceNotFound") return null;
    else if (e.code === "InternalError") await sleep(1000);
    else throw e;`) }, { messageId: "addMissingCodes", output: inCatch(`    if (e.code === "ResourceNotFound") return null;
    else if (e.code === "InternalError") await sleep(1000);
    else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a last else without braces",
      code: inCatch(`    if (e.code === "ResourceNotFound") return null;
    else if (e.code === "InternalError") await sleep(1000);
    else return undefined;`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "the last `else` swallows the rest", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    if (e.code === "ResourceNotFound") return null;
    else if (e.code === "InternalError") await sleep(1000);
    else throw e;`) }, { messageId: "addMissingCodes", output: inCatch(`    if (e.code === "ResourceNotFound") return null;
    else if (e.code === "InternalError") await sleep(1000);
    else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    } else return undefined;`) }],
        },
      ],
    },
    {
      name: "sibling ifs that leave",
      code: inCatch(`    if (e.code === "ResourceNotFound") return null;
    if (e.code === "InternalError") return [];
    return undefined;`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    if (e.code === "ResourceNotFound") return null;
    if (e.code === "InternalError") return [];
    throw e;`) }, { messageId: "addMissingCodes", output: inCatch(`    if (e.code === "ResourceNotFound") return null;
    if (e.code === "InternalError") return [];
    if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    }
    return undefined;`) }],
        },
      ],
    },
    {
      name: "sibling ifs with another question between them",
      code: inCatch(`    if (e.code === "ResourceNotFound") return null;
    if (quiet) return undefined;
    if (e.code === "InternalError") return [];`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: inCatch(`    if (e.code === "ResourceNotFound") return null;
    if (quiet) return undefined;
    if (e.code === "InternalError") return [];
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
      name: "a question about something else in the chain",
      code: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (attempt > 3) {
      throw e;
    } else if (e.code === "InternalError") {
      await sleep(1000);
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (attempt > 3) {
      throw e;
    } else if (e.code === "InternalError") {
      await sleep(1000);
    } else {
      throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    if (e.code === "ResourceNotFound") {
      return null;
    } else if (attempt > 3) {
      throw e;
    } else if (e.code === "InternalError") {
      await sleep(1000);
    } else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a test that depends on something else as well leaves a way open",
      code: inCatch(`    if (e.code === "ResourceNotFound") return null;
    if (e.code === "InternalError") return [];
    if (strict && attempt > 3) throw e;`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "addMissingCodes", output: inCatch(`    if (e.code === "ResourceNotFound") return null;
    if (e.code === "InternalError") return [];
    if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    }
    if (strict && attempt > 3) throw e;`) }],
        },
      ],
    },
    {
      name: "a family test that does not reach the code asked for",
      code: inCatch(`    if (e.code.startsWith("InternalError")) {
      await sleep(1000);
    } else if (e.code.startsWith("ResourceNotFound")) {
      return null;
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    if (e.code.startsWith("InternalError")) {
      await sleep(1000);
    } else if (e.code.startsWith("ResourceNotFound")) {
      return null;
    } else {
      throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    if (e.code.startsWith("InternalError")) {
      await sleep(1000);
    } else if (e.code.startsWith("ResourceNotFound")) {
      return null;
    } else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a prefix of another family is not the family",
      code: inCatch(`    if (e.code.startsWith("InvalidParameterValue")) {
      return null;
    } else if (e.code === "ResourceNotFound") {
      return [];
    }`),
      options: [{ codes: ["InvalidParameter"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "InvalidParameter" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    if (e.code.startsWith("InvalidParameterValue")) {
      return null;
    } else if (e.code === "ResourceNotFound") {
      return [];
    }
    throw e;`) }, { messageId: "addMissingCodes", output: inCatch(`    if (e.code.startsWith("InvalidParameterValue")) {
      return null;
    } else if (e.code === "ResourceNotFound") {
      return [];
    } else if (
      // Permanent: retrying cannot help.
      e.code === "InvalidParameter"
    ) {
      throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a negated test lets the code through",
      code: inCatch(`    if (!(e.code === "ResourceNotFound")) {
      if (e.code === "InternalError") return [];
      if (e.code === "LimitExceeded") return null;
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 10,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    if (!(e.code === "ResourceNotFound")) {
      if (e.code === "InternalError") return [];
      if (e.code === "LimitExceeded") return null;
      throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    if (!(e.code === "ResourceNotFound")) {
      if (e.code === "InternalError") return [];
      if (e.code === "LimitExceeded") return null;
      if (
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
      name: "an empty block, and nobody says why",
      code: inCatch(`    if (e.code === "ResourceNotFound") {
    } else if (e.code === "InternalError") {
      await sleep(1000);
    } else {
      throw e;
    }`),
      options: [{ codes: ["ResourceNotFound"] }],
      errors: [
        {
          messageId: "emptyBranch",
          line: 9,
        },
      ],
    },
    {
      name: "constants that keep the outcome of the tests",
      code: inCatch(`    const gone = e.code === "ResourceNotFound";
    const broken = e.code === "InternalError";
    if (gone) return null;
    if (broken) return [];
    return undefined;`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 11,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    const gone = e.code === "ResourceNotFound";
    const broken = e.code === "InternalError";
    if (gone) return null;
    if (broken) return [];
    throw e;`) }, { messageId: "addMissingCodes", output: inCatch(`    const gone = e.code === "ResourceNotFound";
    const broken = e.code === "InternalError";
    if (gone) return null;
    if (broken) return [];
    if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    }
    return undefined;`) }],
        },
      ],
    },
    {
      name: "a flag that nobody looks at",
      code: inCatch(`    let handled = false;
    if (e.code === "ResourceNotFound") {
      await create();
      handled = true;
    } else if (e.code === "InternalError") {
      await sleep(1000);
      handled = true;
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 10,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    let handled = false;
    if (e.code === "ResourceNotFound") {
      await create();
      handled = true;
    } else if (e.code === "InternalError") {
      await sleep(1000);
      handled = true;
    } else {
      throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    let handled = false;
    if (e.code === "ResourceNotFound") {
      await create();
      handled = true;
    } else if (e.code === "InternalError") {
      await sleep(1000);
      handled = true;
    } else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a constant that holds the code",
      code: inCatch(`    const code = e.code ?? "";
    if (code === "ResourceNotFound") return null;
    if (code === "InternalError") return [];
    return undefined;`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 10,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    const code = e.code ?? "";
    if (code === "ResourceNotFound") return null;
    if (code === "InternalError") return [];
    throw e;`) }, { messageId: "addMissingCodes", output: inCatch(`    const code = e.code ?? "";
    if (code === "ResourceNotFound") return null;
    if (code === "InternalError") return [];
    if (
      // Transient: retry with backoff if the call is idempotent.
      code === "ServiceUnavailable"
    ) {
      throw e;
    }
    return undefined;`) }],
        },
      ],
    },
    {
      name: "taken out of the error by a pattern",
      code: inCatch(`    const { code } = e;
    if (code === "ResourceNotFound") return null;
    if (code === "InternalError") return [];`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 10,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    const { code } = e;
    if (code === "ResourceNotFound") return null;
    if (code === "InternalError") return [];
    throw e;`) }, { messageId: "addMissingCodes", output: inCatch(`    const { code } = e;
    if (code === "ResourceNotFound") return null;
    if (code === "InternalError") return [];
    if (
      // Transient: retry with backoff if the call is idempotent.
      code === "ServiceUnavailable"
    ) {
      throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a log line for each code, and nothing for the rest",
      code: inCatch(`    if (e.code === "ResourceNotFound") {
      logger.warn("The disk is gone.");
    } else if (e.code === "InternalError") {
      logger.warn("Try again.");
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    if (e.code === "ResourceNotFound") {
      logger.warn("The disk is gone.");
    } else if (e.code === "InternalError") {
      logger.warn("Try again.");
    } else {
      throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    if (e.code === "ResourceNotFound") {
      logger.warn("The disk is gone.");
    } else if (e.code === "InternalError") {
      logger.warn("Try again.");
    } else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
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
    if (e.code === 'ResourceNotFound') {
        return null
    } else if (e.code === 'InternalError') {
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
    if (e.code === 'ResourceNotFound') {
        return null
    } else if (e.code === 'InternalError') {
        return []
    }
    throw e
})
` }, { messageId: "addMissingCodes", output: `import { cbs } from 'tencentcloud-sdk-nodejs'

const client = new cbs.v20170312.Client({})

client.AttachDisks({}).catch((e) => {
    if (e.code === 'ResourceNotFound') {
        return null
    } else if (e.code === 'InternalError') {
        return []
    } else if (
        // Transient: retry with backoff if the call is idempotent.
        e.code === 'ServiceUnavailable'
    ) {
        throw e
    }
})
` }],
        },
      ],
    },
    {
      name: "the outcome compared with a code on the left",
      code: inCatch(`    if ("ResourceNotFound" === e.code) {
      return null;
    } else if ("InternalError" === e.code) {
      await sleep(1000);
    }`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: inCatch(`    if ("ResourceNotFound" === e.code) {
      return null;
    } else if ("InternalError" === e.code) {
      await sleep(1000);
    } else {
      throw e;
    }`) }, { messageId: "addMissingCodes", output: inCatch(`    if ("ResourceNotFound" === e.code) {
      return null;
    } else if ("InternalError" === e.code) {
      await sleep(1000);
    } else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    }`) }],
        },
      ],
    },
    {
      name: "a throw behind the catch that another condition decides",
      code: withClient(`async function attach() {
  let disks;
  try {
    disks = await client.AttachDisks({});
  } catch (e) {
    if (e.code === "ResourceNotFound") disks = [];
    else if (e.code === "InternalError") disks = await again();
  }
  if (strict) throw new Error("There are no disks.");
  return disks;
}`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 10,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: withClient(`async function attach() {
  let disks;
  try {
    disks = await client.AttachDisks({});
  } catch (e) {
    if (e.code === "ResourceNotFound") disks = [];
    else if (e.code === "InternalError") disks = await again();
    else throw e;
  }
  if (strict) throw new Error("There are no disks.");
  return disks;
}`) }, { messageId: "addMissingCodes", output: withClient(`async function attach() {
  let disks;
  try {
    disks = await client.AttachDisks({});
  } catch (e) {
    if (e.code === "ResourceNotFound") disks = [];
    else if (e.code === "InternalError") disks = await again();
    else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    }
  }
  if (strict) throw new Error("There are no disks.");
  return disks;
}`) }],
        },
      ],
    },
    {
      name: "a retry loop that gives up in silence",
      code: withClient(`async function attach() {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      return await client.AttachDisks({});
    } catch (e) {
      if (e.code === "InternalError") await sleep(1000);
      else if (e.code === "ResourceInUse") await sleep(5000);
    }
  }
}`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 10,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: withClient(`async function attach() {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      return await client.AttachDisks({});
    } catch (e) {
      if (e.code === "InternalError") await sleep(1000);
      else if (e.code === "ResourceInUse") await sleep(5000);
      else throw e;
    }
  }
}`) }, { messageId: "addMissingCodes", output: withClient(`async function attach() {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      return await client.AttachDisks({});
    } catch (e) {
      if (e.code === "InternalError") await sleep(1000);
      else if (e.code === "ResourceInUse") await sleep(5000);
      else if (
        // Transient: retry with backoff if the call is idempotent.
        e.code === "ServiceUnavailable"
      ) {
        throw e;
      }
    }
  }
}`) }],
        },
      ],
    },
    {
      name: "a loop over disks that goes on with the next",
      code: withClient(`async function attachAll(disks) {
  for (const disk of disks) {
    try {
      await client.AttachDisks(disk);
    } catch (e) {
      if (e.code === "ResourceNotFound") continue;
      if (e.code === "ResourceInUse") {
        later.push(disk);
        continue;
      }
    }
  }
}`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 10,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: withClient(`async function attachAll(disks) {
  for (const disk of disks) {
    try {
      await client.AttachDisks(disk);
    } catch (e) {
      if (e.code === "ResourceNotFound") continue;
      if (e.code === "ResourceInUse") {
        later.push(disk);
        continue;
      }
      throw e;
    }
  }
}`) }, { messageId: "addMissingCodes", output: withClient(`async function attachAll(disks) {
  for (const disk of disks) {
    try {
      await client.AttachDisks(disk);
    } catch (e) {
      if (e.code === "ResourceNotFound") continue;
      if (e.code === "ResourceInUse") {
        later.push(disk);
        continue;
      }
      if (
        // Transient: retry with backoff if the call is idempotent.
        e.code === "ServiceUnavailable"
      ) {
        throw e;
      }
    }
  }
}`) }],
        },
      ],
    },
    {
      name: "a handler of requests that leaves the rest without an answer",
      code: withClient(`app.get("/disks", async (req, res) => {
  try {
    res.json(await client.AttachDisks({}));
  } catch (e) {
    if (e.code === "ResourceNotFound") res.status(404).end();
    else if (e.code === "UnauthorizedOperation") res.status(403).end();
  }
});`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 9,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: withClient(`app.get("/disks", async (req, res) => {
  try {
    res.json(await client.AttachDisks({}));
  } catch (e) {
    if (e.code === "ResourceNotFound") res.status(404).end();
    else if (e.code === "UnauthorizedOperation") res.status(403).end();
    else throw e;
  }
});`) }, { messageId: "addMissingCodes", output: withClient(`app.get("/disks", async (req, res) => {
  try {
    res.json(await client.AttachDisks({}));
  } catch (e) {
    if (e.code === "ResourceNotFound") res.status(404).end();
    else if (e.code === "UnauthorizedOperation") res.status(403).end();
    else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    }
  }
});`) }],
        },
      ],
    },
    {
      name: "a method that handles the error of another",
      code: withClient(`class Disks {
  client = new cbs.v20170312.Client({});
  async attach() {
    try {
      await this.client.AttachDisks({});
    } catch (e) {
      this.handle(e);
    }
  }
  handle(e) {
    if (e.code === "ResourceNotFound") this.create();
    else if (e.code === "InternalError") this.again();
  }
}`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 15,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: withClient(`class Disks {
  client = new cbs.v20170312.Client({});
  async attach() {
    try {
      await this.client.AttachDisks({});
    } catch (e) {
      this.handle(e);
    }
  }
  handle(e) {
    if (e.code === "ResourceNotFound") this.create();
    else if (e.code === "InternalError") this.again();
    else throw e;
  }
}`) }, { messageId: "addMissingCodes", output: withClient(`class Disks {
  client = new cbs.v20170312.Client({});
  async attach() {
    try {
      await this.client.AttachDisks({});
    } catch (e) {
      this.handle(e);
    }
  }
  handle(e) {
    if (e.code === "ResourceNotFound") this.create();
    else if (e.code === "InternalError") this.again();
    else if (
      // Transient: retry with backoff if the call is idempotent.
      e.code === "ServiceUnavailable"
    ) {
      throw e;
    }
  }
}`) }],
        },
      ],
    },
    {
      name: "the handler of a rejection",
      code: withClient(`client.AttachDisks({}).catch((e) => {
  if (e.code === "ResourceNotFound") return null;
  if (e.code === "InternalError") return [];
  return undefined;
});`),
      options: [{ codes: ["ServiceUnavailable"] }],
      errors: [
        {
          messageId: "notHandled",
          line: 6,
          data: { codes: "1 common error code is", rest: "nothing passes the rest on", missing: "ServiceUnavailable" },
          suggestions: [{ messageId: "passOn", output: withClient(`client.AttachDisks({}).catch((e) => {
  if (e.code === "ResourceNotFound") return null;
  if (e.code === "InternalError") return [];
  throw e;
});`) }, { messageId: "addMissingCodes", output: withClient(`client.AttachDisks({}).catch((e) => {
  if (e.code === "ResourceNotFound") return null;
  if (e.code === "InternalError") return [];
  if (
    // Transient: retry with backoff if the call is idempotent.
    e.code === "ServiceUnavailable"
  ) {
    throw e;
  }
  return undefined;
});`) }],
        },
      ],
    },
  ],
});
