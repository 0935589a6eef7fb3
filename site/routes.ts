/** Where a page of the site stands, by its source in the repository. */
export function pageOf(source: string): string {
  const fixed: Readonly<Record<string, string>> = {
    "README.md": "guide/index.md",
    "README.zh-CN.md": "zh-CN/guide/index.md",
    "generated/README.md": "guide/code-map.md",
  };
  const page = Object.hasOwn(fixed, source) ? fixed[source] : undefined;
  if (page !== undefined) return page;
  return source
    .replace(/^site\/pages\//, "")
    .replace(/^docs\/zh-CN\/rules\//, "zh-CN/rules/")
    .replace(/^docs\/zh-CN\//, "zh-CN/guide/")
    .replace(/^docs\/rules\//, "rules/")
    .replace(/^docs\//, "guide/");
}

/** Whether a file of the repository is the source of a page. */
export function isPage(source: string): boolean {
  return /^(?:README(?:\.zh-CN)?|generated\/README|docs\/.+|site\/pages\/.+)\.md$/.test(source);
}
