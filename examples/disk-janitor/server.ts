import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the endpoint does instead of answering with success: an error code, or a connection that breaks. */
export type Failure = { readonly code: string } | "hang up";

/** A stand-in for the Tencent Cloud API on loopback, which answers as it is told. */
export interface Endpoint {
  /** Host and port, for the SDK's `httpProfile.endpoint`. */
  readonly host: string;
  /** Makes the next calls of an action fail; later calls succeed again. */
  fail(action: string, failure: Failure, times?: number): void;
  /** What an action answers when it succeeds, without the `RequestId`; nothing else by default. */
  succeed(action: string, fields: object): void;
  /** How often an action was called. */
  calls(action: string): number;
  /** Forgets the calls and the failures that have not come yet. */
  reset(): void;
  close(): Promise<void>;
}

export async function startEndpoint(): Promise<Endpoint> {
  const failures = new Map<string, Failure[]>();
  const successes = new Map<string, object>();
  const calls = new Map<string, number>();

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const action = String(request.headers["x-tc-action"]);
    calls.set(action, (calls.get(action) ?? 0) + 1);
    const failure = failures.get(action)?.shift();
    if (failure === "hang up") request.socket.destroy();
    else send(response, failure === undefined ? (successes.get(action) ?? {}) : errorFields(failure.code));
  }

  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      answer(request, response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;

  return {
    host: `127.0.0.1:${String(port)}`,
    fail: (action, failure, times = 1) => {
      failures.set(action, [...(failures.get(action) ?? []), ...Array<Failure>(times).fill(failure)]);
    },
    succeed: (action, fields) => {
      successes.set(action, fields);
    },
    calls: (action) => calls.get(action) ?? 0,
    reset: () => {
      failures.clear();
      calls.clear();
    },
    close: () =>
      new Promise((closed, failed) => {
        server.close((error) => {
          if (error === undefined) closed();
          else failed(error);
        });
        server.closeAllConnections();
      }),
  };
}

function errorFields(code: string): object {
  return { Error: { Code: code, Message: "The endpoint was told to answer with this code." } };
}

/** The API answers with status 200, also when it answers with an error. */
function send(response: ServerResponse, fields: object): void {
  response.writeHead(200, { "Content-Type": "application/json" });
  response.end(JSON.stringify({ Response: { ...fields, RequestId: randomUUID() } }));
}
