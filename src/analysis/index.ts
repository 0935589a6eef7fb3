import type { ParserServicesWithTypeInformation, TSESLint } from "@typescript-eslint/utils";
import { isAbsolute } from "node:path";
import { factsInUse, useCodeMap } from "./knowledge/in-use.js";
import { Answers } from "./source/answer-once.js";
import { createTypeInfo } from "./source/checker.js";
import { createVariableLookup, type AnalyzedFile } from "./source/file.js";
import { startLint } from "./project/epoch.js";
import { followingOf } from "./project/followed.js";
import { importsOf } from "./project/imports.js";
import { leadsToTencentCloud, sourcesBehind } from "./project/leads.js";
import { linksOf } from "./project/link.js";
import { mayHoldTencentCode } from "./source/gate.js";
import { isOfOtherModule, notLinked, type LinkedModule, type LinkedModules } from "./source/linked-modules.js";
import { readSettings, type Settings } from "./source/settings.js";

type SourceCode = Readonly<TSESLint.SourceCode>;
type VariableLookup = ReturnType<typeof createVariableLookup>;
type RuleContext = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

/**
 * The file that was asked about last, also where it holds nothing for the rules: each rule asks anew, and all rules see one
 * file after the other. A `WeakMap` of all files costs the garbage collector dearly: while it is old and its entries are
 * young, they count as being in use, and every syntax tree is moved into the old generation.
 */
let last: Last | undefined;

interface Last {
  readonly sourceCode: object;
  readonly filename: string;
  readonly text: string;
  /** What was parsed; not asked for where the file holds nothing, since oxlint makes it when it is first asked for. */
  readonly ast: object | undefined;
  readonly file: AnalyzedFile | undefined;
}

/**
 * The analysis of the file that `context` is about.
 *
 * @returns undefined when a cheap look at the text shows that the file holds nothing for the rules
 */
export function analyzedFile(context: RuleContext): AnalyzedFile | undefined {
  if (last !== undefined && isAbout(last, context)) return last.file;
  const { filename, sourceCode } = context;
  const file = analyze(context);
  last = { sourceCode, filename, text: sourceCode.text, ast: file === undefined ? undefined : sourceCode.ast, file };
  return file;
}

/** Whether a rule asks about the same parse once more. oxlint hands over one and the same `sourceCode` for all files. */
function isAbout({ sourceCode, filename, text, ast }: Last, context: RuleContext): boolean {
  if (sourceCode !== context.sourceCode || filename !== context.filename) return false;
  return ast === undefined ? text === context.sourceCode.text : ast === context.sourceCode.ast;
}

function analyze(context: RuleContext): AnalyzedFile | undefined {
  const { cwd, settings: shared, sourceCode } = context;
  const settings = readSettings(shared);
  useCodeMap(settings.codeMap, cwd);
  // A block of code in a Markdown file imports from where the Markdown file stands.
  const path = context.physicalFilename ?? context.filename;
  return analyzeFile({ path, sourceCode, settings, own: createVariableLookup(() => sourceCode.scopeManager?.scopes ?? []), isLinted: true });
}

/**
 * The analysis of a module that the file which `context` is about is linked to, as it would be were it linted itself.
 *
 * @returns undefined where it holds nothing for the rules
 */
export function analyzedAlone({ settings }: RuleContext, module: LinkedModule): AnalyzedFile | undefined {
  return analyzeFile({ path: module.path, sourceCode: module.sourceCode, settings: readSettings(settings), own: (identifier) => module.ownVariableOf(identifier), isLinted: false });
}

interface Analyzed {
  readonly path: string;
  readonly sourceCode: SourceCode;
  readonly settings: Settings;
  readonly own: VariableLookup;
  /** Whether the host lints it; otherwise it is a module that was followed. */
  readonly isLinted: boolean;
}

function analyzeFile({ isLinted, own, path, settings, sourceCode }: Analyzed): AnalyzedFile | undefined {
  const program = typedServices(sourceCode);
  const { ownModules } = factsInUse();
  const isCodeMap = (file: string): boolean => ownModules?.holds(file) === true;
  const following = isAbsolute(path) ? followingOf(settings, { holds: isCodeMap, names: (source, from) => ownModules?.nameOf(source, from) !== undefined }) : undefined;
  if (isLinted && following !== undefined) startLint(path);
  const { text } = sourceCode;
  if (!mayHoldTencentCode(text, settings, program !== undefined) && ownModules?.mayBeImportedIn(text) !== true && (following === undefined || !leadsToTencentCloud(path, text, settings, following))) return undefined;
  const answers = new Answers();
  // The names of one's own code map's modules depend on where a file stands.
  const sharedUnder = isLinted && ownModules === undefined ? `${JSON.stringify(settings)} ${String(program !== undefined)}` : undefined;
  const linked: LinkedModules = following === undefined ? notLinked : linksOf({ path, imports: importsOf(sourceCode.scopeManager?.scopes ?? []), ownVariableOf: own, answers, sharedUnder, sources: () => (ownModules === undefined && following !== undefined ? sourcesBehind(path, text, settings, following) : undefined) }, following);
  return {
    get sourceCode() {
      answers.leanOnFile();
      return sourceCode;
    },
    settings,
    types: program === undefined ? undefined : createTypeInfo(program, isCodeMap),
    retryNames: [],
    answers,
    moduleNamed: (source, at) => ownModules?.nameOf(source, linked.moduleOf(at)?.path ?? path) ?? source,
    linked,
    variableOf(identifier) {
      if (isOfOtherModule(identifier)) return following === undefined ? own(identifier) : linked.variableOf(identifier);
      const variable = own(identifier);
      return variable === undefined ? undefined : linked.behind(variable);
    },
  };
}

function typedServices(sourceCode: SourceCode): ParserServicesWithTypeInformation | undefined {
  const services = sourceCode.parserServices;
  // oxlint hands over an empty frozen object here, an untyped parse a null program.
  return services?.program == null ? undefined : (services as ParserServicesWithTypeInformation);
}
