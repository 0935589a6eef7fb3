import { defineConfig, globalIgnores } from "eslint/config";
import regexp from "eslint-plugin-regexp";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import tseslint from "typescript-eslint";
import vue from "eslint-plugin-vue";

export default defineConfig(
  globalIgnores(["**/dist/", "site/.vitepress/cache/", "site/.vitepress/.temp/", "**/*.timestamp-*", "site/public/", "catalog/", "generated/src/", "coverage/", "test/**/fixtures/"]),
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      curly: ["error", "multi-line"],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // Node types are compared with strings, as everywhere in the ESLint world; ESTree's enum has the same values.
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      // All commands have one signature, whether or not they wait for something.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["src/analysis/**/*.ts", "rules/**/*.ts"],
    // The types of the syntax tree describe one parser; others write null where it leaves a property out.
    rules: { "@typescript-eslint/no-unnecessary-condition": "off" },
  },
  {
    files: ["rules/**/*.ts"],
    extends: [eslintPlugin.configs.all],
    rules: {
      // The order here is what a reader asks first: what it wants, what it says, what can be set.
      "eslint-plugin/meta-property-ordering": "off",
      // Absent means that only the strict configuration turns the rule on.
      "eslint-plugin/require-meta-docs-recommended": "off",
      // `createRule` adds it.
      "eslint-plugin/require-meta-docs-url": "off",
      "eslint-plugin/require-meta-languages": "off",
    },
  },
  {
    files: ["src/**/*.ts", "rules/**/*.ts"],
    plugins: { regexp },
    rules: {
      // The texts are other people's pages and sources: none may make an expression look at it again and again.
      "regexp/no-super-linear-backtracking": "error",
      "regexp/no-super-linear-move": "error",
    },
  },
  {
    files: ["site/**/*.vue"],
    // vue-tsc checks the types; what needs types to be linted stands in modules.
    extends: [tseslint.configs.recommended, vue.configs["flat/recommended"]],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      "no-undef": "off",
      // Templates are laid out as the markup of a page, not by the number of attributes.
      "vue/max-attributes-per-line": "off",
      "vue/singleline-html-element-content-newline": "off",
      "vue/multiline-html-element-content-newline": "off",
      "vue/html-closing-bracket-newline": "off",
      "vue/html-indent": "off",
    },
  },
  {
    files: ["examples/**/*.ts", "bench/**/*.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["test/**/*.ts"],
    // Tests wrap the methods of a compiler host or a spy, and call them on their object.
    rules: { "@typescript-eslint/unbound-method": "off" },
  },
);
