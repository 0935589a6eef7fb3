import type { Catalog } from "../catalog/model.js";
import type { RetryPolicyTable } from "../catalog/retry.js";
import { isRetryableClass, type RetryPolicy } from "../codemap/retry.js";
import { commonFacts } from "./facts.js";
import { constant, fileOf, imports, interfaceOf, lines, slot, STAMP, typeAlias, typeImports } from "./file.js";
import type { CodeFile } from "./file.js";
import { classRow, typeRow, valueRow } from "./rows.js";
import { list, literal, unionOf } from "./text.js";

/** `common.ts`: the gateway's codes. */
export function commonFile(catalog: Catalog, policy: RetryPolicyTable): CodeFile {
  const facts = commonFacts(catalog, policy);
  const retryable = facts.filter(({ info }) => isRetryableClass(info.retry.class));
  const doc = "The common codes after which a repeat of the same call can succeed: throttled, transient and pending.";
  return fileOf("common.ts", ["the common tables of all pages"], {
    declarations: [
      typeImports("./runtime/types.js", ["ErrorCodeInfo"]),
      typeAlias("CommonErrorCode", slot("codes"), "The codes of the API gateway: any service can return them."),
      typeAlias("CommonErrorFamily", slot("families"), "The families of the common codes."),
      typeAlias("RetryableCommonErrorCode", slot("retryable"), doc),
      interfaceOf("CommonErrorCodeTable", slot("tableType"), "The table of the common codes."),
      constant("rows", undefined, `{${slot("table")}} satisfies Record<CommonErrorCode, ErrorCodeInfo>`),
      constant("commonErrorCodes", "CommonErrorCodeTable", "rows", "What is documented about each common code."),
    ],
    rows: {
      codes: unionOf(facts.map(({ code }) => code)),
      families: unionOf([...new Set(facts.map(({ info }) => info.family))]),
      retryable: unionOf(retryable.map(({ code }) => code)),
      tableType: lines(facts.map(typeRow)),
      table: lines(facts.map(valueRow)),
    },
  });
}

/** `retry.ts`: the retry policy as far as applications ship it, and the functions that ask it. */
export function retryFile(policy: RetryPolicy): CodeFile {
  const codes = Object.entries(policy.codes).map(([code, name]) => `    ${classRow(code, name)}`);
  const families = Object.entries(policy.families).map(([family, name]) => `    ${classRow(family, name)}`);
  const wording = policy.wording.map(({ class: name, words, unless, families: only }) => {
    const where = only === undefined ? "" : `, families: ${list(only)}`;
    return `    { class: ${literal(name)}, words: ${list(words)}, unless: ${list(unless)}${where} },`;
  });
  return fileOf("retry.ts", ["retry.json"], {
    declarations: [
      imports("./runtime/retry.js", ["isRetryableClass", "retryClassBy"]),
      typeImports("./runtime/retry.js", ["RetryPolicy"]),
      typeImports("./runtime/types.js", ["ErrorCodeInfo", "RetryClass"]),
      constant("policy", "RetryPolicy", `{${slot("policy")}}`),
      RETRY_FUNCTIONS,
    ],
    rows: { policy: lines(["  codes: {", ...codes, "  },", "  wording: [", ...wording, "  ],", "  families: {", ...families, "  },"]) },
  });
}

const RETRY_FUNCTIONS = `/** A table of codes, such as \`cbsErrorCodes\`. */
type Table<Rows> = { readonly [Code in keyof Rows]: ErrorCodeInfo };

/**
 * The retry class of a code, or of the code of an error. A service's table tells it from what the service documents;
 * without a table, and for codes that the table lacks, the code's name has to tell. \`unclassified\` where there is no code.
 *
 * The error can be an exception of the SDK, one that was serialised, one that another error wraps as its \`cause\`, a
 * raw response or the context of a retry library. As a callback (\`codes.map(retryClassOf)\`) it ignores the index.
 */
export function retryClassOf(codeOrError: unknown): RetryClass;
export function retryClassOf<Rows extends object & Table<Rows>>(codeOrError: unknown, table: Rows | undefined): RetryClass;
export function retryClassOf(codeOrError: unknown, table?: unknown): RetryClass {
  return retryClassBy(policy, codeOrError, table);
}

/**
 * Whether a retry of the same call can succeed: the code is \`throttled\`, \`transient\` (retry only what is
 * idempotent, such as actions of which \`actionOnlyReads\` of the registry is true) or \`pending\` (wait for the resource first). False where there is no code. It takes what \`retryClassOf\`
 * takes, and can be a retry library's predicate as it is: \`pRetry(call, { shouldRetry: isRetryable })\`.
 *
 * \`\`\`ts
 * if (!isRetryable(error, cbsErrorCodes)) throw error;
 * \`\`\`
 */
export function isRetryable(codeOrError: unknown): boolean;
export function isRetryable<Rows extends object & Table<Rows>>(codeOrError: unknown, table: Rows | undefined): boolean;
export function isRetryable(codeOrError: unknown, table?: unknown): boolean {
  return isRetryableClass(retryClassBy(policy, codeOrError, table));
}`;

/** \`guards.ts\`: the guards that are told codes or families, for which an editor completes the common ones. */
export function guardsFile(): CodeFile {
  return fileOf("guards.ts", ["the common tables of all pages"], {
    declarations: [
      typeImports("./common.js", ["CommonErrorCode", "CommonErrorFamily"]),
      typeImports("./runtime/asked.js", ["AskedCode", "AskedFamily", "InFamily", "WithCode"]),
      imports("./runtime/guards.js", ["hasOneOf", "isInOneOf"]),
      GUARDS,
    ],
    rows: {},
  });
}

const GUARDS = `/**
 * Whether an exception of the SDK has one of the codes given; then \`error.code\` is their union.
 * Where the type of \`error\` already names its possible codes, only those can be asked for.
 *
 * \`\`\`ts
 * if (hasErrorCode(error, "ResourceNotFound", "InvalidDisk.Busy")) error.code; // "ResourceNotFound" | "InvalidDisk.Busy"
 * \`\`\`
 */
export function hasErrorCode<Thrown, const Code extends AskedCode<Thrown, CommonErrorCode>>(
  error: Thrown | NoInfer<WithCode<Thrown, Code>>,
  ...codes: readonly Code[]
): error is WithCode<Thrown, Code> {
  return hasOneOf(error, codes);
}

/**
 * Whether a code, or the code of an exception of the SDK, belongs to one of the families given: it is the bare
 * family or a subcode of it. \`InvalidParameterValue\` is not in the family \`InvalidParameter\`.
 * Where the type already names the possible codes, only their families can be asked for.
 *
 * \`\`\`ts
 * if (inFamily(error.code, "AuthFailure")) return askForPermission();
 * \`\`\`
 */
export function inFamily<Value, const Family extends AskedFamily<Value, CommonErrorFamily>>(
  codeOrError: Value | NoInfer<InFamily<Value, Family>>,
  ...families: readonly Family[]
): codeOrError is InFamily<Value, Family> {
  return isInOneOf(codeOrError, families);
}`;

/** \`index.ts\`: what the package's root exports; it loads no service's table. */
export function indexFile(): CodeFile {
  return fileOf("index.ts", ["the list of its exports"], { declarations: [EXPORTS, STAMP], rows: {} });
}

const EXPORTS = `export { commonErrorCodes } from "./common.js";
export type { CommonErrorCode, CommonErrorCodeTable, CommonErrorFamily, RetryableCommonErrorCode } from "./common.js";
export { hasErrorCode, inFamily } from "./guards.js";
export { isRetryable, retryClassOf } from "./retry.js";
export { toTencentCloudError } from "./runtime/carried.js";
export type {
  ApiErrorBody,
  ApiFailure,
  ApiResponse,
  ApiSuccess,
  CodeOf,
  TencentCloudApiError,
  TencentCloudError,
  TencentCloudHttpError,
  TencentCloudTransportError,
} from "./runtime/errors.js";
export { familyOf } from "./runtime/families.js";
export type { FamilyMember, FamilyOf } from "./runtime/families.js";
export { isApiError, isHttpError, isTencentCloudError, isTransportError } from "./runtime/guards.js";
export { matchErrorCode, matchSomeErrorCodes } from "./runtime/match.js";
export type { ErrorCodeHandlers, MissingHandlers, OtherwiseHandler, UndocumentedHandlers } from "./runtime/match.js";
export type { CodeDescription, ErrorCodeInfo, Language, RetryableClass, RetryClass, RetryEvidence, RetryInfo, ServiceTable } from "./runtime/types.js";
export type { ServiceId } from "./service-ids.js";`;
