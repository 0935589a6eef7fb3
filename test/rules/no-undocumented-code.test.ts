import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/no-undocumented-code.js";
import { handling } from "./action-handler.js";

const ruleTester = new RuleTester();
const anyService = (condition: string): string => `import { isTencentCloudError } from "tencentcloud-error-codes";\nexport const test = (e) => isTencentCloudError(e) && ${condition};`;

ruleTester.run("no-undocumented-code: whole codes", rule, {
  valid: [
    { name: "a code of the service", code: handling(`if (e.code === "InvalidDisk.Busy") return null;`) },
    { name: "a common code", code: handling(`if (e.code === "AuthFailure.SignatureExpire") return null;`) },
    { name: "no code", code: handling(`if (e.code === undefined) return null;`) },
    { name: "an empty text", code: handling(`if (e.code === "") return null;`) },
    { name: "a value that only the running program has", code: handling(`if (e.code === process.env.CODE) return null;`) },
    { name: "a code of some service where the service is not known", code: anyService(`e.code === "InvalidParameter.RoleNotExist"`) },
    { name: "a code of the service that the settings name", code: anyService(`e.code === "InvalidParameter.RoleNotExist"`), settings: { tencentcloud: { services: ["cam"] } } },
    { name: "a key of a table that is no code", code: `const texts = { default: 1, "InvalidDisk.Busy": 2 };\n${handling(`return texts[e.code];`)}` },
    { name: "a code that is listed for the action", code: handling(`if (e.code === "InvalidDiskId.NotFound") return null;`), options: [{ scope: "action" }] },
  ],
  invalid: [
    {
      name: "a code that nobody documents",
      code: handling(`if (e.code === "InvalidDisk.Bsy") return null;`),
      errors: [
        {
          messageId: "undocumented",
          data: { code: "InvalidDisk.Bsy", where: " for cbs", nearest: ' Did you mean "InvalidDisk.Busy"?' },
          suggestions: [{ messageId: "useDocumentedCode", data: { code: "InvalidDisk.Busy" }, output: handling(`if (e.code === "InvalidDisk.Busy") return null;`) }],
        },
      ],
    },
    {
      name: "single quotes, which stay",
      code: handling(`if (e.code === 'InvalidDisk.Bsy') return null;`),
      errors: [{ messageId: "undocumented", suggestions: [{ messageId: "useDocumentedCode", output: handling(`if (e.code === 'InvalidDisk.Busy') return null;`) }] }],
    },
    {
      name: "a code in the wrong case",
      code: handling(`if (e.code === "InvalidDisk.busy") return null;`),
      errors: [
        {
          messageId: "wrongCase",
          data: { code: "InvalidDisk.busy", documented: "InvalidDisk.Busy" },
          suggestions: [{ messageId: "useDocumentedCode", output: handling(`if (e.code === "InvalidDisk.Busy") return null;`) }],
        },
      ],
    },
    {
      name: "a code of another service, with the same detail under another family first",
      code: handling(`if (e.code === "ResourceNotFound.RoleNotExist") return null;`, "cam.v20190116", "GetRole"),
      errors: [
        {
          messageId: "documentedElsewhere",
          data: {
            code: "ResourceNotFound.RoleNotExist",
            services: "cam",
            others: "cloudaudit",
            nearest: ' Did you mean "InvalidParameter.RoleNotExist", "ResourceNotFound.GroupNotExist" or "ResourceNotFound.UserNotExist"?',
          },
          suggestions: [
            { messageId: "useDocumentedCode", output: handling(`if (e.code === "InvalidParameter.RoleNotExist") return null;`, "cam.v20190116", "GetRole") },
            { messageId: "useDocumentedCode", output: handling(`if (e.code === "ResourceNotFound.GroupNotExist") return null;`, "cam.v20190116", "GetRole") },
            { messageId: "useDocumentedCode", output: handling(`if (e.code === "ResourceNotFound.UserNotExist") return null;`, "cam.v20190116", "GetRole") },
          ],
        },
      ],
    },
    {
      name: "a code that is not listed for the action",
      code: handling(`if (e.code === "UnsupportedOperation.DiskEncrypt") return null;`, "cbs.v20170312", "DescribeDisks"),
      options: [{ scope: "action" }],
      errors: [{ messageId: "undocumentedForAction", data: { code: "UnsupportedOperation.DiskEncrypt", services: "cbs", actions: "DescribeDisks" } }],
    },
    {
      name: "a code of which the action lists one that means the same",
      code: handling(`if (e.code === "ResourceExists") return null;`, "ssm.v20190923", "CreateSecret"),
      errors: [
        {
          messageId: "undocumented",
          suggestions: [{ messageId: "useDocumentedCode", output: handling(`if (e.code === "ResourceInUse.SecretExists") return null;`, "ssm.v20190923", "CreateSecret") }],
        },
      ],
    },
    {
      name: "a slip of the keyboard where the service is not known",
      code: anyService(`e.code === "InvalidDisk.Bussy"`),
      errors: [{ messageId: "undocumented", suggestions: [{ messageId: "useDocumentedCode", output: anyService(`e.code === "InvalidDisk.Busy"`) }] }],
    },
    {
      name: "a detail of some service where the service is not known",
      code: anyService(`e.code === "InvalidDisk.RoleNotExist"`),
      errors: [{ messageId: "undocumented", data: { code: "InvalidDisk.RoleNotExist", where: "", nearest: "" } }],
    },
    { name: "an errno", code: handling(`if (e.code === "ETIMEDOUT") return null;`), errors: [{ messageId: "systemErrorCode", data: { code: "ETIMEDOUT" } }] },
    {
      name: "a key of a table, without quotes where it can be",
      code: `const texts = { ResourceBsy: 1 };\n${handling(`return texts[e.code];`)}`,
      errors: [{ messageId: "undocumented", suggestions: [{ messageId: "useDocumentedCode", output: `const texts = { ResourceBusy: 1 };\n${handling(`return texts[e.code];`)}` }] }],
    },
    {
      name: "the good status of a message in the wrong case",
      code: `import { sms } from "tencentcloud-sdk-nodejs";\nexport const ok = (result) => result.SendStatusSet[0].Code === "OK";`,
      errors: [
        {
          messageId: "wrongCase",
          data: { code: "OK", documented: "Ok" },
          suggestions: [{ messageId: "useDocumentedCode", output: `import { sms } from "tencentcloud-sdk-nodejs";\nexport const ok = (result) => result.SendStatusSet[0].Code === "Ok";` }],
        },
      ],
    },
    {
      name: "a code of the gateway in the status of a message",
      code: `import { sms } from "tencentcloud-sdk-nodejs";\nexport const failed = (result) => result.SendStatusSet[0].Code === "AuthFailure.SignatureExpire";`,
      errors: [{ messageId: "undocumented", data: { code: "AuthFailure.SignatureExpire", where: " for a status of sms", nearest: "" } }],
    },
  ],
});

ruleTester.run("no-undocumented-code: families", rule, {
  valid: [
    { name: "a family", code: handling(`if (e.code.startsWith("InvalidDisk")) return null;`) },
    { name: "a family and a dot", code: handling(`if (e.code.startsWith("InvalidDisk.")) return null;`) },
    { name: "the start of a family", code: handling(`if (e.code.startsWith("Invalid")) return null;`) },
    { name: "what stands before the dot", code: handling(`if (e.code.split(".")[0] === "InvalidDisk") return null;`) },
    { name: "a family of matchErrorCode", code: `import { matchErrorCode } from "tencentcloud-error-codes";\n${handling(`return matchErrorCode(e, { "AuthFailure.*": () => 1, otherwise: () => 2 });`)}` },
    { name: "a code and a family of matchSomeErrorCodes", code: `import { matchSomeErrorCodes } from "tencentcloud-error-codes";\n${handling(`return matchSomeErrorCodes(e, { "InvalidDisk.Busy": () => 0, "AuthFailure.*": () => 1, otherwise: () => 2 });`)}` },
  ],
  invalid: [
    {
      name: "a code of matchSomeErrorCodes",
      code: `import { matchSomeErrorCodes } from "tencentcloud-error-codes";\n${handling(`return matchSomeErrorCodes(e, { "InvalidDisk.Bussy": () => 1, otherwise: () => 2 });`)}`,
      errors: [
        {
          messageId: "undocumented",
          suggestions: [
            { messageId: "useDocumentedCode", output: `import { matchSomeErrorCodes } from "tencentcloud-error-codes";\n${handling(`return matchSomeErrorCodes(e, { "InvalidDisk.Busy": () => 1, otherwise: () => 2 });`)}` },
          ],
        },
      ],
    },
    {
      name: "a family that nobody documents",
      code: handling(`if (e.code.startsWith("AuthFailures")) return null;`),
      errors: [
        {
          messageId: "undocumentedFamily",
          data: { code: "AuthFailures", where: " for cbs", nearest: ' Did you mean "AuthFailure"?' },
          suggestions: [{ messageId: "useDocumentedCode", output: handling(`if (e.code.startsWith("AuthFailure")) return null;`) }],
        },
      ],
    },
    {
      name: "a family in the wrong case, whose dot stays",
      code: handling(`if (e.code.startsWith("authfailure.")) return null;`),
      errors: [{ messageId: "wrongCase", suggestions: [{ messageId: "useDocumentedCode", output: handling(`if (e.code.startsWith("AuthFailure.")) return null;`) }] }],
    },
    {
      name: "a family of matchErrorCode",
      code: `import { matchErrorCode } from "tencentcloud-error-codes";\n${handling(`return matchErrorCode(e, { "AuthFailures.*": () => 1, otherwise: () => 2 });`)}`,
      errors: [
        {
          messageId: "undocumentedFamily",
          suggestions: [
            { messageId: "useDocumentedCode", output: `import { matchErrorCode } from "tencentcloud-error-codes";\n${handling(`return matchErrorCode(e, { "AuthFailure.*": () => 1, otherwise: () => 2 });`)}` },
          ],
        },
      ],
    },
  ],
});
