import { RuleTester } from "@typescript-eslint/rule-tester";
import rule from "../../rules/no-message-match.js";
import { handling } from "./action-handler.js";

const ruleTester = new RuleTester();
/** ESLint's own parser: in JavaScript every error may be asked for its code. */
const javaScript = { languageOptions: { parser: (await import("espree")) as never } };

ruleTester.run("no-message-match", rule, {
  valid: [
    { name: "the code", code: handling(`if (e.code === "RequestLimitExceeded") return null;`) },
    { name: "a connection that failed", code: handling(`if (e.message.includes("ECONNRESET")) return null;`) },
    { name: "a request that took too long", code: handling(`if (/timed? ?out/i.test(e.message)) return null;`) },
    { name: "a message that tells apart what the code does not", code: handling(`if (e.code === "InvalidParameterValue" && e.message.includes("vpc")) return null;`) },
    { name: "a message inside a branch for a code", code: handling(`if (e.code === "InvalidParameterValue") { if (e.message.includes("vpc")) return null; }`) },
    { name: "a message inside a case", code: handling(`switch (e.code) { case "InvalidParameterValue": if (e.message.includes("vpc")) return null; }`) },
    { name: "a message that is shown", code: handling(`console.error(e.message);`) },
    { name: "a value that is taken out of a message", code: handling(`const id = e.message.match(/disk-\\w+/); console.error(id);`) },
    { name: "a message of another library's error", code: handling(`if (e instanceof AxiosError && e.message.includes("status code 404")) return null;`) },
    { name: "a text where other errors can come along", code: handling(`if (e.message.includes("not found")) return null;`).replace("await client.", "await fetch(request.url), await client.") },
    { name: "a text that is allowed", code: handling(`if (e.message.includes("sold out")) return null;`), options: [{ allow: ["sold out"] }] },
    { name: "an empty text", code: handling(`if (e.message === "") return null;`) },
    { name: "the message of something that an error carries, and that is no error", code: handling(`if (e.request.message.includes("not found")) return null;`) },
  ],
  invalid: [
    {
      name: "a code, in JavaScript",
      ...javaScript,
      code: handling(`if (e.message.includes("RequestLimitExceeded")) return null;`),
      errors: [
        {
          messageId: "codeInMessage",
          data: { text: "RequestLimitExceeded", property: "code" },
          suggestions: [{ messageId: "compareCode", output: handling(`if (e.code === "RequestLimitExceeded") return null;`) }],
        },
      ],
    },
    {
      name: "a code that is not there, in JavaScript",
      ...javaScript,
      code: handling(`if (e.message.indexOf("RequestLimitExceeded") === -1) throw e;`),
      errors: [{ messageId: "codeInMessage", suggestions: [{ messageId: "compareCode", output: handling(`if (e.code !== "RequestLimitExceeded") throw e;`) }] }],
    },
    {
      name: "a code, in a value, in JavaScript",
      ...javaScript,
      code: handling(`const busy = e.message === "InvalidDisk.Busy"; if (busy) return 1;`),
      errors: [{ messageId: "codeInMessage", suggestions: [{ messageId: "compareCode", output: handling(`const busy = (e.code === "InvalidDisk.Busy"); if (busy) return 1;`) }] }],
    },
    { name: "a code where the error may have none for the type checker", code: handling(`if (e.message.includes("RequestLimitExceeded")) return null;`), errors: [{ messageId: "codeInMessage" }] },
    { name: "codes in a pattern", code: handling(`if (/InvalidDisk\\.Busy|ResourceBusy/.test(e.message)) return null;`), errors: [{ messageId: "codeInMessage" }] },
    { name: "a text", code: handling(`if (e.message.includes("not found")) return null;`), errors: [{ messageId: "textOfMessage", data: { text: "not found", property: "code" } }] },
    { name: "a text of an error inside another", code: handling(`if (e.innerError.message.includes("not found")) return null;`), errors: [{ messageId: "textOfMessage" }] },
    { name: "a text in an alias", code: handling(`const { message } = e; if (message.startsWith("The disk")) return null;`), errors: [{ messageId: "textOfMessage" }] },
    { name: "a text in a list", code: handling(`if (["sold out"].some((text) => e.message.includes(text))) return null;`), errors: [{ messageId: "textOfMessage" }] },
    { name: "a case", code: handling(`switch (e.message) { case "busy": return null; }`), errors: [{ messageId: "textOfMessage" }] },
    { name: "an else after a test of the code", code: handling(`if (e.code === "ResourceBusy") return 1; else if (e.message.includes("busy")) return 2;`), errors: [{ messageId: "textOfMessage" }] },
    { name: "a code with a detail where other errors can come along", code: handling(`if (e.message.includes("InvalidDisk.Busy")) return null;`).replace("await client.", "await fetch(request.url), await client."), errors: [{ messageId: "codeInMessage" }] },
    {
      name: "the message of a raw answer",
      code: `export async function run() {\n  const body = await (await fetch("https://cbs.tencentcloudapi.com")).json();\n  return body.Response.Error.Message.includes("LimitExceeded");\n}`,
      errors: [
        {
          messageId: "codeInMessage",
          data: { text: "LimitExceeded", property: "Code" },
          suggestions: [
            {
              messageId: "compareCode",
              output: `export async function run() {\n  const body = await (await fetch("https://cbs.tencentcloudapi.com")).json();\n  return body.Response.Error.Code === "LimitExceeded";\n}`,
            },
          ],
        },
      ],
    },
  ],
});
