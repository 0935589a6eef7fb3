import type { NewFile } from "./config.js";
import type { Project } from "./project.js";

const remedies = [
  ["throttled", "retry later"],
  ["transient", "retry later if it is idempotent"],
  ["pending", "wait for the resource, then retry"],
  ["renew", "renew the credentials, then retry once"],
  ["permanent", "give up"],
  ["unclassified", "give up"],
] as const;

/**
 * An example of what a program can do with the code map: one function for each service that says what to do about an error.
 * Undefined at the top of a monorepo, whose packages have the sources.
 */
export function exampleHandler(project: Project, services: readonly string[]): NewFile | undefined {
  if (project.sourceFolder === undefined) return undefined;
  const isTypeScript = project.language === "typescript";
  const isEsm = isTypeScript || project.modules === "esm";
  const names = services.map((service) => ({ service, table: `${service}ErrorCodes`, remedy: `remedyFor${capitalized(service)}` }));
  const functions = names.length === 0 ? [{ service: undefined, table: undefined, remedy: "remedyFor" }] : names;
  const lines = [
    ...(isTypeScript ? ['import { retryClassOf, type RetryClass } from "tencentcloud-error-codes";'] : [load(["retryClassOf"], "", isEsm)]),
    ...names.map(({ service, table }) => load([table], `/${service}`, isEsm)),
    "",
    "/** What can be done about a call that failed with an error of a retry class. */",
    "const remedies = {",
    ...remedies.map(([retryClass, remedy]) => `  ${retryClass}: "${remedy}",`),
    isTypeScript ? "} as const satisfies Record<RetryClass, string>;" : "};",
    ...functions.flatMap(({ service, table, remedy }) => [
      "",
      `/** What can be done about a call of ${service ?? "the Tencent Cloud SDK"} that threw an error. */`,
      `${isEsm ? "export " : ""}function ${remedy}(${isTypeScript ? "error: unknown): (typeof remedies)[RetryClass]" : "error)"} {`,
      `  return remedies[retryClassOf(error${table === undefined ? "" : `, ${table}`})];`,
      "}",
    ]),
    ...(isEsm ? [] : ["", `module.exports = { ${functions.map(({ remedy }) => remedy).join(", ")} };`]),
    "",
  ];
  return { path: `${project.sourceFolder}tencentcloud-errors.${isTypeScript ? "ts" : "js"}`, text: lines.join("\n") };
}

function load(names: readonly string[], subpath: string, isEsm: boolean): string {
  const list = `{ ${names.join(", ")} }`;
  return isEsm ? `import ${list} from "tencentcloud-error-codes${subpath}";` : `const ${list} = require("tencentcloud-error-codes${subpath}");`;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
