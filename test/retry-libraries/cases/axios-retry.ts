import axios from "axios";
import axiosRetry from "axios-retry";

/** What axios throws holds the answer of the API in `response.data`. */
interface Failure {
  readonly response?: { readonly data?: unknown };
}

interface Answer {
  readonly Response: { readonly Error?: { readonly Code: string } };
}

const isGood = ({ data }: { data: unknown }): boolean => (data as Answer).Response.Error === undefined;

export const conditionOnCode = (url: string) => {
  const client = axios.create({ headers: { "X-TC-Action": "DescribeDisks" } });
  axiosRetry(client, { retries: 2, validateResponse: isGood, retryCondition: (error: Failure) => (error.response?.data as Answer).Response.Error?.Code === "LimitExceeded" });
  return client.post(url);
};

export const conditionOnAllElse = (url: string) => {
  const client = axios.create({ headers: { "X-TC-Action": "DescribeDisks" } });
  axiosRetry(client, { retries: 2, validateResponse: isGood, retryCondition: (error: Failure) => (error.response?.data as Answer).Response.Error?.Code !== "LimitExceeded" });
  return client.post(url);
};
