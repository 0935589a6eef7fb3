import type { TencentCloudApiError, TencentCloudError } from "./errors.js";
import { codeIn } from "./guards.js";

/** The codes of a family: the bare family and everything below it, documented or not. */
export type FamilyMember<Family extends string> = Family | `${Family}.${string}`;

/** What stands before the first dot of a code, or the whole code. */
export function familyOf(code: string): string {
  const dot = code.indexOf(".");
  return dot < 0 ? code : code.slice(0, dot);
}

/**
 * Whether a code, or the code of an exception of the SDK, belongs to one of the families given: it is the bare
 * family or a subcode of it. `InvalidParameterValue` is not in the family `InvalidParameter`.
 *
 * ```ts
 * if (inFamily(error.code, "AuthFailure", "UnauthorizedOperation")) return askForPermission();
 * ```
 */
export function inFamily<Code extends string, const Family extends string>(
  code: Code | undefined,
  ...families: readonly Family[]
): code is Code & FamilyMember<Family>;
export function inFamily<Thrown extends TencentCloudError, const Family extends string>(
  error: Thrown,
  ...families: readonly Family[]
): error is Thrown & TencentCloudApiError<FamilyMember<Family>>;
export function inFamily<const Family extends string>(
  codeOrError: unknown,
  ...families: readonly Family[]
): codeOrError is FamilyMember<Family> | TencentCloudApiError<FamilyMember<Family>>;
export function inFamily(codeOrError: unknown, ...families: readonly string[]): boolean {
  const code = codeIn(codeOrError);
  return code !== undefined && families.includes(familyOf(code));
}
