import * as parser from "@typescript-eslint/parser";
import { Linter, type Rule } from "eslint";
import { dispatchesOf, type Dispatch } from "../../src/analysis/dispatch/dispatches.js";
import { analyzedFile } from "../../src/analysis/index.js";
import type { AnalyzedFile } from "../../src/analysis/source/file.js";
import { codeTestsOf } from "../../src/analysis/code-tests/code-tests.js";
import type { CodeTest } from "../../src/analysis/code-tests/code-test.js";
import { untestedCode } from "../../src/analysis/follow/assumed-code.js";

/** Analyzes code and asks it something. */
export function analyzed<Answer>(code: string, ask: (file: AnalyzedFile) => Answer): Answer {
  const answers: Answer[] = [];
  const rule: Rule.RuleModule = {
    create(context) {
      const file = analyzedFile(context as unknown as Parameters<typeof analyzedFile>[0]);
      if (file === undefined) throw new Error("The code has nothing to do with Tencent Cloud.");
      return { "Program:exit": () => void answers.push(ask(file)) };
    },
  };
  const config: Linter.Config = { files: ["**/*.ts"], languageOptions: { parser }, plugins: { ask: { rules: { it: rule } } }, rules: { "ask/it": "error" } };
  const problems = new Linter().verify(code, [config], { filename: "code.ts" });
  if (answers.length === 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  return answers[0] as Answer;
}

/** Asks about the body of a `catch` around a call of the SDK, where the error is `e`. */
export function inHandler<Answer>(statements: string, ask: (file: AnalyzedFile, dispatch: Dispatch) => Answer): Answer {
  const code = `import { cbs } from "tencentcloud-sdk-nodejs";
const client = new cbs.v20170312.Client({});
async function attach(request) {
  try {
    return await client.AttachDisks(request);
  } catch (e) {
    ${statements}
  }
}`;
  return analyzed(code, (file) => ask(file, only(dispatchesOf(file))));
}

function only(dispatches: readonly Dispatch[]): Dispatch {
  const [dispatch, second] = dispatches;
  if (dispatch === undefined || second !== undefined) throw new Error(`There are ${String(dispatches.length)} dispatches.`);
  return dispatch;
}

export function firstTest(file: AnalyzedFile): CodeTest {
  const [test] = codeTestsOf(file);
  if (test === undefined) throw new Error("Nothing is tested.");
  return test;
}

export { untestedCode };
