import { ConstantBackoff, handleType, handleWhen, noop, retry, wrap } from "cockatiel";
import type { cbs } from "tencentcloud-sdk-nodejs";
import type { WithCode } from "./with-code.js";

type Client = InstanceType<typeof cbs.v20170312.Client>;

const options = { maxAttempts: 2, backoff: new ConstantBackoff(0) };

const whenCode = retry(handleWhen((error) => (error as WithCode).code === "LimitExceeded"), options);
export const handledWhen = (client: Client) => whenCode.execute(() => client.DescribeDisks({}));

const whenNotCode = retry(handleWhen((error) => (error as WithCode).code !== "LimitExceeded"), options);
export const handledWhenNot = (client: Client) => whenNotCode.execute(() => client.DescribeDisks({}));

const ofType = retry(handleType(Error, (error) => (error as WithCode).code === "LimitExceeded").orWhen(() => false), options);
export const handledType = (client: Client) => ofType.execute(() => client.DescribeDisks({}));

const inner = retry(handleWhen((error) => (error as WithCode).code === "LimitExceeded"), options);
const wrapped = wrap(noop, inner);
export const wrappedPolicy = (client: Client) => wrapped.execute(() => client.DescribeDisks({}));
