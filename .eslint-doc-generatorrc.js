/** @type {import("eslint-doc-generator").GenerateOptions} */
export default {
  configEmoji: [["strict", "🔒"]],
  ruleDocSectionInclude: ["Examples"],
  ruleDocTitleFormat: "desc-parens-prefix-name",
  ruleListColumns: ["name", "description", "configsError", "hasSuggestions"],
};
