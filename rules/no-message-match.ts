import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isDocumented } from "../src/analysis/knowledge/documented-codes.js";
import { anyService } from "../src/analysis/knowledge/services.js";
import type { AnalyzedFile } from "../src/analysis/source/file.js";
import { messageTestsOf, type MessageTest } from "../src/analysis/code-tests/message-tests.js";
import { samePath } from "../src/analysis/values/access-path.js";
import { isInside } from "../src/analysis/source/syntax.js";
import { codeTestsOf } from "../src/analysis/code-tests/code-tests.js";
import { isOfOtherModule } from "../src/analysis/source/linked-modules.js";
import { createRule, type Context as RuleContext } from "./common/create-rule.js";
import { quoted } from "./common/text.js";

interface Options {
  /**
   * Texts that may be looked for in a message, because no code tells the same.
   * @default []
   */
  allow?: string[];
}

type MessageIds = "codeInMessage" | "compareCode" | "textOfMessage";

export default createRule<MessageIds, Options>({
  name: "no-message-match",
  meta: {
    type: "problem",
    docs: { description: "disallow deciding on the text of an error's message where its code is available", recommended: true },
    hasSuggestions: true,
    messages: {
      codeInMessage: '"{{text}}" is an error code. The message does not contain it: test "{{property}}".',
      textOfMessage: 'This looks for "{{text}}" in a message. Messages change and come in several languages: test "{{property}}" instead.',
      compareCode: 'Compare "{{property}}" with "{{text}}".',
    },
    schema: [
      {
        type: "object",
        description: "Options of no-message-match.",
        additionalProperties: false,
        properties: {
          allow: {
            type: "array",
            description: "Texts that may be looked for in a message, because no code tells the same.",
            items: { type: "string", description: "A text, as it is written in the test." },
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
        const reported = new Set<TSESTree.Node>();
        for (const test of messageTestsOf(file)) {
          const text = test.texts.find(({ value }) => !allow.includes(value))?.value;
          if (text === undefined || reported.has(test.node)) continue;
          const isCode = test.texts.every(({ value }) => namesCode(value, test));
          if (!isCode && (test.origin.besides !== "nothing" || test.texts.some(({ value }) => isAboutConnection(value)) || refinesCode(file, test))) continue;
          reported.add(test.node);
          report(context, file, test, text, isCode);
        }
      },
    };
  },
});

type Context = RuleContext<MessageIds, Options>;

/** Whether a text is a code; where errors of others can come along, only a code with a detail surely is. */
function namesCode(text: string, { origin, isPattern }: MessageTest): boolean {
  const codes = isPattern ? text.replace(/^\^|\$$/g, "").replaceAll("\\.", ".").split("|") : [text];
  return codes.every((code) => (origin.besides === "nothing" || code.includes(".")) && isDocumented(code, anyService));
}

/** A call without a response has no code: then only the message tells what happened. */
function isAboutConnection(text: string): boolean {
  return /E(?:AI_AGAIN|CONN|HOST|NET|NOTFOUND|PIPE|PROTO|TIMEDOUT)|abort|certificate|connect|dns|fetch|getaddrinfo|hang ?up|network|premature|proxy|socket|ssl|time\W{0,3}d?\W{0,3}out|tls/i.test(text);
}

/** Whether the same condition tests the code too: then the message tells apart what the code does not. */
function refinesCode(file: AnalyzedFile, { node, codePath }: MessageTest): boolean {
  const tests = codeTestsOf(file).filter((test) => samePath(test.site.path, codePath));
  for (let at: TSESTree.Node | undefined = node; at != null; at = at.parent) {
    const { parent }: TSESTree.Node = at;
    if (parent?.type === "LogicalExpression" && parent.operator !== "??" && tests.some((test) => isInside(test.node, parent))) return true;
    if (parent?.type === "SwitchCase" && parent.test !== at && tests.some((test) => test.node === parent)) return true;
    if ((parent?.type === "IfStatement" || parent?.type === "ConditionalExpression") && parent.consequent === at) {
      const { test: condition } = parent;
      if (tests.some((test) => !test.negated && isInside(test.node, condition))) return true;
    }
  }
  return false;
}

function report(context: Context, file: AnalyzedFile, test: MessageTest, text: string, isCode: boolean): void {
  const property = test.codeName;
  const fix = isCode && !isOfOtherModule(test.node) ? compareCode(context.sourceCode, file, test, text) : undefined;
  context.report({
    node: test.node.type === "SwitchCase" ? (test.node.test ?? test.node) : test.node,
    messageId: isCode ? "codeInMessage" : "textOfMessage",
    data: { text, property },
    suggest: fix === undefined ? [] : [{ messageId: "compareCode", data: { text, property }, fix }],
  });
}

/** How to test the code in the place of the message; only where the error has a `code` for the type checker too. */
function compareCode(sourceCode: Readonly<TSESLint.SourceCode>, file: AnalyzedFile, test: MessageTest, text: string): TSESLint.ReportFixFunction | undefined {
  const { node, object, texts, isPattern, negated, origin } = test;
  if (object === undefined || isPattern || texts.length > 1 || node.type === "SwitchCase") return undefined;
  const isTypeScript = sourceCode.parserServices?.esTreeNodeToTSNodeMap !== undefined;
  const hasCode = file.types?.hasProperty(object, test.codeName) ?? (!isTypeScript || origin.evidence === "guard" || origin.evidence === "envelope");
  if (!hasCode) return undefined;
  const comparison = `${sourceCode.getText(object)}.${test.codeName} ${negated ? "!==" : "==="} ${quoted(text, '"')}`;
  const stands = node.parent?.type === "IfStatement" || node.parent?.type === "LogicalExpression" || node.parent?.type === "ReturnStatement" || node.parent?.type === "ConditionalExpression";
  return (fixer) => fixer.replaceText(node, stands ? comparison : `(${comparison})`);
}
