import { createServer } from "node:http";
import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the server answers the next calls. */
export type Answer = (response: ServerResponse) => void;

/** A server on loopback that stands in for the API. */
export interface Loopback {
  /** Host and port. */
  readonly endpoint: string;
  answer: Answer;
  close(): Promise<void>;
}

/** Starts a server that answers with an empty success until it is told otherwise. */
export async function startLoopback(): Promise<Loopback> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      loopback.answer(response);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const loopback: Loopback = {
    endpoint: `127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    answer: success,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
  return loopback;
}

/** The documented envelope of a failure, with status 200. */
export function failure(code: string): Answer {
  return (response) => {
    json(response, { Response: { Error: { Code: code, Message: "The call failed." }, RequestId: "ed93f3cb" } });
  };
}

export const success: Answer = (response) => {
  json(response, { Response: { TotalCount: 0, RequestId: "ed93f3cb" } });
};

export const internalServerError: Answer = (response) => {
  response.writeHead(500).end("oops");
};

export const droppedConnection: Answer = (response) => {
  response.destroy();
};

export const malformedBody: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json" }).end(`{"Response": {"Error"`);
};

export const eventStream: Answer = (response) => {
  response.writeHead(200, { "content-type": "text/event-stream" }).end(`id: 1\nevent: message\ndata: {"Token":"a"}\n\n`);
};

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
