import { configDefaults, defineConfig } from "vitest/config";

const { CI, VITEST_JSON_FILE } = process.env;

/** They replace a module, which what other files loaded before them would not see, or count the steps of all code that is loaded. */
const alone = ["test/analysis/project/split.test.ts", "test/faults/output-folder.test.ts", "test/robustness/growth.test.ts", "test/store/failing-change.test.ts"];

export default defineConfig({
  test: {
    // The rule tester registers its cases with the global `describe` and `it`.
    globals: true,
    // Type-aware linting loads the compiler and the SDK's types first.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Programs of the compiler are large: with room for what is young, less time goes into collecting it.
    execArgv: ["--max-semi-space-size=64"],
    // The compiled tables need no compiling.
    server: { deps: { external: [/\/generated\/dist\//] } },
    setupFiles: ["test/rules/failing-rules.ts"],
    allowOnly: CI === undefined,
    reporters: VITEST_JSON_FILE === undefined ? ["default"] : ["default", ["json", { outputFile: VITEST_JSON_FILE }]],
    projects: [
      { extends: true, test: { name: "alone", include: alone } },
      // One process runs many files: loading ESLint, the compilers and the rules takes longer than most files' tests.
      { extends: true, test: { name: "shared", include: ["test/**/*.test.ts"], exclude: [...configDefaults.exclude, ...alone], isolate: false, setupFiles: ["test/rules/keep-programs.ts"], sequence: { groupOrder: 1 } } },
    ],
  },
});
