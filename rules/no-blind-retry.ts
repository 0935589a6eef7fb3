import type { TSESTree } from "@typescript-eslint/utils";
import { blindRetries, type BlindRetry } from "../src/analysis/retry/blind-retries.js";
import { askIsRetryable } from "./fixes/ask-is-retryable.js";
import { createRule } from "./common/create-rule.js";
import { list } from "./common/text.js";

interface Options {
  /**
   * Actions that may be repeated on every error; `*` stands for any characters, as in `Describe*`.
   * @default []
   */
  ignoreActions?: string[];
}

type MessageIds = "askIsRetryable" | "blindRetry";

export default createRule<MessageIds, Options>({
  name: "no-blind-retry",
  meta: {
    type: "problem",
    docs: { description: "disallow repeating a call of the Tencent Cloud SDK whatever the error was" },
    hasSuggestions: true,
    messages: {
      blindRetry: "This repeats {{actions}} on every error, also on those of which no repeat can succeed.",
      askIsRetryable: "Repeat only on errors that `isRetryable` of `tencentcloud-error-codes` accepts.",
    },
    schema: [
      {
        type: "object",
        description: "Options of no-blind-retry.",
        additionalProperties: false,
        properties: {
          ignoreActions: {
            type: "array",
            description: "Actions that may be repeated on every error.",
            items: { type: "string", description: "The name of an action; `*` stands for any characters." },
            uniqueItems: true,
          },
        },
      },
    ],
    defaultOptions: [{ ignoreActions: [] }],
  },
  create(context, file, { ignoreActions }) {
    return {
      "Program:exit"() {
        for (const blind of blindRetries(file)) {
          if (blind.calls.every(({ action }) => action !== undefined && isIgnored(action, ignoreActions))) continue;
          const fix = askIsRetryable(file, context.physicalFilename, blind);
          context.report({
            loc: placeOf(blind),
            messageId: "blindRetry",
            data: { actions: actionsOf(blind) },
            suggest: fix === undefined ? [] : [{ messageId: "askIsRetryable", fix }],
          });
        }
      },
    };
  },
});

function isIgnored(action: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const [start = "", ...rest] = pattern.split("*");
    if (rest.length === 0) return action === pattern;
    return action.startsWith(start) && action.endsWith(rest.at(-1) ?? "");
  });
}

/** The head of a handler, or the name of a library's function: a report should not cover all that is repeated. */
function placeOf(blind: BlindRetry): TSESTree.SourceLocation {
  if (blind.kind === "handler") {
    const { node } = blind.handler;
    return { start: node.loc.start, end: node.body.loc.start };
  }
  const { node } = blind.retry;
  return node.type === "CallExpression" ? node.callee.loc : node.loc;
}

function actionsOf({ calls }: BlindRetry): string {
  const actions = [...new Set(calls.map(({ action }) => action).filter((action) => action !== undefined))].sort();
  if (actions.length === 0) return "a call";
  const named = actions.length > 3 ? [...actions.slice(0, 3), `${String(actions.length - 3)} more`] : actions;
  return list(named.map((action, index) => (actions.length > 3 && index === 3 ? action : `"${action}"`)), "and");
}
