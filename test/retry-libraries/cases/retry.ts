import retry from "retry";
import type { cbs } from "tencentcloud-sdk-nodejs";

type Client = InstanceType<typeof cbs.v20170312.Client>;

export const operationOnCode = (client: Client) =>
  new Promise((resolve, reject) => {
    const operation = retry.operation({ retries: 2, minTimeout: 0 });
    operation.attempt(() => {
      client.DescribeDisks({}).then(resolve, (error) => {
        if (error.code === "LimitExceeded" && operation.retry(error)) return;
        reject(error);
      });
    });
  });

export const operationOnAllElse = (client: Client) =>
  new Promise((resolve, reject) => {
    const operation = retry.operation({ retries: 2, minTimeout: 0 });
    operation.attempt(() => {
      client.DescribeDisks({}).then(resolve, (error) => {
        if (error.code !== "LimitExceeded" && operation.retry(error)) return;
        reject(error);
      });
    });
  });
