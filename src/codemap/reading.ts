/** What the names of actions start with that look something up. */
const READS = /^(?:Check|Describe|Get|Inquire|Inquiry|InquirePrice|InquiryPrice|List|Query|Search)(?![a-z])/;

/** Whether an action is named as one that only looks something up: `DescribeDisks`, but not `Describer`. */
export function isNamedAsReading(action: string): boolean {
  return READS.test(action);
}
