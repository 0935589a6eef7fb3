import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint/universal";
import plugin from "../../rules/index.js";
import { lint, type Tools } from "./lint.js";
import type { FromLinter, ToLinter } from "./messages.js";
import { setServices } from "./require-module.js";

const tools: Tools = { linter: new Linter(), plugin, parser };

self.addEventListener("message", ({ data }: MessageEvent<ToLinter>) => {
  if ("services" in data) setServices(data.services);
  else self.postMessage(answer(data));
});

function answer({ number, input }: Extract<ToLinter, { readonly number: number }>): FromLinter {
  try {
    return { number, reports: lint(tools, input) };
  } catch (error) {
    return { number, failure: error instanceof Error ? error.message : String(error) };
  }
}
