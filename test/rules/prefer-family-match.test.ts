import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/prefer-family-match.js";
import { handling } from "./action-handler.js";

const ruleTester = new RuleTester();

ruleTester.run("prefer-family-match", rule, {
  valid: [
    { name: "a code with a detail", code: handling(`if (e.code === "InvalidParameterValue.LimitExceeded") return null;`) },
    { name: "a bare code that is documented alone", code: handling(`if (e.code === "ResourceBusy") return null;`) },
    { name: "a bare code that the action lists alone", code: handling(`if (e.code === "InvalidParameterValue") return null;`, "cbs.v20170312", "DescribeDisks") },
    { name: "a service that is not known", code: `import { isTencentCloudError } from "tencentcloud-error-codes";\nexport const test = (e) => isTencentCloudError(e) && e.code === "ResourceNotFound";` },
    { name: "the prefix beside it", code: handling(`if (e.code === "InternalError" || e.code.startsWith("InternalError.")) return null;`) },
    { name: "a family test after it", code: handling(`if (e.code === "InternalError") return 1; if (e.code.split(".")[0] === "InternalError") return 2;`) },
    { name: "a pattern beside it", code: handling(`if (e.code === "InternalError" || /^InternalError\\./.test(e.code)) return null;`) },
    { name: "all details named beside it", code: handling(`if (["InvalidParameterValue", "InvalidParameterValue.LimitExceeded"].includes(e.code)) return null;`) },
    { name: "all details in another case", code: handling(`switch (e.code) { case "InvalidParameterValue": return 1; case "InvalidParameterValue.LimitExceeded": return 2; }`) },
    { name: "a prefix", code: handling(`if (e.code.startsWith("InvalidParameterValue")) return null;`) },
    { name: "a key of a table", code: `const texts = { InvalidParameterValue: "wrong value" };\n${handling(`return texts[e.code];`)}` },
    { name: "a family that is left out", code: handling(`if (e.code === "InvalidParameterValue") return null;`), options: [{ ignore: ["InvalidParameterValue"] }] },
    { name: "other errors that can come along", code: handling(`if (e.code === "ResourceNotFound") return null;`).replace("await client.", "await fetch(request.url), await client.") },
  ],
  invalid: [
    {
      name: "===",
      code: handling(`if (e.code === "InvalidParameterValue") return null;`),
      errors: [
        {
          messageId: "bareFamily",
          data: { family: "InvalidParameterValue", missed: '"InvalidParameterValue.LimitExceeded"', source: "AttachDisks of cbs" },
          suggestions: [{ messageId: "testFamily", output: handling(`if (e.code === "InvalidParameterValue" || String(e.code).startsWith("InvalidParameterValue.")) return null;`) }],
        },
      ],
    },
    {
      name: "!==",
      code: handling(`if (e.code !== "InvalidParameterValue") throw e;`),
      errors: [
        {
          messageId: "bareFamily",
          suggestions: [{ messageId: "testFamily", output: handling(`if (e.code !== "InvalidParameterValue" && !String(e.code).startsWith("InvalidParameterValue.")) throw e;`) }],
        },
      ],
    },
    {
      name: "inside a condition",
      code: handling(`return e.code === "InvalidParameterValue" && request;`),
      errors: [
        {
          messageId: "bareFamily",
          suggestions: [{ messageId: "testFamily", output: handling(`return (e.code === "InvalidParameterValue" || String(e.code).startsWith("InvalidParameterValue.")) && request;`) }],
        },
      ],
    },
    {
      name: "with inFamily at hand",
      code: `import { inFamily } from "tencentcloud-error-codes";\n${handling(`if (e.code === "InvalidParameterValue") return null;`)}`,
      errors: [
        {
          messageId: "bareFamily",
          suggestions: [{ messageId: "testFamily", output: `import { inFamily } from "tencentcloud-error-codes";\n${handling(`if (inFamily(e.code, "InvalidParameterValue")) return null;`)}` }],
        },
      ],
    },
    {
      name: "a case",
      code: handling(`switch (e.code) {\n      case "InvalidParameterValue":\n        return null;\n    }`),
      errors: [
        {
          messageId: "bareFamily",
          suggestions: [
            { messageId: "addSubcodes", output: handling(`switch (e.code) {\n      case "InvalidParameterValue.LimitExceeded":\n      case "InvalidParameterValue":\n        return null;\n    }`) },
          ],
        },
      ],
    },
    {
      name: "an item of a list",
      code: handling(`if (["InvalidParameterValue", "MissingParameter"].includes(e.code)) return null;`),
      errors: [
        {
          messageId: "bareFamily",
          suggestions: [{ messageId: "addSubcodes", output: handling(`if (["InvalidParameterValue", "InvalidParameterValue.LimitExceeded", "MissingParameter"].includes(e.code)) return null;`) }],
        },
      ],
    },
    {
      name: "a family of which only details are documented",
      code: handling(`if (e.code === "InvalidInstance") return null;`),
      errors: [
        {
          messageId: "subcodesOnly",
          data: { family: "InvalidInstance", missed: '"InvalidInstance.NotSupported"', source: "AttachDisks of cbs" },
          suggestions: [{ messageId: "testFamily", output: handling(`if (e.code === "InvalidInstance" || String(e.code).startsWith("InvalidInstance.")) return null;`) }],
        },
      ],
    },
    {
      name: "one of two details named beside it",
      code: handling(`if (e.code === "InternalError" || e.code === "InternalError.ComponentError") return null;`),
      errors: [
        {
          messageId: "bareFamily",
          suggestions: [
            {
              messageId: "testFamily",
              output: handling(`if ((e.code === "InternalError" || String(e.code).startsWith("InternalError.")) || e.code === "InternalError.ComponentError") return null;`),
            },
          ],
        },
      ],
    },
  ],
});
