import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../packages/project.js";

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface TextEdit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}

/** An editor as far as the ESLint server can see: it asks, is asked for the settings, and takes edits. */
export interface LanguageClient {
  request(method: string, params: unknown): Promise<unknown>;
  notify(method: string, params: unknown): void;
  /** The edits that the server asked for, oldest first. */
  readonly edits: readonly TextEdit[];
  stop(): void;
}

/** Starts the ESLint server that editors use, on standard input and output. */
export async function startLanguageClient(folder: string): Promise<LanguageClient> {
  const bin = join(root, "node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server");
  const server = spawn(process.execPath, [bin, "--stdio"], { cwd: folder });
  const waiting = new Map<number | string, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  const edits: TextEdit[] = [];
  let lastId = 0;

  readMessages(server, (message) => {
    if (message.id === undefined) return;
    if (message.method === undefined) {
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error === undefined) asked?.resolve(message.result);
      else asked?.reject(new Error(message.error.message));
      return;
    }
    if (message.method === "workspace/applyEdit") edits.push(...editsIn(message.params));
    send(server, { id: message.id, result: answer(message, folder) });
  });

  const client: LanguageClient = {
    edits,
    request(method, params) {
      lastId += 1;
      const id = lastId;
      send(server, { id, method, params });
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    notify(method, params) {
      send(server, { method, params });
    },
    stop() {
      server.kill();
    },
  };
  await client.request("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [workspaceFolder(folder)],
    capabilities: { workspace: { configuration: true, applyEdit: true, workspaceFolders: true }, textDocument: { diagnostic: {}, codeAction: {} } },
  });
  client.notify("initialized", {});
  return client;
}

function workspaceFolder(folder: string): { uri: string; name: string } {
  return { uri: pathToFileURL(folder).href, name: "project" };
}

/** What an editor without any settings of its own answers. */
function answer({ method, params }: Message, folder: string): unknown {
  if (method === "workspace/applyEdit") return { applied: true };
  if (method !== "workspace/configuration") return null;
  const { items } = params as { items: readonly unknown[] };
  return items.map(() => ({
    validate: "on",
    run: "onType",
    useESLintClass: true,
    // Flat configuration is the only kind that current versions of ESLint have; the switch is for older ones.
    experimental: { useFlatConfig: false },
    nodePath: null,
    workingDirectory: { mode: "location" },
    workspaceFolder: workspaceFolder(folder),
    rulesCustomizations: [],
    problems: { shortenToSingleLine: false },
    codeAction: { disableRuleComment: { enable: true, location: "separateLine" }, showDocumentation: { enable: true } },
    codeActionOnSave: { mode: "all" },
    format: false,
    quiet: false,
    onIgnoredFiles: "off",
    options: {},
  }));
}

function editsIn(params: unknown): TextEdit[] {
  const { edit } = params as { edit: { documentChanges?: readonly { edits: TextEdit[] }[]; changes?: Readonly<Record<string, TextEdit[]>> } };
  return [...(edit.documentChanges ?? []).flatMap((change) => change.edits), ...Object.values(edit.changes ?? {}).flat()];
}

function send(server: ChildProcessWithoutNullStreams, message: Message): void {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  server.stdin.write(`Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
}

/** Reads the server's output as the protocol frames it: headers, an empty line, a body of the length told. */
function readMessages(server: ChildProcessWithoutNullStreams, receive: (message: Message) => void): void {
  let buffer = Buffer.alloc(0);
  server.stdout.on("data", (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const headEnd = buffer.indexOf("\r\n\r\n");
      const length = /Content-Length: (\d+)/i.exec(buffer.toString("latin1", 0, Math.max(headEnd, 0)))?.[1];
      if (headEnd === -1 || length === undefined) return;
      const bodyEnd = headEnd + 4 + Number(length);
      if (buffer.length < bodyEnd) return;
      receive(JSON.parse(buffer.toString("utf8", headEnd + 4, bodyEnd)) as Message);
      buffer = buffer.subarray(bodyEnd);
    }
  });
}
