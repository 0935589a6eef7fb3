/** A program with one fault for each of the rules that report without type information. */
export const faulty = `import { cbs } from "tencentcloud-sdk-nodejs";

const client = new cbs.v20170312.Client({});

export async function attach(request) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await client.AttachDisks(request);
    } catch (error) {
      if (error.code === "InvalidDisk.Bussy") continue;
      if (error.code === "AuthFailure.SecretIdNotFound") continue;
      throw error;
    }
  }
}
`;

/** The reports that every host gives about {@link faulty} under the recommended configuration. */
export const reportsOfFaulty = ["tencentcloud/no-undocumented-code", "tencentcloud/no-retry-non-retryable"] as const;

/** A use of the code map that only type-checks if its types are found. */
export const typed = `import { hasErrorCode, isTencentCloudError } from "tencentcloud-error-codes";
import { isCbsError, type CbsErrorCodeOf } from "tencentcloud-error-codes/cbs";

export const notPortable: CbsErrorCodeOf<"AttachDisks"> = "InvalidDisk.NotPortable";

export function codeOf(error: unknown): string | undefined {
  if (isCbsError(error, "AttachDisks")) {
    const code: CbsErrorCodeOf<"AttachDisks"> = error.code;
    return code;
  }
  return isTencentCloudError(error) && hasErrorCode(error, "InternalError") ? error.code : undefined;
}
`;
