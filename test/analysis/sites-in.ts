import * as typescriptParser from "@typescript-eslint/parser";
import { Linter, type Rule } from "eslint";
import { analyzedFile } from "../../src/analysis/index.js";
import { listSites, type ListedSite } from "../../src/analysis/code-tests/site-list.js";

/** The code sites of a piece of TypeScript, without type information. */
export function sitesIn(code: string, settings: object = {}): readonly ListedSite[] {
  let sites: readonly ListedSite[] = [];
  const collect: Rule.RuleModule = {
    create: (context) => ({
      "Program:exit"() {
        const file = analyzedFile(context as unknown as Parameters<typeof analyzedFile>[0]);
        if (file !== undefined) sites = listSites(file);
      },
    }),
  };
  const messages = new Linter().verify(code, [
    { files: ["**"], languageOptions: { parser: typescriptParser }, plugins: { view: { rules: { sites: collect } } }, rules: { "view/sites": "error" }, settings: { tencentcloud: settings } },
  ]);
  if (messages.length > 0) throw new Error(messages.map(({ message }) => message).join("\n"));
  return sites;
}
