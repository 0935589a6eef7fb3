/** @type {import("eslint-doc-generator").GenerateOptions} */
export default {
  configEmoji: [["strict", "🔒"]],
  // The description is the title.
  ruleDocNotices: ["deprecated", "configs", "fixableAndHasSuggestions"],
  ruleDocSectionInclude: ["Examples"],
  ruleDocTitleFormat: "desc-parens-prefix-name",
  ruleListColumns: ["name", "description", "configsError", "hasSuggestions"],
};
