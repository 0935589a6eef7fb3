import type { Cut, Movable } from "./cut.js";

/** Modules by their paths in the folder; the linted one is `main.ts`. */
export type Modules = Readonly<Record<string, string>>;

/** Writes a cut module as several; undefined where the way has no form for it. */
export type Way = (cut: Cut) => Modules | undefined;

const names = (moved: readonly Movable[]): string => moved.map(({ name }) => name).join(", ");
const exported = ({ imports, moved }: Cut): string => withImports(imports, moved.map(({ text }) => `export ${text}`).join("\n"));
const main = ({ imports, stays }: Cut, added: string): string => withImports(imports, `${added}\n${stays}`);

/** A text behind those of the imports of which it reads a name. */
function withImports(imports: readonly string[], text: string): string {
  const used = imports.filter((statement) => {
    const declared = statement.replace(/\bfrom\b.*|=.*/s, "").match(/[\w$]+/g) ?? [];
    return !/^(?:import|const)\s/.test(statement) || declared.some((name) => !["as", "const", "import", "type"].includes(name) && new RegExp(String.raw`\b${name.replace("$", String.raw`\$`)}\b`).test(text));
  });
  return [...used, text].join("\n");
}

/** `import { a } from "x"` as `const { a } = require("x")`. */
function required(statement: string): string | undefined {
  if (statement.startsWith("const")) return statement;
  const [, all, one, list, source] = /^import (?:\* as (\w+)|(\w+)|(\{[^}]*\})) from ("[^"]*");?$/.exec(statement) ?? [];
  if (source === undefined || list?.includes("type ") === true) return undefined;
  return `const ${list?.replace(/ as /g, ": ") ?? all ?? one ?? ""} = require(${source});`;
}

function inCommonJs(cut: Cut, lastLines: (moved: readonly Movable[]) => string, imported: string): Modules | undefined {
  const imports = cut.imports.map(required);
  if (imports.includes(undefined) || cut.moved.some(({ isType, text }) => isType || text.includes("enum "))) return undefined;
  const known = imports.filter((statement) => statement !== undefined);
  return { "main.ts": withImports(known, `${imported}\n${cut.stays}`), "helpers.ts": withImports(known, [...cut.moved.map(({ text }) => text), lastLines(cut.moved)].join("\n")) };
}

/** The ways in which helpers stand in modules of their own. */
export const ways: Readonly<Record<string, Way>> = {
  "named exports": (cut) => ({ "main.ts": main(cut, `import { ${names(cut.moved)} } from "./helpers.js";`), "helpers.ts": exported(cut) }),
  "named exports under other names": (cut) => ({
    "main.ts": main(cut, `import { ${cut.moved.map(({ name }) => `the_${name} as ${name}`).join(", ")} } from "./helpers";`),
    "helpers.ts": withImports(cut.imports, [...cut.moved.map(({ text }) => text), `export { ${cut.moved.map(({ name }) => `${name} as the_${name}`).join(", ")} };`].join("\n")),
  }),
  "default exports, one module each": (cut) => {
    const importOf = (name: string): string => `import ${name} from "./${name}.js";`;
    const modules = cut.moved.map((each) => [`${each.name}.ts`, withImports(cut.imports, [...each.reads.map(importOf), each.text, `export default ${each.name};`].join("\n"))] as const);
    return { "main.ts": main(cut, cut.moved.map(({ name }) => importOf(name)).join("\n")), ...Object.fromEntries(modules) };
  },
  "a barrel in a folder": (cut) => ({
    "main.ts": main(cut, `import { ${names(cut.moved)} } from "./lib";`),
    "lib/index.ts": `export * from "./more.js";`,
    "lib/more.ts": `export { ${names(cut.moved)} } from "./helpers.js";`,
    "lib/helpers.ts": exported(cut),
  }),
  "an alias": (cut) => ({ "main.ts": main(cut, `import { ${names(cut.moved)} } from "@/shared/helpers";`), "shared/helpers.ts": exported(cut) }),
  "a namespace": (cut) => {
    // An export names a variable.
    if (cut.uses.some(({ isExported }) => isExported)) return undefined;
    let { stays } = cut;
    for (const { isShorthand, name, start } of cut.uses) stays = `${stays.slice(0, start)}${isShorthand ? `${name}: ` : ""}helpers.${stays.slice(start)}`;
    return { "main.ts": main({ ...cut, stays }, `import * as helpers from "./helpers.js";`), "helpers.ts": exported(cut) };
  },
  "CommonJS, module.exports": (cut) => inCommonJs(cut, (moved) => `module.exports = { ${names(moved)} };`, `const { ${names(cut.moved)} } = require("./helpers");`),
  "CommonJS, exports of each": (cut) => inCommonJs(cut, (moved) => moved.map(({ name }) => `exports.${name} = ${name};`).join("\n"), `const { ${names(cut.moved)} } = require("./helpers");`),
};
