import { defineConfig } from "vitest/config";

const { CI, VITEST_JSON_FILE } = process.env;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The rule tester registers its cases with the global `describe` and `it`.
    globals: true,
    // Type-aware linting loads the compiler and the SDK's types first.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    allowOnly: CI === undefined,
    reporters: VITEST_JSON_FILE === undefined ? ["default"] : ["default", ["json", { outputFile: VITEST_JSON_FILE }]],
  },
});
