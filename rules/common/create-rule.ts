import type { TSESLint } from "@typescript-eslint/utils";
import { rulePage } from "../../src/catalog/addresses.js";
import { analyzedFile } from "../../src/analysis/index.js";
import { checkSettings } from "../../src/analysis/source/check-settings.js";
import { excerptOf } from "../../src/catalog/printable.js";
import type { AnalyzedFile } from "../../src/analysis/source/file.js";
import { createReport, withOtherFiles, type Descriptor } from "./other-modules.js";
import { survive } from "./survive.js";
import { toldOnce } from "./told-once.js";

/** What a rule's `meta.docs` tells beyond ESLint's own fields. */
export interface RuleDocs {
  /** Absent for rules that only the strict configuration turns on. */
  readonly recommended?: true;
}

/** What a rule is created with: a report says which node it is about, whatever place it underlines. */
export type Context<MessageIds extends string, Options extends object> = Omit<Readonly<TSESLint.RuleContext<MessageIds, [Options]>>, "report"> & {
  report(descriptor: Descriptor<MessageIds>): void;
};

interface RuleDefinition<MessageIds extends string, Options extends object> {
  readonly name: string;
  readonly meta: Omit<TSESLint.RuleMetaData<MessageIds, RuleDocs, [Options]>, "docs" | "defaultOptions"> & {
    readonly docs: RuleDocs & { readonly description: string };
    readonly defaultOptions: [Required<Options>];
  };
  /** Called for files that can hold code for Tencent Cloud, with every option set. */
  readonly create: (
    context: Context<MessageIds, Options>,
    file: AnalyzedFile,
    options: Required<Options>,
  ) => { "Program:exit"(): void };
}

/** Makes a rule that does nothing, and costs nothing, in files that have nothing to do with Tencent Cloud. */
export function createRule<MessageIds extends string, Options extends object>({
  name,
  meta,
  create,
}: RuleDefinition<MessageIds, Options>): TSESLint.RuleModule<MessageIds, [Options], RuleDocs> & { name: string } {
  return {
    name,
    meta: { ...meta, messages: withOtherFiles(meta.messages), docs: { ...meta.docs, url: rulePage(name) } },
    create(context) {
      const areSettingsRight = toldOnce(context, () => (checkSettings(context.settings, context.cwd), true));
      if (areSettingsRight !== true) return {};
      const listener = survive(context, () => {
        const file = analyzedFile(context);
        if (file === undefined) return undefined;
        // Not every host merges `meta.defaultOptions` into the options.
        const options = { ...meta.defaultOptions[0], ...context.options[0] };
        const report = createReport(context, file, {
          key: JSON.stringify([name, options]),
          run: (inModule, found, send) => create(showingSafely(inModule as typeof context, send), found, options)["Program:exit"](),
        });
        return create(showingSafely(context, report), file, options);
      });
      return listener === undefined ? {} : { "Program:exit": () => toldOnce(context, () => survive(context, () => listener["Program:exit"]())) };
    },
  };
}

type Data = Readonly<Record<string, unknown>>;

/** Placeholders that stand for one text of the linted code; others are sentences that hold some. */
const quotedTexts = new Set(["action", "code", "documented", "family", "field", "property", "text"]);
const longestText = 80;
const longestSentence = 1000;

/** The same context, of which no report shows more than the start of a long text, or a character that the terminal obeys. */
function showingSafely<MessageIds extends string, Options extends object>(context: Readonly<TSESLint.RuleContext<MessageIds, [Options]>>, send: (descriptor: Descriptor<MessageIds>) => void): Context<MessageIds, Options> {
  const report = (descriptor: Descriptor<MessageIds>): void => {
    const { suggest } = descriptor;
    send({ ...descriptor, ...shownData(descriptor), ...(suggest == null ? {} : { suggest: suggest.map((each) => ({ ...each, ...shownData(each), fix: inThisFile(each.fix) })) }) });
  };
  // Hosts freeze the context, and read their own fields through its prototype.
  return Object.create(context, { report: { value: report, enumerable: true } }) as Context<MessageIds, Options>;
}

/** The same fix, or none where it would change another file. */
function inThisFile(fix: TSESLint.ReportFixFunction): TSESLint.ReportFixFunction {
  return (fixer) => {
    const made = fix(fixer);
    const fixes = made === null ? [] : Symbol.iterator in made ? [...made] : [made];
    return fixes.some(({ range: [start] }) => start < 0) ? null : fixes;
  };
}

function shownData({ data }: { readonly data?: Data | undefined }): { readonly data?: Data } {
  if (data === undefined) return {};
  return { data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, typeof value === "string" ? excerptOf(value, quotedTexts.has(key) ? longestText : longestSentence) : value])) };
}
