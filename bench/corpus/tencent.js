/**
 * Code for Tencent Cloud, in the shapes that applications have. Each template gets the names and codes to use and returns
 * one function or class; `client` is the name of the client, and `codes` are mostly documented for it.
 */

const cases = (codes, body) => codes.map((code) => `      case "${code}":\n        ${body(code)}`).join("\n");
const list = (codes) => codes.map((code) => `"${code}"`).join(", ");

export const tencentTemplates = [
  ({ name, client, action, codes }) => `export async function ${name}(request: object): Promise<unknown> {
  try {
    return await ${client}.${action}(request as never);
  } catch (error) {
    if (!(error instanceof TencentCloudSDKHttpException)) throw error;
    switch (error.code) {
${cases(codes.slice(0, 6), (code) => `return { failed: "${code}", requestId: error.requestId };`)}
      default:
        throw error;
    }
  }
}`,
  ({ name, client, action, codes }) => `export async function ${name}(): Promise<boolean> {
  try {
    const response = await ${client}.${action}({} as never);
    console.log("${name}", response.RequestId);
    return true;
  } catch (err: any) {
    if (err.code === "${codes[0]}" || err.code === "${codes[1]}") return false;
    if (err.code.startsWith("AuthFailure")) {
      console.error("The credentials were refused.", err.message);
      return false;
    }
    throw err;
  }
}`,
  ({ name, client, action, codes }) => `export async function ${name}WithRetry(attempts = 5): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ${client}.${action}({} as never);
    } catch (error: any) {
      const retryable = error.code === "RequestLimitExceeded" || error.code === "${codes[0]}" || error.code === "InternalError";
      if (!retryable || attempt >= attempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
    }
  }
}`,
  ({ name, client, action, codes }) => `const ${name}Handlers: Record<string, () => string> = {
${codes.slice(0, 5).map((code) => `  "${code}": () => "${code.toLowerCase()}",`).join("\n")}
};

export function ${name}(id: string): Promise<string> {
  return ${client}.${action}({ Id: id } as never).then(
    () => "done",
    (error) => ${name}Handlers[error.code]?.() ?? "unknown",
  );
}`,
  ({ name, client, action, codes }) => `const ${name}Codes = new Set([${list(codes.slice(0, 4))}]);

export async function ${name}(values: readonly string[]): Promise<string[]> {
  const failed: string[] = [];
  for (const value of values) {
    try {
      await ${client}.${action}({ Name: value } as never);
    } catch (e) {
      const { code } = e as { code?: string };
      if (code !== undefined && ${name}Codes.has(code)) failed.push(value);
      else throw e;
    }
  }
  return failed;
}`,
  ({ name, client, action, codes, Service }) => `export class ${name}Repository {
  private readonly client: ${Service}Api;

  constructor(own: ${Service}Api = ${client}) {
    this.client = own;
  }

  async find(id: string): Promise<object | undefined> {
    try {
      return await this.client.${action}({ Ids: [id] } as never);
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw new Error(\`${name} \${id} could not be read.\`, { cause: error });
    }
    function isNotFound(error: any): boolean {
      return ["${codes[0]}", "${codes[1]}", "ResourceNotFound"].includes(error?.code);
    }
  }
}`,
  ({ name, client, action, codes }) => `export function ${name}(callback: (problem: string | undefined) => void): void {
  void ${client}.${action}({} as never, (error: any, response: unknown) => {
    if (error) {
      if (error.code === "${codes[0]}") callback("later");
      else if (error.code === "${codes[1]}") callback("never");
      else if (error.code === "${codes[2]}") callback("ask");
      else callback(String(error.message));
      return;
    }
    callback(response === undefined ? "empty" : undefined);
  });
}`,
  ({ name, service, codes }) => `export async function ${name}(payload: object): Promise<object> {
  const answer = await fetch("https://${service}.tencentcloudapi.com", {
    method: "POST",
    headers: { "X-TC-Action": "${name}", "Content-Type": "application/json" },
    body: JSON.stringify(payload),
  });
  const { Response } = (await answer.json()) as { Response: { Error?: { Code: string; Message: string }; RequestId: string } };
  if (Response.Error) {
    if (Response.Error.Code === "${codes[0]}") return {};
    if (/^(RequestLimitExceeded|InternalError)/.test(Response.Error.Code)) return { again: true };
    throw new Error(\`\${Response.Error.Code}: \${Response.Error.Message}\`);
  }
  return Response;
}`,
  ({ name, client, action }) => `export async function ${name}(): Promise<string> {
  try {
    await ${client}.${action}({} as never);
    return "ok";
  } catch (error: any) {
    if (error.message.includes("not found") || /expired/.test(error.message)) return "gone";
    return "failed";
  }
}`,
  ({ name, client, action, codes }) => `function is${name}Retryable(error: any): boolean {
  const family = error.code?.split(".")[0];
  return family === "RequestLimitExceeded" || error.code === "${codes[0]}" || error.code === "${codes[1]}";
}

export async function ${name}(page = 0): Promise<unknown[]> {
  try {
    const response: any = await ${client}.${action}({ Offset: page * 20, Limit: 20 } as never);
    return [response, ...(page < 3 ? await ${name}(page + 1) : [])];
  } catch (error) {
    if (is${name}Retryable(error)) return ${name}(page);
    throw error;
  }
}`,
  ({ name, client, action, codes }) => `export const ${name} = async (ids: string[]) =>
  Promise.allSettled(ids.map((id) => ${client}.${action}({ Id: id } as never))).then((results) =>
    results.flatMap((result) => {
      if (result.status === "fulfilled") return [];
      const code: string = String(result.reason.code ?? "");
      return code === "${codes[0]}" || code === "${codes[2]}" ? [] : [code];
    }),
  );`,
  ({ name, client, action, codes, Service, service }) => `export async function ${name}(): Promise<string> {
  try {
    await ${client}.${action}({} as never);
    return "done";
  } catch (error) {
    if (!is${Service}Error(error)) throw error;
    const known: ${Service}ErrorCode[] = ["${codes[0]}" as never];
    return known.includes(error.code) ? "known" : "${service}";
  }
}`,
];
