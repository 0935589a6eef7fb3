import { readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** A server of static files on loopback, as a host of static pages has them: addresses without `.html`. */
export interface StaticServer {
  readonly origin: string;
  close(): void;
}

export async function serve(folder: string): Promise<StaticServer> {
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = [path, `${path}.html`, join(path, "index.html")].map((name) => join(folder, name)).find(isFile);
    response.statusCode = file === undefined ? 404 : 200;
    const sent = file ?? join(folder, "404.html");
    // As hosts of static pages say it: what has been loaded for one page is there for the next.
    response.setHeader("cache-control", "max-age=600");
    response.setHeader("content-type", TYPES[extname(sent)] ?? "application/octet-stream");
    response.end(readFileSync(sent));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
