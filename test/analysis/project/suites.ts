import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { vi } from "vitest";
import { across, acrossRight } from "../../rules/own-clients/across.js";
import { evidence } from "../../rules/positives/evidence.js";
import { judgements } from "../../rules/positives/judgements.js";
import { shapes } from "../../rules/positives/shapes.js";
import * as clouds from "../../rules/traps/clouds.js";
import type { Snippets } from "../linting.js";
import * as others from "../../rules/traps/others.js";

/** A piece of code of the rules' suites, with what it is linted with. */
export interface Snippet {
  readonly name: string;
  readonly code: string;
  /** Undefined for all rules. */
  readonly rule: string | undefined;
  readonly options: readonly unknown[];
  readonly settings: object;
  /** Whether it was written to be cut. */
  readonly acrossModules?: true;
}

interface Case {
  readonly code: string;
  readonly name?: string;
  readonly options?: readonly unknown[];
  readonly settings?: object;
}

interface Suite {
  readonly rule: { readonly name: string };
  readonly title: string;
  readonly cases: { readonly valid: readonly (Case | string)[]; readonly invalid: readonly Case[] };
}

const folder = join(import.meta.dirname, "../../rules");

/** What the suites of the rules hold, their cases taken down instead of run. */
export async function snippetsOfSuites(): Promise<{ readonly invalid: readonly Snippet[]; readonly valid: readonly Snippet[] }> {
  const suites: Suite[] = [];
  vi.doMock("@typescript-eslint/rule-tester", () => ({
    RuleTester: class {
      run(title: string, rule: Suite["rule"], cases: Suite["cases"]): void {
        suites.push({ title, rule, cases });
      }
    },
  }));
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".test.ts"))) {
    // Those that use the runner itself would add their tests to this one's.
    if (!readFileSync(join(folder, name), "utf8").includes('from "vitest"')) await import(`../../rules/${name.replace(/\.ts$/, "")}.ts`);
  }
  vi.doUnmock("@typescript-eslint/rule-tester");
  const of = (kind: "invalid" | "valid"): Snippet[] =>
    suites.flatMap(({ cases, rule, title }) => cases[kind].map((item, index) => {
      const { code, name, options = [], settings = {} } = typeof item === "string" ? { code: item } : item;
      return { name: `${title}: ${name ?? String(index)}`, code, rule: rule.name, options, settings };
    }));
  const positives = Object.entries({ ...evidence, ...shapes, ...judgements }).map(([name, { code }]) => ({ name, code, rule: undefined, options: [], settings: {} }));
  const traps = [clouds, others].flatMap((vocabularies) => Object.values(vocabularies as Readonly<Record<string, Snippets>>).flatMap((snippets) => Object.entries(snippets).map(([name, code]) => ({ name: `trap: ${name}`, code, rule: undefined, options: [], settings: {} }))));
  const written = (shapes: typeof across): Snippet[] => Object.entries(shapes).map(([name, { code }]) => ({ name: `across: ${name}`, code, rule: undefined, options: [], settings: {}, acrossModules: true }));
  return { invalid: [...of("invalid"), ...positives, ...written(across)], valid: [...of("valid"), ...traps, ...written(acrossRight)] };
}
