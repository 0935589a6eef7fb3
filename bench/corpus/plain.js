/** Code that has nothing to do with Tencent Cloud: what stands beside it in a service, and errors of other vendors. */

export const plainTemplates = [
  ({ name }) => `type ${name}Shape = { kind: "circle"; radius: number } | { kind: "square"; side: number } | { kind: "line"; length: number };

export function ${name}Area(shape: ${name}Shape): number {
  switch (shape.kind) {
    case "circle":
      return Math.PI * shape.radius ** 2;
    case "square":
      return shape.side ** 2;
    case "line":
      return 0;
  }
}`,
  ({ name }) => `export type ${name}State = "idle" | "loading" | "failed" | "ready";
export interface ${name}Action { readonly type: "start" | "fail" | "finish" | "reset"; readonly payload?: unknown }

export function ${name}Reducer(state: ${name}State, action: ${name}Action): ${name}State {
  switch (action.type) {
    case "start":
      return "loading";
    case "fail":
      return "failed";
    case "finish":
      return "ready";
    default:
      return state;
  }
}`,
  ({ name }) => `export async function ${name}Config(path: string): Promise<Record<string, unknown>> {
  const { readFile } = await import("node:fs/promises");
  try {
    return JSON.parse(await readFile(path, "utf8")) as Record<string, unknown>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EACCES") return {};
    throw error;
  }
}`,
  ({ name }) => `export class ${name}Cache<Key, Value> {
  readonly #entries = new Map<Key, { value: Value; expires: number }>();

  constructor(private readonly lifetime: number, private readonly now: () => number = Date.now) {}

  get(key: Key): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.expires < this.now()) {
      this.#entries.delete(key);
      return undefined;
    }
    return entry.value;
  }

  set(key: Key, value: Value): this {
    this.#entries.set(key, { value, expires: this.now() + this.lifetime });
    return this;
  }

  get size(): number {
    return this.#entries.size;
  }
}`,
  ({ name }) => `export interface ${name}Row { readonly id: number; readonly name: string; readonly tags: readonly string[]; readonly parent?: ${name}Row }

export function ${name}Groups(rows: readonly ${name}Row[]): Map<string, ${name}Row[]> {
  const groups = new Map<string, ${name}Row[]>();
  for (const row of rows) {
    for (const tag of row.tags) {
      const group = groups.get(tag);
      if (group === undefined) groups.set(tag, [row]);
      else group.push(row);
    }
  }
  return new Map([...groups].sort(([a], [b]) => a.localeCompare(b)).map(([tag, group]) => [tag, group.filter(({ name }) => name !== "")]));
}`,
  ({ name }) => `export async function ${name}Fetch(url: string, attempts = 3): Promise<string> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const response = await fetch(url, { headers: { accept: "application/json" } });
    if (response.ok) return response.text();
    if (response.status < 500) throw new Error(\`\${url} answered with \${response.status}.\`);
    await new Promise((resolve) => setTimeout(resolve, attempt * 200));
  }
  throw new Error(\`\${url} did not answer.\`);
}`,
  ({ name }) => `interface ${name}Failure extends Error { readonly name: "Throttling" | "NotFound" | "Conflict"; readonly $metadata: { httpStatusCode?: number } }

export async function ${name}Object(send: (command: object) => Promise<{ Body: string }>, key: string): Promise<string | undefined> {
  try {
    return (await send({ Bucket: "reports", Key: key })).Body;
  } catch (error) {
    const failure = error as ${name}Failure;
    switch (failure.name) {
      case "NotFound":
        return undefined;
      case "Throttling":
      case "Conflict":
        return ${name}Object(send, key);
      default:
        throw error;
    }
  }
}`,
  ({ name }) => `const ${name}Pattern = /^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})$/;

export function ${name}Date(text: string): Date | undefined {
  const groups = ${name}Pattern.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const [year, month, day] = [groups.year, groups.month, groups.day].map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : undefined;
}`,
  ({ name }) => `type ${name}Token = { type: "number"; value: number } | { type: "operator"; value: "+" | "-" | "*" | "/" } | { type: "paren"; open: boolean };

export function* ${name}Tokens(source: string): Generator<${name}Token> {
  for (const [text] of source.matchAll(/\\d+|[-+*/()]/g)) {
    if (text === "(" || text === ")") yield { type: "paren", open: text === "(" };
    else if (/^\\d/.test(text)) yield { type: "number", value: Number(text) };
    else yield { type: "operator", value: text as "+" };
  }
}

export function ${name}Apply(left: number, token: ${name}Token, right: number): number {
  if (token.type !== "operator") return left;
  switch (token.value) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
  }
}`,
  ({ name }) => `export const ${name}Routes = {
  list: { method: "GET", path: "/items", handler: async () => ({ status: 200, body: [] as string[] }) },
  read: { method: "GET", path: "/items/:id", handler: async (id: string) => ({ status: id === "" ? 404 : 200, body: id }) },
  remove: { method: "DELETE", path: "/items/:id", handler: async (id: string) => ({ status: id === "" ? 404 : 204, body: undefined }) },
} as const;

export type ${name}Route = keyof typeof ${name}Routes;

export function ${name}Path(route: ${name}Route, id = ""): string {
  const { path } = ${name}Routes[route];
  return path.replace(":id", encodeURIComponent(id));
}`,
];
