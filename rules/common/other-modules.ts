import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { relative } from "node:path";
import { analyzedAlone } from "../../src/analysis/index.js";
import type { AnalyzedFile } from "../../src/analysis/source/file.js";
import { excerptOf } from "../../src/catalog/printable.js";
import { isOfOtherModule, type LinkedModule } from "../../src/analysis/source/linked-modules.js";
import { readSettings } from "../../src/analysis/source/settings.js";
import { nameAround } from "../../src/analysis/source/name-around.js";

/** Added to the id of a message about code in another module than the linted one. */
const suffix = "InOtherFile";

/** Messages, and each once more for what stands in another module. */
export function withOtherFiles<MessageIds extends string>(messages: Readonly<Record<MessageIds, string>>): Record<MessageIds, string> {
  const elsewhere = Object.entries<string>(messages).map(([id, text]) => [`${id}${suffix}`, `${text} This is seen through {{way}}.`]);
  return { ...messages, ...(Object.fromEntries(elsewhere) as Record<MessageIds, string>) };
}

export type Descriptor<MessageIds extends string> = TSESLint.ReportDescriptor<MessageIds> & {
  readonly node: TSESTree.Node;
  /** The test that leads to `node`, which can stand in another module. */
  readonly usedIn?: TSESTree.Node | undefined;
};

type HostContext<MessageIds extends string> = Readonly<TSESLint.RuleContext<MessageIds, readonly [object]>>;

type Report<MessageIds extends string> = (descriptor: Descriptor<MessageIds>) => void;

/** A rule as it looks at a module alone. */
export interface RuleAlone<MessageIds extends string> {
  /** The name and the options of the rule: what it reports of a module depends on nothing else but settings. */
  readonly key: string;
  run(context: HostContext<MessageIds>, file: AnalyzedFile, report: Report<MessageIds>): void;
}

/**
 * Makes the reports of a rule. One about code in another module is made where the linted file uses it, and not at all where
 * linting that module says the same.
 */
export function createReport<MessageIds extends string>(context: HostContext<MessageIds>, file: AnalyzedFile, rule: RuleAlone<MessageIds>): Report<MessageIds> {
  const alone = new Map<LinkedModule, ReadonlySet<string>>();
  return ({ usedIn, ...descriptor }) => {
    const { data, messageId, node } = descriptor;
    const module = file.linked.moduleOf(node);
    if (module === undefined) {
      context.report(descriptor);
      return;
    }
    const known = alone.get(module) ?? knownReports(context, module, rule);
    alone.set(module, known);
    if (known.has(keyOf(messageId, node))) return;
    const place = usedIn !== undefined && !isOfOtherModule(usedIn) ? usedIn : file.linked.placeLeadingTo(node);
    if (place === undefined) return;
    context.report({ node: place, messageId: `${messageId}${suffix}` as MessageIds, data: { ...data, way: wayTo(context.cwd, module, node) } });
  };
}

/** In characters. */
const longestPath = 200;

/** "`getFunctionDetail` of src/function/index.ts" */
function wayTo(cwd: string, module: LinkedModule, node: TSESTree.Node): string {
  const path = excerptOf(relative(cwd, module.path).replaceAll("\\", "/"), longestPath);
  const name = nameAround(node);
  return name === undefined ? path : `\`${excerptOf(name)}\` of ${path}`;
}

/** What the service is that is called can be seen in one file only: the data of the same report differ. */
function keyOf(messageId: string, { range: [start] }: TSESTree.Node): string {
  return `${messageId} ${String(start)}`;
}

interface Known {
  readonly reports: ReadonlySet<string>;
  /** Whether the modules that it imports are the same as then. */
  isCurrent(): boolean;
}

/** The same for all files that lead to a module, found out once. */
function knownReports<MessageIds extends string>(context: HostContext<MessageIds>, module: LinkedModule, rule: RuleAlone<MessageIds>): ReadonlySet<string> {
  const settings = readSettings(context.settings);
  const key = `${rule.key} ${JSON.stringify(settings)}`;
  const known = module.syntaxAnswers.get(key) as Known | undefined;
  if (known?.isCurrent() === true) return known.reports;
  const found = reportsOfModule(context, module, rule);
  // One's own code map can change without a module.
  if (settings.codeMap === undefined) module.syntaxAnswers.set(key, found);
  return found.reports;
}

/** What a rule reports when it looks at a module alone, as it does when that module is linted. */
function reportsOfModule<MessageIds extends string>(context: HostContext<MessageIds>, module: LinkedModule, rule: RuleAlone<MessageIds>): Known {
  const reports = new Set<string>();
  const file = analyzedAlone(context, module);
  // What it imports decides whether anything is looked for in it.
  if (file === undefined) return { reports, isCurrent: () => false };
  const [sourceCode, filename] = [{ value: file.sourceCode }, { value: module.path }];
  const inModule = Object.create(context, { sourceCode, filename, physicalFilename: filename }) as HostContext<MessageIds>;
  rule.run(inModule, file, ({ messageId, node }) => {
    reports.add(keyOf(messageId, node));
  });
  return { reports, isCurrent: file.linked.watch() };
}
