import { defineConfig } from "vitest/config";

// Apart from the tests: each combination is installed from the registry, which takes minutes.
export default defineConfig({
  test: {
    include: ["test/matrix/*.matrix.ts"],
    root: new URL("../../", import.meta.url).pathname,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
  },
});
