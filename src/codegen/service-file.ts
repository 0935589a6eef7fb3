import { isRetryableClass } from "../codemap/retry.js";
import type { Catalog, ServiceEntry } from "../catalog/model.js";
import type { RetryPolicyTable } from "../catalog/retry.js";
import { serviceFacts } from "./facts.js";
import { constant, header, imports, interfaceText, sourceNames, typeAlias } from "./file.js";
import type { FileStructure, Statement } from "./file.js";
import { namesOf } from "./names.js";
import type { ServiceNames } from "./names.js";
import type { CodeFacts } from "./rows.js";
import { actionRow, typeRow, valueRow } from "./rows.js";
import { list, literal, typeKey, union } from "./text.js";

/** The file of one service: its types, its tables and its guards. */
export function serviceFile(service: ServiceEntry, catalog: Catalog, policy: RetryPolicyTable): FileStructure {
  const names = namesOf(service.id);
  const facts = serviceFacts(service, catalog, policy);
  return {
    path: `${names.id}.ts`,
    statements: [
      header(sourceNames(service.sources)),
      ...importsOf(),
      `\nexport { catalogStamp } from "./runtime/stamp.js";`,
      ...codeTypes(names, facts),
      ...actionTypes(names, service),
      tableType(names, facts),
      ...tables(names, service, facts),
      guards(names),
    ],
  };
}

function importsOf(): readonly Statement[] {
  return [
    imports("./common.js", ["CommonErrorCode", "CommonErrorCodeTable", "RetryableCommonErrorCode"], true),
    imports("./common.js", ["commonErrorCodes"], false),
    imports("./runtime/errors.js", ["TencentCloudApiError"], true),
    imports("./runtime/service.js", ["isCodeOf", "isErrorOf", "isErrorOfAction", "mergeTables"], false),
    imports("./runtime/types.js", ["ErrorCodeInfo", "ServiceTable"], true),
  ];
}

function codeTypes({ id, type }: ServiceNames, facts: readonly CodeFacts[]): readonly Statement[] {
  const codes = facts.map(({ code }) => code);
  const retryable = facts.filter(({ info }) => isRetryableClass(info.retry.class)).map(({ code }) => code);
  return [
    typeAlias(`${type}ServiceErrorCode`, union(codes), `The codes of the own table of ${id}; some of them can be common codes as well.`),
    typeAlias(`${type}ErrorCode`, `CommonErrorCode | ${type}ServiceErrorCode`, `Every code documented for ${id}: the common ones and its own.`),
    typeAlias(
      `${type}RetryableErrorCode`,
      `RetryableCommonErrorCode${retryable.length > 0 ? ` ${union(retryable).trimStart()}` : ""}`,
      `The codes of ${id} after which a repeat of the same call can succeed: throttled, transient and pending.`,
    ),
  ];
}

function actionTypes({ id, type }: ServiceNames, { actions }: ServiceEntry): readonly Statement[] {
  const rows = [...actions].map(([action, codes]) => `  readonly ${typeKey(action)}: ${union(codes, "    ")};`);
  return [
    interfaceText(`${type}ActionErrorCodes`, rows, `The codes listed for each action of ${id}. Common codes can come from every action.`),
    typeAlias(
      `${type}ErrorCodeOf`,
      `CommonErrorCode | ${type}ActionErrorCodes[Action]`,
      `The codes documented for one or more actions of ${id}, the common ones included.`,
      [`Action extends keyof ${type}ActionErrorCodes`],
    ),
  ];
}

function tableType({ id, type }: ServiceNames, facts: readonly CodeFacts[]): Statement {
  return interfaceText(`${type}ErrorCodeTable`, facts.map(typeRow), `The table of the codes of ${id}.`, " extends CommonErrorCodeTable");
}

function tables({ id, type, value }: ServiceNames, service: ServiceEntry, facts: readonly CodeFacts[]): readonly Statement[] {
  const own = `mergeTables(commonErrorCodes, {\n${facts.map(valueRow).join("\n")}\n})`;
  const actions = `{\n${[...service.actions].map(([action, codes]) => actionRow(action, codes)).join("\n")}\n}`;
  const actionTable = `{ readonly [Action in keyof ${type}ActionErrorCodes]: readonly ${type}ActionErrorCodes[Action][] }`;
  return [
    constant("codes", undefined, `/* @__PURE__ */ ${own} satisfies Record<${type}ErrorCode, ErrorCodeInfo>`),
    constant("actions", undefined, `${actions} satisfies ${actionTable}`),
    constant(`${value}ErrorCodes`, `${type}ErrorCodeTable`, "codes", `What is documented about each code of ${id}.`),
    constant(`${value}ActionErrorCodes`, actionTable, "actions", `The codes listed for each action of ${id}, in plain order.`),
    constant(
      "service",
      "ServiceTable",
      `{ id: ${literal(id)}, versions: ${list(service.versions)}, codes, actions }`,
      `All that is documented about ${id}, in the shape that every service has.`,
    ),
  ];
}

function guards({ id, type }: ServiceNames): Statement {
  return `
/** Whether a value is a code documented for ${id}. */
export function is${type}ErrorCode(value: unknown): value is ${type}ErrorCode {
  return isCodeOf(codes, value);
}

/** Whether a caught value is an exception of the SDK with a code documented for ${id}, or for one of its actions. */
export function is${type}Error(error: unknown): error is TencentCloudApiError<${type}ErrorCode>;
export function is${type}Error<Action extends keyof ${type}ActionErrorCodes>(
  error: unknown,
  action: Action,
): error is TencentCloudApiError<${type}ErrorCodeOf<Action>>;
export function is${type}Error(error: unknown, action?: string): boolean {
  return action === undefined ? isErrorOf(codes, error) : isErrorOfAction(codes, actions, error, action);
}`;
}
