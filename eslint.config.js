import { defineConfig, globalIgnores } from "eslint/config";
import regexp from "eslint-plugin-regexp";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import tseslint from "typescript-eslint";
import vue from "eslint-plugin-vue";

// What .oxlintrc.json cannot say: it checks all TypeScript, with types.
export default defineConfig(
  globalIgnores(["**/dist/", "site/.vitepress/cache/", "site/.vitepress/.temp/", "**/*.timestamp-*", "site/public/", "catalog/", "generated/src/", "coverage/", "test/**/fixtures/"]),
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
    languageOptions: { parser: tseslint.parser },
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
);
