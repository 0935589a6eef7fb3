/** A piece of code in one of the forms of a dispatch, which handles some codes and drops the rest. */
export type DispatchSource = (codes: readonly string[]) => string;

const imports = `import { hasErrorCode, isTencentCloudError, matchErrorCode } from "tencentcloud-error-codes";

declare function attach(): Promise<string>;
declare function create(reason?: unknown): string;
void [hasErrorCode, matchErrorCode];
`;

function inCatch(statements: string): string {
  return `${imports}
export async function run(): Promise<string | undefined> {
  try {
    return await attach();
  } catch (e) {
    if (!isTencentCloudError(e)) throw e;
${statements}
    return undefined;
  }
}
`;
}

function lines(codes: readonly string[], line: (code: string, index: number) => string): string {
  return codes.map(line).join("\n");
}

export const sources: Readonly<Record<string, DispatchSource>> = {
  "a switch": (codes) =>
    inCatch(`    switch (e.code) {
${lines(codes, (code) => `      case "${code}":\n        return create();`)}
    }`),

  "a switch with a default that swallows": (codes) =>
    inCatch(`    switch (e.code) {
${lines(codes, (code) => `      case "${code}":\n        return create();`)}
      // whatever else
      default:
        break;
    }`),

  "a switch with grouped cases": (codes) =>
    inCatch(`    switch (e.code) {
${lines(codes, (code) => `      case '${code}':`)}
        create();
    }`),

  "a switch on families": (codes) =>
    inCatch(`    switch ((e.code ?? "").split(".")[0]) {
${lines([...new Set(codes.map((code) => code.split(".", 1)[0] ?? code))], (family) => `      case "${family}":\n        return create();`)}
    }`),

  "a switch on true": (codes) =>
    inCatch(`    switch (true) {
${lines(codes, (code) => `      case e.code === "${code}":\n        return create();`)}
    }`),

  "an else if chain": (codes) =>
    inCatch(lines(codes, (code, index) => `    ${index === 0 ? "" : "else "}if (e.code === "${code}") {\n      create();\n    }`)),

  "an else if chain with a last else": (codes) =>
    inCatch(`${lines(codes, (code, index) => `    ${index === 0 ? "" : "else "}if (e.code === "${code}") return create();`)}
    else return undefined;`),

  "sibling ifs": (codes) => inCatch(lines(codes, (code) => `    if (e.code === "${code}") return create();`)),

  "guards of the code map": (codes) => inCatch(lines(codes, (code) => `    if (hasErrorCode(e, "${code}")) return create();`)),

  "an object of handlers": (codes) =>
    inCatch(`    const handlers: Record<string, (reason: Error) => string> = {
${lines(codes, (code) => `      "${code}": (reason) => create(reason),`)}
    };
    return handlers[e.code ?? ""]?.(e);`),

  "an object of handlers on one line": (codes) =>
    inCatch(`    const handlers: Record<string, () => string> = { ${codes.map((code) => `"${code}": () => create()`).join(", ")} };
    const handler = handlers[e.code ?? ""];
    if (handler !== undefined) return handler();`),

  "a Map of handlers": (codes) =>
    inCatch(`    const handlers = new Map<string, () => string>([
${lines(codes, (code) => `      ["${code}", () => create()],`)}
    ]);
    return handlers.get(e.code ?? "")?.();`),

  "matchErrorCode": (codes) =>
    inCatch(`    matchErrorCode(e, {
${lines(codes, (code) => `      "${code}": () => create(),`)}
      otherwise: () => undefined,
    });`),

  "the raw answer of the API": (codes) => `import type { ApiResponse } from "tencentcloud-error-codes";

declare function create(): number;

export function read(body: ApiResponse<{ DiskSet: object[] }>): number {
  if (body.Response.Error) {
    switch (body.Response.Error.Code) {
${lines(codes, (code) => `      case "${code}":\n        return create();`)}
    }
    return 0;
  }
  return body.Response.DiskSet.length;
}
`,
};

/** A union of codes, of which a dispatch handles some. */
export type UnionSource = (union: readonly string[], codes: readonly string[]) => string;

function narrowed(union: readonly string[], statements: string): string {
  return inCatch(`    if (!hasErrorCode(e, ${union.map((code) => `"${code}"`).join(", ")})) throw e;
${statements}`);
}

export const unionSources: Readonly<Record<string, UnionSource>> = {
  "a switch on a union": (union, codes) =>
    narrowed(
      union,
      `    switch (e.code) {
${lines(codes, (code) => `      case "${code}":\n        return create();`)}
    }`,
    ),

  "an else if chain on a union": (union, codes) =>
    narrowed(union, lines(codes, (code, index) => `    ${index === 0 ? "" : "else "}if (e.code === "${code}") {\n      create();\n    }`)),

  "a switch on a union that the compiler checks": (union, codes) =>
    narrowed(
      union,
      `    switch (e.code) {
${lines(codes, (code) => `      case "${code}":\n        return create();`)}
      default:
        e.code satisfies never;
    }`,
    ),
};
