import type { TSESLint } from "@typescript-eslint/utils";
import { rulePage } from "../../src/catalog/addresses.js";
import { analyzedFile } from "../../src/analysis/index.js";
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
      const file = analyzedFile(context);
      if (file === undefined) return {};
      // Not every host merges `meta.defaultOptions` into the options.
      const options = { ...meta.defaultOptions[0], ...context.options[0] };
      return create(context, file, options);
    },
  };
}
