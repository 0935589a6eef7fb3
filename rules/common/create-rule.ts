import type { TSESLint } from "@typescript-eslint/utils";
import { rulePage } from "../../src/catalog/addresses.js";
import { analyzedFile } from "../../src/analysis/index.js";
import { checkSettings } from "../../src/analysis/knowledge/check-settings.js";
import { excerptOf } from "../../src/catalog/printable.js";
import type { AnalyzedFile } from "../../src/analysis/source/file.js";

/** What a rule's `meta.docs` tells beyond ESLint's own fields. */
export interface RuleDocs {
  /** Absent for rules that only the strict configuration turns on. */
  readonly recommended?: true;
}

interface RuleDefinition<MessageIds extends string, Options extends object> {
  readonly name: string;
  readonly meta: Omit<TSESLint.RuleMetaData<MessageIds, RuleDocs, [Options]>, "docs" | "defaultOptions"> & {
    readonly docs: RuleDocs & { readonly description: string };
    readonly defaultOptions: [Required<Options>];
  };
  /** Called for files that can hold code for Tencent Cloud, with every option set. */
  readonly create: (
    context: Readonly<TSESLint.RuleContext<MessageIds, [Options]>>,
    file: AnalyzedFile,
    options: Required<Options>,
  ) => TSESLint.RuleListener;
}

/** Makes a rule that does nothing, and costs nothing, in files that have nothing to do with Tencent Cloud. */
export function createRule<MessageIds extends string, Options extends object>({
  name,
  meta,
  create,
}: RuleDefinition<MessageIds, Options>): TSESLint.RuleModule<MessageIds, [Options], RuleDocs> & { name: string } {
  return {
    name,
    meta: { ...meta, docs: { ...meta.docs, url: rulePage(name) } },
    create(context) {
      if (!areSettingsRight(context)) return {};
      const file = analyzedFile(context);
      if (file === undefined) return {};
      // Not every host merges `meta.defaultOptions` into the options.
      const options = { ...meta.defaultOptions[0], ...context.options[0] };
      return create(showingSafely(context), file, options);
    },
  };
}

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

/** The file of which each fault of the settings was told, by message. */
const toldOf = new Map<string, string>();

/**
 * Whether the settings can be used. ESLint ends its run with the first fault of a configuration; oxlint goes on with the next
 * file, where nothing is said again.
 *
 * @throws SettingsError or CodeMapError
 */
function areSettingsRight({ settings, cwd, filename, languageOptions }: Context): boolean {
  try {
    checkSettings(settings, cwd);
    return true;
  } catch (error) {
    const message = String(error);
    const file = toldOf.get(message) ?? filename;
    if (isOxlint(languageOptions) && file !== filename) return false;
    toldOf.set(message, file);
    throw error;
  }
}

function isOxlint(languageOptions: object | undefined): boolean {
  const { parser } = (languageOptions ?? {}) as { readonly parser?: { readonly name?: unknown } };
  return parser?.name === "oxlint";
}

type Data = Readonly<Record<string, unknown>>;

/** Placeholders that stand for one text of the linted code; others are sentences that hold some. */
const quotedTexts = new Set(["action", "code", "documented", "family", "field", "property", "text"]);
const longestText = 80;
const longestSentence = 1000;

/** The same context, of which no report shows more than the start of a long text, or a character that the terminal obeys. */
function showingSafely<Context extends Readonly<TSESLint.RuleContext<string, readonly unknown[]>>>(context: Context): Context {
  const report: Context["report"] = (descriptor) => {
    const { suggest } = descriptor;
    context.report({ ...descriptor, ...shownData(descriptor), ...(suggest == null ? {} : { suggest: suggest.map((each) => ({ ...each, ...shownData(each) })) }) });
  };
  // Hosts freeze the context, and read their own fields through its prototype.
  return Object.create(context, { report: { value: report, enumerable: true } }) as Context;
}

function shownData({ data }: { readonly data?: Data | undefined }): { readonly data?: Data } {
  if (data === undefined) return {};
  return { data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, typeof value === "string" ? excerptOf(value, quotedTexts.has(key) ? longestText : longestSentence) : value])) };
}
