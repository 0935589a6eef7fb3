import type { Catalog, ServiceEntry } from "../catalog/model.js";
import type { RetryPolicyTable } from "../catalog/retry.js";
import { isRetryableClass } from "../codemap/retry.js";
import { serviceFacts } from "./facts.js";
import { constant, imports, interfaceOf, lines, slot, sourceNames, STAMP, typeAlias, typeImports } from "./file.js";
import type { CodeFile, Statement } from "./file.js";
import { namesOf } from "./names.js";
import { actionRow, actionTypeRow, tableRows, typeRow } from "./rows.js";
import { list, unionOf, unionRows } from "./text.js";

/** The file of one service: its types, its tables and its guards. */
export function serviceFile(service: ServiceEntry, catalog: Catalog, policy: RetryPolicyTable): CodeFile {
  const { id, type, value } = namesOf(service.id);
  const facts = serviceFacts(service, catalog, policy);
  const retryable = facts.filter(({ info }) => isRetryableClass(info.retry.class));
  const actions = [...service.actions];
  const { retries, places, descriptions } = tableRows(facts);
  return {
    path: `${id}.ts`,
    sources: sourceNames(service.sources),
    declarations: DECLARATIONS,
    names: { id, Type: type, value },
    rows: {
      codes: unionOf(facts.map(({ code }) => code)),
      retryable: unionRows(retryable.map(({ code }) => code), "  "),
      actionTypes: lines(actions.map(([action, listed]) => actionTypeRow(action, listed))),
      tableType: lines(facts.map(typeRow)),
      retries: lines(retries),
      places: lines(places),
      descriptions: lines(descriptions),
      actions: lines(actions.map(([action, listed]) => actionRow(action, listed))),
      versions: list(service.versions),
    },
  };
}

const ACTION_TABLE = "{ readonly [Action in keyof $Type$ActionErrorCodes]: readonly $Type$ActionErrorCodes[Action][] }";

/** The declarations of every service, with `$id$`, `$Type$` and `$value$` for its names. */
const DECLARATIONS: readonly Statement[] = [
  typeImports("./common.js", ["CommonErrorCode", "CommonErrorCodeTable", "RetryableCommonErrorCode"]),
  imports("./common.js", ["commonErrorCodes"]),
  typeImports("./runtime/errors.js", ["TencentCloudApiError"]),
  imports("./runtime/service.js", ["isCodeOf", "isErrorOf", "tableOf"]),
  typeImports("./runtime/types.js", ["ErrorCodeInfo", "ServiceTable"]),
  STAMP,
  typeAlias("$Type$ServiceErrorCode", slot("codes"), "The codes of the own table of $id$; some of them can be common codes as well."),
  typeAlias("$Type$ErrorCode", "CommonErrorCode | $Type$ServiceErrorCode", "Every code documented for $id$: the common ones and its own."),
  typeAlias(
    "$Type$RetryableErrorCode",
    `RetryableCommonErrorCode${slot("retryable")}`,
    "The codes of $id$ after which a repeat of the same call can succeed: throttled, transient and pending.",
  ),
  interfaceOf("$Type$ActionErrorCodes", slot("actionTypes"), "The codes listed for each action of $id$. Common codes can come from every action."),
  typeAlias(
    "$Type$ErrorCodeOf",
    "CommonErrorCode | $Type$ActionErrorCodes[Action]",
    "The codes documented for one or more actions of $id$, the common ones included.",
    ["Action extends keyof $Type$ActionErrorCodes"],
  ),
  interfaceOf("$Type$ErrorCodeTable extends CommonErrorCodeTable", slot("tableType"), "The table of the codes of $id$."),
  constant(
    "codes",
    undefined,
    `/* @__PURE__ */ tableOf(commonErrorCodes, [${slot("retries")}], {${slot("places")}}, {${slot("descriptions")}}) satisfies Record<$Type$ErrorCode, ErrorCodeInfo>`,
  ),
  constant("actions", undefined, `{${slot("actions")}} satisfies ${ACTION_TABLE}`),
  constant("$value$ErrorCodes", "$Type$ErrorCodeTable", "codes", "What is documented about each code of $id$."),
  constant("$value$ActionErrorCodes", ACTION_TABLE, "actions", "The codes listed for each action of $id$, in plain order."),
  constant(
    "service",
    "ServiceTable",
    `{ id: "$id$", versions: ${slot("versions")}, codes, actions }`,
    "All that is documented about $id$, in the shape that every service has.",
  ),
  `/** Whether a value is a code documented for $id$. */
export function is$Type$ErrorCode(value: unknown): value is $Type$ErrorCode {
  return isCodeOf(codes, value);
}

/**
 * Whether a caught value is an exception of the SDK with a code documented for $id$, or for one of its actions. As a
 * callback (\`errors.filter(is$Type$Error)\`) it ignores the index.
 */
export function is$Type$Error<Action extends keyof $Type$ActionErrorCodes>(
  error: unknown,
  action: Action,
): error is TencentCloudApiError<$Type$ErrorCodeOf<Action>>;
export function is$Type$Error(error: unknown): error is TencentCloudApiError<$Type$ErrorCode>;
export function is$Type$Error(error: unknown, action?: unknown): boolean {
  return isErrorOf(codes, actions, error, action);
}`,
];
