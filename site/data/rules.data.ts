import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A rule as the list of all rules shows it. */
export interface ListedRule {
  readonly name: string;
  /** What it asks for, by the language of the page. */
  readonly says: Readonly<Record<"en" | "zh-CN", string>>;
  readonly recommended: boolean;
  readonly suggests: boolean;
}

const docs = fileURLToPath(new URL("../../docs/", import.meta.url));

declare const data: readonly ListedRule[];
export { data };

export default {
  watch: [`${docs}rules/*.md`, `${docs}zh-CN/rules/*.md`],
  load: (): readonly ListedRule[] =>
    readdirSync(`${docs}rules`)
      .filter((file) => file.endsWith(".md"))
      .map((file) => {
        const page = readFileSync(`${docs}rules/${file}`, "utf8");
        const chinese = readFileSync(`${docs}zh-CN/rules/${file}`, "utf8");
        return {
          name: file.slice(0, -".md".length),
          says: { en: titleOf(page), "zh-CN": titleOf(chinese) },
          recommended: /^💼.*`recommended`/m.test(page),
          suggests: /^💡/m.test(page),
        };
      }),
};

/** The heading without the rule's name. */
function titleOf(page: string): string {
  return (/^# (.*)$/m.exec(page)?.[1] ?? "").replace(/\s*[(（]`[^`]+`[)）]$/, "").replaceAll("`", "");
}
