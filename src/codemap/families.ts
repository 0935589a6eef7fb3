/** The codes of a family: the bare family and everything below it, documented or not. */
export type FamilyMember<Family extends string> = Family | `${Family}.${string}`;

/** The family of each code of a union. */
export type FamilyOf<Code extends string> = Code extends `${infer Family}.${string}` ? Family : Code;

/** What stands before the first dot of a code, or the whole code. */
export function familyOf(code: string): string {
  const dot = code.indexOf(".");
  return dot < 0 ? code : code.slice(0, dot);
}
