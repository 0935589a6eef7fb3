import got from "got";

/** An answer of the API: status 200, also for errors. */
interface Answer {
  readonly Response: { readonly Error?: { readonly Code: string } };
}

export const hookOnCode = (url: string) =>
  got.post(url, {
    headers: { "X-TC-Action": "DescribeDisks" },
    responseType: "json",
    retry: { limit: 2, methods: ["POST"], backoffLimit: 1 },
    hooks: {
      afterResponse: [
        (response, retryWithMergedOptions) => {
          if ((response.body as Answer).Response.Error?.Code === "LimitExceeded") return retryWithMergedOptions({});
          return response;
        },
      ],
    },
  });

export const hookOnAllElse = (url: string) =>
  got.post(url, {
    headers: { "X-TC-Action": "DescribeDisks" },
    responseType: "json",
    retry: { limit: 2, methods: ["POST"], backoffLimit: 1 },
    hooks: {
      afterResponse: [
        (response, retryWithMergedOptions) => {
          const { Error: failure } = (response.body as Answer).Response;
          if (failure === undefined || failure.Code === "LimitExceeded") return response;
          return retryWithMergedOptions({});
        },
      ],
    },
  });

/** The gateway in front of the API answers with a status of its own; only such answers reach this function. */
export const delayOnCode = (url: string) =>
  got.post(`${url}?status=503`, {
    headers: { "X-TC-Action": "DescribeDisks" },
    responseType: "json",
    retry: {
      limit: 2,
      methods: ["POST"],
      calculateDelay: ({ error, attemptCount }) => {
        if (attemptCount > 2) return 0;
        return (error.response?.body as Answer | undefined)?.Response.Error?.Code === "LimitExceeded" ? 1 : 0;
      },
    },
  });
