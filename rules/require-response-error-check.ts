import { errorsOnResults } from "../src/analysis/code-tests/error-on-results.js";
import { uncheckedReads } from "../src/analysis/code-tests/raw-answers.js";
import { anyAction } from "../src/analysis/knowledge/services.js";
import { createRule } from "./common/create-rule.js";

interface Options {
  /**
   * Fields of a raw response that may be read although the response can be an error.
   * @default []
   */
  allow?: string[];
}

type MessageIds = "errorOnResult" | "uncheckedResponse";

export default createRule<MessageIds, Options>({
  name: "require-response-error-check",
  meta: {
    type: "problem",
    docs: { description: "require a check of `Response.Error` before a raw response of the API is read", recommended: true },
    messages: {
      uncheckedResponse:
        'This response can be an error, and then "{{field}}" is missing: the API reports errors with HTTP status 200, in "Response.Error". Test that first.',
      errorOnResult: 'The result of {{action}} never has an "Error": the SDK throws instead. Catch the exception and test its "code".',
    },
    schema: [
      {
        type: "object",
        description: "Options of require-response-error-check.",
        additionalProperties: false,
        properties: {
          allow: {
            type: "array",
            description: "Fields of a raw response that may be read although the response can be an error.",
            items: { type: "string", description: "A field of `Response`." },
            uniqueItems: true,
          },
        },
      },
    ],
    defaultOptions: [{ allow: [] }],
  },
  create(context, file, { allow }) {
    return {
      "Program:exit"() {
        for (const reads of uncheckedReads(file)) {
          const first = reads.find(({ field }) => !allow.includes(field));
          if (first !== undefined) context.report({ node: first.node, messageId: "uncheckedResponse", data: { field: first.field } });
        }
        for (const { node, call } of errorsOnResults(file)) {
          context.report({ node, messageId: "errorOnResult", data: { action: call.action === anyAction ? "a call of the SDK" : call.action } });
        }
      },
    };
  },
});
