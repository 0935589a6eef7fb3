import tencentcloud from "eslint-plugin-tencentcloud";
import tseslint from "typescript-eslint";

export default [
  { ignores: ["dist/"] },
  {
    files: ["**/*.ts"],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  tencentcloud.configs.recommended,
];
