import type { ApiErrorBody, CodesIn, TencentCloudApiError } from "./errors.js";
import type { FamilyMember, FamilyOf } from "./families.js";

/** Any text; an editor completes `Known`. */
type Open<Known extends string> = Known | (string & Record<never, never>);

/** No code and no family is of this type: the compiler prints it where a guard is handed a raw response. */
type OfRawResponse = "toTencentCloudError gives the error of a raw response";

/** The codes that a value can be asked for: those that its type names; any where it names none, `Common` completed. */
export type AskedCode<Value, Common extends string> = unknown extends Value
  ? Open<Common>
  : [Value] extends [ApiErrorBody]
    ? OfRawResponse
    : string extends CodesIn<Value>
      ? Open<Common>
      : CodesIn<Value>;

/** The families that a value can be asked for: those of the codes that its type names; any where it names none, `Common` completed. */
export type AskedFamily<Value, Common extends string> = unknown extends Value
  ? Open<Common>
  : [Value] extends [ApiErrorBody]
    ? OfRawResponse
    : string extends CodesIn<Value>
      ? Open<Common>
      : FamilyOf<CodesIn<Value>>;

/** The type of an error that has one of the codes. A value of type `any` must not stay so: where the guard is false, it would be `never`. */
export type WithCode<Thrown, Code extends string> = 0 extends Thrown & 1 ? TencentCloudApiError<Code> : Thrown & TencentCloudApiError<Code>;

/** The type of a code or of an error that is in one of the families. */
export type InFamily<Value, Family extends string> = [Value] extends [string | undefined]
  ? 0 extends Value & 1
    ? FamilyMember<Family> | TencentCloudApiError<FamilyMember<Family>>
    : Value & FamilyMember<Family>
  : unknown extends Value
    ? FamilyMember<Family> | TencentCloudApiError<FamilyMember<Family>>
    : Value & TencentCloudApiError<FamilyMember<Family>>;
