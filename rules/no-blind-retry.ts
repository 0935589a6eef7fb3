import type { TSESTree } from "@typescript-eslint/utils";
import { blindRetries, type BlindRetry } from "../src/analysis/retry/blind-retries.js";
import { askIsRetryable } from "./fixes/ask-is-retryable.js";
import { isService } from "../src/analysis/knowledge/documented-codes.js";
import { repeatableTwice, type RepeatableCall } from "../src/analysis/retry/idempotency.js";
import { isOfOtherModule } from "../src/analysis/source/linked-modules.js";
import { createRule } from "./common/create-rule.js";
import { list } from "./common/text.js";
import { anyAction, anyService } from "../src/analysis/knowledge/services.js";
import { mutatingVerbs } from "../src/analysis/knowledge/action-names.js";
import { matchesStars } from "../src/analysis/knowledge/stars.js";

interface Options {
  /**
   * The actions of which a blind retry is reported: those that can be executed twice, or all.
   * @default "all"
   */
  actions?: "all" | "mutating";
  /**
   * Actions that may be retried on every error; `*` stands for any characters, as in `Describe*`.
   * @default []
   */
  ignoreActions?: string[];
}

type MessageIds = "askIsRetryable" | "blindRetry";

export default createRule<MessageIds, Options>({
  name: "no-blind-retry",
  meta: {
    type: "problem",
    docs: { description: "disallow retrying a call of the Tencent Cloud SDK whatever the error was", recommended: true },
    hasSuggestions: true,
    messages: {
      blindRetry: "This retries {{actions}} on every error, even on those that a retry cannot fix{{twice}}.",
      askIsRetryable: "Retry only on errors that `isRetryable` accepts.{{remedy}}",
    },
    schema: [
      {
        type: "object",
        description: "Options of no-blind-retry.",
        additionalProperties: false,
        properties: {
          actions: {
            type: "string",
            description: 'The actions of which a blind retry is reported: those that can be executed twice because they change something and carry no `ClientToken` ("mutating"), or all ("all").',
            enum: ["all", "mutating"],
          },
          ignoreActions: {
            type: "array",
            description: "Actions that may be retried on every error.",
            items: { type: "string", description: "The name of an action; `*` stands for any characters." },
            uniqueItems: true,
          },
        },
      },
    ],
    defaultOptions: [{ actions: "all", ignoreActions: [] }],
  },
  create(context, file, { actions, ignoreActions }) {
    return {
      "Program:exit"() {
        for (const blind of blindRetries(file)) {
          if (blind.calls.every(({ action }) => action !== anyAction && isIgnored(action, ignoreActions))) continue;
          const twice = repeatableTwice(file, blind.calls, mutatingVerbs);
          if (actions === "mutating" && twice === undefined) continue;
          const node = nodeOf(blind);
          const fix = isOfOtherModule(node) ? undefined : askIsRetryable(file, context.physicalFilename, blind, serviceOf(blind));
          context.report({
            node,
            loc: placeOf(blind),
            messageId: "blindRetry",
            data: { actions: actionsOf(blind), twice: twiceOf(blind, twice) },
            suggest: fix === undefined ? [] : [{ messageId: "askIsRetryable", data: { remedy: remedyFor(twice) }, fix }],
          });
        }
      },
    };
  },
});

/** The only service that is called, whose own table knows more than the general policy. */
function serviceOf({ calls }: BlindRetry): string | undefined {
  const [service, second] = new Set(calls.map((call) => call.service));
  return second === undefined && service !== undefined && service !== anyService && isService(service) ? service : undefined;
}

/** What a retry can do besides failing once more. */
function twiceOf({ calls }: BlindRetry, twice: RepeatableCall | undefined): string {
  if (twice === undefined) return "";
  const isOnly = calls.every(({ action }) => action === twice.action);
  return `, and can execute ${isOnly ? "it" : `"${twice.action}"`} twice`;
}

/** What has to be done besides asking for the code where a call can be executed twice. */
function remedyFor(twice: RepeatableCall | undefined): string {
  if (twice === undefined) return "";
  const remedy = twice.takesToken === false ? "look before each retry whether it was executed" : 'send the same "ClientToken" with each retry';
  return ` "${twice.action}" can still be executed twice: ${remedy}.`;
}

function isIgnored(action: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesStars(pattern, action));
}

function nodeOf(blind: BlindRetry): TSESTree.Node {
  return blind.kind === "handler" ? blind.handler.node : blind.retry.node;
}

/** The head of a handler, or the name of a library's function: a report should not cover all that is retried. */
function placeOf(blind: BlindRetry): TSESTree.SourceLocation {
  if (blind.kind === "handler") {
    const { node } = blind.handler;
    return { start: node.loc.start, end: node.body.loc.start };
  }
  const { node } = blind.retry;
  return node.type === "CallExpression" ? node.callee.loc : node.loc;
}

function actionsOf({ calls }: BlindRetry): string {
  const actions = [...new Set(calls.map(({ action }) => action).filter((action) => action !== anyAction))].sort();
  if (actions.length === 0) return "a call";
  const named = actions.length > 3 ? [...actions.slice(0, 3), `${String(actions.length - 3)} more`] : actions;
  return list(named.map((action, index) => (actions.length > 3 && index === 3 ? action : `"${action}"`)), "and");
}
