import { familyOf } from "../../codemap/families.js";

/* What a code says by its words: those that the tables of the services use (`catalog/services`). */

const missing = /Not(?:Exist|Exists|Found)$|NotExist/;

/** Whether a code says that something is not there: `ResourceNotFound`, `InvalidDisk.NotFound`. */
export function saysMissing(code: string): boolean {
  return familyOf(code) === "ResourceNotFound" || missing.test(code);
}

/** Families of the gateway whose names other clouds use with subcodes too, Aliyun's among them. */
export const sharedFamilies: ReadonlySet<string> = new Set(["InvalidParameter", "OperationDenied"]);
