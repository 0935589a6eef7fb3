import { isRetryableClass } from "../codemap/retry.js";
import type { Catalog, ServiceEntry } from "../catalog/model.js";
import type { RetryPolicyTable } from "../catalog/retry.js";
import { serviceFacts } from "./facts.js";
import { CodeFile, constant, imports, interfaceOf, sourceNames, typeAlias, typeImports } from "./file.js";
import type { Statement } from "./file.js";
import { namesOf } from "./names.js";
import type { ServiceNames } from "./names.js";
import type { CodeFacts } from "./rows.js";
import { actionRow, typeRow, valueRow } from "./rows.js";
import { list, literal, typeKey, unionRows } from "./text.js";

/** The file of one service: its types, its tables and its guards. */
export function serviceFile(service: ServiceEntry, catalog: Catalog, policy: RetryPolicyTable): CodeFile {
  const names = namesOf(service.id);
  const facts = serviceFacts(service, catalog, policy);
  return new CodeFile(`${names.id}.ts`, sourceNames(service.sources), (file) => [
    ...IMPORTS,
    `export { catalogStamp } from "./runtime/stamp.js";`,
    ...codeTypes(names, facts, file),
    ...actionTypes(names, service, file),
    tableType(names, facts, file),
    ...tables(names, service, facts, file),
    guards(names),
  ]);
}

const IMPORTS: readonly Statement[] = [
  typeImports("./common.js", ["CommonErrorCode", "CommonErrorCodeTable", "RetryableCommonErrorCode"]),
  imports("./common.js", ["commonErrorCodes"]),
  typeImports("./runtime/errors.js", ["TencentCloudApiError"]),
  imports("./runtime/service.js", ["isCodeOf", "isErrorOf", "isErrorOfAction", "mergeTables"]),
  typeImports("./runtime/types.js", ["ErrorCodeInfo", "ServiceTable"]),
];

function codeTypes({ id, type }: ServiceNames, facts: readonly CodeFacts[], file: CodeFile): readonly Statement[] {
  const codes = facts.map(({ code }) => code);
  const retryable = facts.filter(({ info }) => isRetryableClass(info.retry.class)).map(({ code }) => code);
  return [
    typeAlias(
      `${type}ServiceErrorCode`,
      file.union(codes),
      `The codes of the own table of ${id}; some of them can be common codes as well.`,
    ),
    typeAlias(`${type}ErrorCode`, `CommonErrorCode | ${type}ServiceErrorCode`, `Every code documented for ${id}: the common ones and its own.`),
    typeAlias(
      `${type}RetryableErrorCode`,
      `RetryableCommonErrorCode${file.text(unionRows(retryable, "  "))}`,
      `The codes of ${id} after which a repeat of the same call can succeed: throttled, transient and pending.`,
    ),
  ];
}

function actionTypes({ id, type }: ServiceNames, { actions }: ServiceEntry, file: CodeFile): readonly Statement[] {
  const rows = [...actions].map(([action, codes]) => `  readonly ${typeKey(action)}:${codes.length === 0 ? " never" : unionRows(codes, "    ")};`);
  const doc = `The codes listed for each action of ${id}. Common codes can come from every action.`;
  return [
    interfaceOf(`${type}ActionErrorCodes`, file.lines(rows), doc),
    typeAlias(
      `${type}ErrorCodeOf`,
      `CommonErrorCode | ${type}ActionErrorCodes[Action]`,
      `The codes documented for one or more actions of ${id}, the common ones included.`,
      [`Action extends keyof ${type}ActionErrorCodes`],
    ),
  ];
}

function tableType({ id, type }: ServiceNames, facts: readonly CodeFacts[], file: CodeFile): Statement {
  const name = `${type}ErrorCodeTable extends CommonErrorCodeTable`;
  return interfaceOf(name, file.lines(facts.map(typeRow)), `The table of the codes of ${id}.`);
}

function tables({ id, type, value }: ServiceNames, service: ServiceEntry, facts: readonly CodeFacts[], file: CodeFile): readonly Statement[] {
  const own = `{${file.lines(facts.map(valueRow))}}`;
  const actions = `{${file.lines([...service.actions].map(([action, codes]) => actionRow(action, codes)))}}`;
  const actionTable = `{ readonly [Action in keyof ${type}ActionErrorCodes]: readonly ${type}ActionErrorCodes[Action][] }`;
  return [
    constant("codes", undefined, `/* @__PURE__ */ mergeTables(commonErrorCodes, ${own}) satisfies Record<${type}ErrorCode, ErrorCodeInfo>`),
    constant("actions", undefined, `${actions} satisfies ${actionTable}`),
    constant(`${value}ErrorCodes`, `${type}ErrorCodeTable`, "codes", `What is documented about each code of ${id}.`),
    constant(`${value}ActionErrorCodes`, actionTable, "actions", `The codes listed for each action of ${id}, in plain order.`),
    constant(
      "service",
      "ServiceTable",
      `{ id: ${literal(id)}, versions: ${file.text(list(service.versions))}, codes, actions }`,
      `All that is documented about ${id}, in the shape that every service has.`,
    ),
  ];
}

function guards({ id, type }: ServiceNames): Statement {
  return `/** Whether a value is a code documented for ${id}. */
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
