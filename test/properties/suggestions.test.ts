import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import fc from "fast-check";
import { cbsErrorCodes } from "tencentcloud-error-codes/cbs";
import { expect, it } from "vitest";

import plugin from "../../rules/index.js";
import { runs } from "./runs.js";

const documented = fc.constantFrom(...Object.keys(cbsErrorCodes));
const misspelt = fc.tuple(documented, fc.nat()).map(([code, place]) => code.slice(0, place % code.length) + code.slice((place % code.length) + 1));
const code = fc.oneof(documented, documented, misspelt, fc.constantFrom("InvalidParameter", "ENOENT", "ResourceNotFound.RoleNotExist", "O'Reilly", 'a"b'));
const quoted = code.chain((value) => fc.constantFrom(JSON.stringify(value), `'${value.replaceAll("'", "\\'")}'`));
const codes = fc.uniqueArray(quoted, { minLength: 1, maxLength: 6 });

const handling = fc.oneof(
  codes.map((values) => `switch (err.code) {\n${values.map((value) => `    case ${value}: return ${value};`).join("\n")}\n  }`),
  codes.map((values) => `switch (err.code) { ${values.map((value) => `case ${value}:`).join(" ")} break; default: throw err }`),
  codes.map((values) => values.map((value) => `if (err.code === ${value}) { handle(${value}); }`).join(" else ")),
  codes.map((values) => `if ([${values.join(", ")}].includes(err.code)) continue;`),
  codes.map((values) => `const table = { ${values.map((value) => `${value}: 1`).join(", ")} };\n  table[err.code];`),
  quoted.map((value) => `if (err.code.startsWith(${value}) || err.message.includes(${value})) continue; else throw err;`),
  quoted.map((value) => `const known = err.code == ${value} ? 1 : 2; // ${value}\n`),
);

const program = fc.array(handling, { minLength: 1, maxLength: 3 }).map(
  (parts) => `import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
async function run() {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await client.AttachDisks({});
    } catch (err) {
${parts.map((part) => `      { ${part} }`).join("\n")}
    }
  }
}
`,
);

const linter = new Linter();
const config: Linter.Config[] = [{ files: ["**/*.ts"], languageOptions: { parser } }, plugin.configs.strict];

function messagesOf(source: string): readonly Linter.LintMessage[] {
  return linter.verify(source, config, { filename: "file.ts" });
}

it("every suggestion leaves code that parses, and changes it", () => {
  fc.assert(
    fc.property(program, (source) => {
      const messages = messagesOf(source);
      expect(messages.filter(({ fatal }) => fatal === true)).toEqual([]);
      for (const { suggestions = [] } of messages) {
        for (const { fix } of suggestions) {
          const changed = source.slice(0, fix.range[0]) + fix.text + source.slice(fix.range[1]);
          expect(changed).not.toBe(source);
          expect({ changed, faults: messagesOf(changed).filter(({ fatal }) => fatal === true) }).toEqual({ changed, faults: [] });
        }
      }
    }),
    runs(40),
  );
});
