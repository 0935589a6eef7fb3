const REPOSITORY = "https://github.com/eslint-plugin-tencentcloud/eslint-plugin-tencentcloud/blob/main";

/**
 * Where the site is published, with a slash at its end; empty where it is nowhere. What is built with it, rules, code map
 * and command line, leads there, and else to the pages in the repository.
 */
const SITE: string = "";

/** The page about a rule. */
export function rulePage(rule: string, site = SITE): string {
  return site === "" ? `${REPOSITORY}/docs/rules/${rule}.md` : `${site}rules/${rule}`;
}

/** The page about a code on the site, in one service where it is given; undefined where there is no site. */
export function codePageOnSite(code: string, service: string | undefined, site = SITE): string | undefined {
  return site === "" ? undefined : `${site}codes/#${service === undefined ? "" : `${service}/`}${encodeURIComponent(code)}`;
}

/** The page about a code: on the site, or else the module of the code map that has it. */
export function codePage(code: string, service: string | undefined, site = SITE): string {
  return codePageOnSite(code, service, site) ?? `${REPOSITORY}/generated/src/${service ?? "common"}.ts`;
}
