import type { RetryClass } from "../../src/codemap/types.js";

/** What is to be handled. */
export interface Handled {
  readonly code: string;
  readonly retry: RetryClass;
  /** A service that documents the code; undefined for a code of the gateway. */
  readonly service: string | undefined;
  /** An action that returns it, where one is known. */
  readonly action: string | undefined;
}

/** TypeScript that handles one code, for a `client` of the SDK and a `request`. */
export interface Snippets {
  readonly guard: string;
  readonly match: string;
  readonly retry: string;
}

/** Made for the code: what can be copied is what compiles. */
export function snippetsFor(handled: Handled): Snippets {
  return { guard: guardOf(handled), match: matchOf(handled), retry: retryOf(handled) };
}

const COMMENT: Readonly<Record<RetryClass, string>> = {
  throttled: "Not executed: repeat it later, with backoff.",
  transient: "Repeat it with backoff, if the call is idempotent.",
  pending: "Busy or not ready: wait for the resource's state, then retry.",
  renew: "Correct the clock or refresh the credentials, then retry once.",
  permanent: "A repeat cannot help: put right what is wrong first.",
  unclassified: "The documents do not say whether a repeat helps.",
};

function guardOf({ code, retry, service, action }: Handled): string {
  const guard = service === undefined ? "hasErrorCode" : `is${typeOf(service)}Error`;
  return lines(
    `import { ${guard} } from "tencentcloud-error-codes${service === undefined ? "" : `/${service}`}";`,
    "",
    "try {",
    `  await client.${action ?? "Call"}(request);`,
    "} catch (error) {",
    service === undefined ? `  if (!${guard}(error, ${quoted(code)})) throw error;` : `  if (!${guard}(error) || error.code !== ${quoted(code)}) throw error;`,
    `  // ${COMMENT[retry]}`,
    "}",
  );
}

const NEXT: Readonly<Record<RetryClass, string>> = {
  throttled: "retry later",
  transient: "retry if idempotent",
  pending: "wait, then retry",
  renew: "renew, then retry",
  permanent: "put it right",
  unclassified: "tell somebody",
};

function matchOf({ code, retry, service, action }: Handled): string {
  const guard = service === undefined ? "isApiError" : `is${typeOf(service)}Error`;
  const family = code.split(".", 1)[0] ?? code;
  return lines(
    `import { matchSomeErrorCodes } from "tencentcloud-error-codes";`,
    `import { ${guard} } from "tencentcloud-error-codes${service === undefined ? "" : `/${service}`}";`,
    "",
    "try {",
    `  await client.${action ?? "Call"}(request);`,
    "} catch (error) {",
    `  if (!${guard}(error)) throw error;`,
    "  // The compiler refuses keys that are neither a code nor a family.",
    "  const next = matchSomeErrorCodes(error, {",
    `    ${quoted(code)}: () => ${quoted(NEXT[retry])},`,
    `    ${quoted(`${family}.*`)}: (code) => code,`,
    "    otherwise: (code) => `give up: ${code}`,",
    "  });",
    "  console.warn(next);",
    "}",
  );
}

function retryOf({ retry, service, action }: Handled): string {
  return retry === "renew" ? renewOf(service, action) : backoffOf(service, action);
}

function backoffOf(service: string | undefined, action: string | undefined): string {
  return lines(
    `import { isRetryable } from "tencentcloud-error-codes";`,
    ...tableImport(service),
    "",
    "for (let attempt = 1; ; attempt += 1) {",
    "  try {",
    `    await client.${action ?? "Call"}(request);`,
    "    break;",
    "  } catch (error) {",
    `    if (attempt === 5 || !isRetryable(error${tableArgument(service)})) throw error;`,
    "    await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** attempt));",
    "  }",
    "}",
  );
}

function renewOf(service: string | undefined, action: string | undefined): string {
  return lines(
    `import { isApiError, retryClassOf } from "tencentcloud-error-codes";`,
    ...tableImport(service),
    "",
    "try {",
    `  await client.${action ?? "Call"}(request);`,
    "} catch (error) {",
    `  if (!isApiError(error) || retryClassOf(error.code${tableArgument(service)}) !== "renew") throw error;`,
    "  await renewCredentials();",
    `  await client.${action ?? "Call"}(request);`,
    "}",
  );
}

function tableImport(service: string | undefined): readonly string[] {
  return service === undefined ? [] : [`import { ${service}ErrorCodes } from "tencentcloud-error-codes/${service}";`];
}

function tableArgument(service: string | undefined): string {
  return service === undefined ? "" : `, ${service}ErrorCodes`;
}

function typeOf(service: string): string {
  return service.charAt(0).toUpperCase() + service.slice(1);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function lines(...all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}
