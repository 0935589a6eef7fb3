import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { forwarded, type BlindRetry } from "../../src/analysis/retry/blind-retries.js";
import type { AnalyzedFile, FunctionNode } from "../../src/analysis/source/file.js";
import type { Handler } from "../../src/analysis/retry/repeat-handlers.js";
import { isHandleAll } from "../../src/analysis/retriers/cockatiel.js";
import type { LibraryRetry } from "../../src/analysis/retriers/libraries.js";
import { functionOf } from "../../src/analysis/source/functions.js";
import { calleeName, isFunction, walk } from "../../src/analysis/source/syntax.js";
import { freeName, importedName, type ImportedName } from "./add-import.js";
import { bailOnPermanent } from "./bail-on-permanent.js";
import { rootSource, serviceSource } from "./code-map-source.js";
import { installedMajor } from "./installed-major.js";

type Fixer = TSESLint.RuleFixer;
type Fix = (fixer: Fixer) => TSESLint.RuleFix[];

interface Place {
  readonly file: AnalyzedFile;
  readonly filename: string;
  /** The call that asks whether a retry on an error can help: `isRetryable(error, cbsErrorCodes)`. */
  readonly ask: (error: string) => string;
}

/**
 * How to make a construct ask `isRetryable` before it retries; undefined where that cannot be written in one place.
 *
 * @param service whose table is asked; the general policy where it is undefined
 */
export function askIsRetryable(file: AnalyzedFile, filename: string, blind: BlindRetry, service: string | undefined): Fix | undefined {
  const imported = importedName(file.sourceCode, rootSource(file, "isRetryable"), "isRetryable");
  const table = service === undefined ? [] : [importedName(file.sourceCode, serviceSource(file, filename, service), `${service}ErrorCodes`)];
  const place: Place = { file, filename, ask: (error) => `${imported.local}(${[error, ...table.map(({ local }) => local)].join(", ")})` };
  const change = blind.kind === "handler" ? changeHandler(place, blind.handler) : changeLibrary(place, blind.retry);
  return change === undefined ? undefined : (fixer) => [...change(fixer), ...added(fixer, imported, ...table)];
}

function added(fixer: Fixer, ...names: readonly ImportedName[]): TSESLint.RuleFix[] {
  return names.flatMap(({ add }) => (add === undefined ? [] : [add(fixer)]));
}

/** Passes on the errors first that a retry cannot fix. */
function changeHandler({ file, ask }: Place, { node, error, after }: Handler): Fix | undefined {
  const { sourceCode } = file;
  // A callback gets no error when all went well; what to do then is for people to say.
  if (isFunction(node) && !isRejectionHandler(after, node)) return undefined;
  if (error !== undefined && error.type !== "Identifier") return undefined;
  const name = error?.name ?? freeName(sourceCode, "error");
  const check = `if (!${ask(name)}) throw ${name};`;
  const { body } = node;
  if (body.type !== "BlockStatement") {
    if (!isFunction(node)) return undefined;
    const parameters = error === undefined ? `(${name})` : textBeforeArrow(sourceCode, node);
    return (fixer) => [fixer.replaceText(node, `${parameters} => { ${check} return ${sourceCode.getText(body)}; }`)];
  }
  const open = sourceCode.getFirstToken(body);
  if (open === null) return undefined;
  const declares = error === undefined ? addError(sourceCode, node, name) : [];
  if (declares === undefined) return undefined;
  return (fixer) => [...declares.map(({ at, text }) => fixer.insertTextAfterRange([0, at], text)), fixer.insertTextAfter(open, lineAfter(sourceCode, body, check))];
}

function isRejectionHandler(after: TSESTree.Node, node: FunctionNode): boolean {
  return after.type === "CallExpression" && ["catch", "then"].includes(calleeName(after) ?? "") && after.arguments.includes(node as TSESTree.CallExpressionArgument);
}

function textBeforeArrow(source: Readonly<TSESLint.SourceCode>, fn: FunctionNode): string {
  const arrow = source.getTokenBefore(fn.body, (token) => token.value === "=>");
  return arrow === null ? "" : source.text.slice(fn.range[0], arrow.range[0]).trimEnd();
}

/** Where a `catch` or a function without a parameter gets one. */
function addError(source: Readonly<TSESLint.SourceCode>, node: Handler["node"], name: string): { at: number; text: string }[] | undefined {
  if (node.type === "CatchClause") {
    const keyword = source.getFirstToken(node);
    return keyword === null ? undefined : [{ at: keyword.range[1], text: ` (${name})` }];
  }
  const open = source.getFirstToken(node, (token) => token.value === "(");
  return open === null || open.range[0] > node.body.range[0] ? undefined : [{ at: open.range[1], text: name }];
}

/** A statement at the start of a block, on a line of its own where the block has lines. */
function lineAfter(source: Readonly<TSESLint.SourceCode>, block: TSESTree.BlockStatement, statement: string): string {
  const [first] = block.body;
  if (first === undefined || first.loc.start.line === block.loc.start.line) return ` ${statement}`;
  const indentation = /^\s*/.exec(source.lines[first.loc.start.line - 1] ?? "")?.[0] ?? "";
  return `${source.text.includes("\r\n") ? "\r\n" : "\n"}${indentation}${statement}`;
}

function changeLibrary(place: Place, retry: LibraryRetry): Fix | undefined {
  const { file, ask } = place;
  if (retry.node.type !== "CallExpression") return undefined;
  switch (retry.library) {
    case "p-retry": {
      // Version 7 hands over an object with the error, earlier ones the error itself.
      const parameter = (installedMajor("p-retry", place.filename) ?? 7) >= 7 ? "{ error }" : "error";
      return addOption(file, retry, retry.node, `shouldRetry: (${parameter}) => ${ask("error")}`);
    }
    case "exponential-backoff":
      return addOption(file, retry, retry.node, `retry: (error) => ${ask("error")}`);
    case "ts-retry-promise":
      return addOption(file, retry, retry.node, `retryIf: (error) => ${ask("error")}`);
    case "@lifeomic/attempt":
      return addOption(file, retry, retry.node, `handleError: (error, context) => { if (!${ask("error")}) context.abort(); }`);
    case "cockatiel":
      return handleWhenRetryable(place, retry.node);
    case "rxjs":
      return delayRetryable(place, retry, retry.node);
    case "promise-retry":
      return retryRetryable(place, retry);
    case "retry":
      return retryOperationRetryable(place, retry);
    case "async-retry":
      return bailOnPermanent(file, place.filename, ask, retry, retry.node);
    default:
      return undefined;
  }
}

/** Adds an option, in place of one of that name that lets everything through. */
function addOption(file: AnalyzedFile, { options }: LibraryRetry, call: TSESTree.CallExpression, option: string): Fix | undefined {
  const { sourceCode } = file;
  const name = option.slice(0, option.indexOf(":"));
  if (options === undefined) {
    const last = call.arguments.at(-1);
    return last === undefined || call.arguments.length !== 1 ? undefined : (fixer) => [fixer.insertTextAfter(last, `, { ${option} }`)];
  }
  const known = options.properties.find((property) => property.type === "Property" && property.key.type === "Identifier" && property.key.name === name);
  if (known !== undefined) return (fixer) => [fixer.replaceText(known, option)];
  const last = options.properties.at(-1);
  if (last === undefined) return (fixer) => [fixer.replaceText(options, `{ ${option} }`)];
  const separator = last.loc.start.line === options.loc.start.line ? " " : `\n${/^\s*/.exec(sourceCode.lines[last.loc.start.line - 1] ?? "")?.[0] ?? ""}`;
  return (fixer) => [fixer.insertTextAfter(last, `,${separator}${option}`)];
}

/** `handleAll` becomes `handleWhen((error) => isRetryable(error))`. */
function handleWhenRetryable({ file, ask }: Place, call: TSESTree.CallExpression): Fix | undefined {
  const [handled] = call.arguments;
  if (handled === undefined || !isHandleAll(file, handled)) return undefined;
  const predicate = `((error) => ${ask("error")})`;
  if (handled.type === "MemberExpression") {
    const { property } = handled;
    return (fixer) => [fixer.replaceText(property, `handleWhen${predicate}`)];
  }
  const imported = importedName(file.sourceCode, "cockatiel", "handleWhen");
  return (fixer) => [fixer.replaceText(handled, `${imported.local}${predicate}`), ...added(fixer, imported)];
}

/** `retry(3)` becomes `retry({ count: 3, delay: (error) => … })`; a pause of one second where none is written. */
function delayRetryable({ file, ask }: Place, { options }: LibraryRetry, call: TSESTree.CallExpression): Fix | undefined {
  if (calleeName(call) !== "retry") return undefined;
  const { sourceCode } = file;
  const [config] = call.arguments;
  const known = options?.properties.find((property) => property.type === "Property" && property.key.type === "Identifier" && property.key.name === "delay");
  if (known !== undefined && (known.type !== "Property" || known.value.type !== "Literal")) return undefined;
  const pause = known?.type === "Property" ? sourceCode.getText(known.value) : "1000";
  const timer = importedName(sourceCode, "rxjs", "timer");
  const throwError = importedName(sourceCode, "rxjs", "throwError");
  const delay = `delay: (error) => (${ask("error")} ? ${timer.local}(${pause}) : ${throwError.local}(() => error))`;
  return (fixer) => {
    const imports = added(fixer, timer, throwError);
    if (known !== undefined) return [fixer.replaceText(known, delay), ...imports];
    const last = options?.properties.at(-1);
    if (last !== undefined) return [fixer.insertTextAfter(last, `, ${delay}`), ...imports];
    if (config !== undefined) return [fixer.replaceText(config, `{ count: ${sourceCode.getText(config)}, ${delay} }`), ...imports];
    const close = sourceCode.getLastToken(call);
    return close === null ? [] : [fixer.insertTextBefore(close, `{ ${delay} }`), ...imports];
  };
}

/** `.catch(retry)` becomes `.catch((error) => { if (isRetryable(error)) retry(error); throw error; })`. */
function retryRetryable({ file, ask }: Place, retry: LibraryRetry): Fix | undefined {
  const handler = forwarded(file, retry);
  if (handler === undefined) return undefined;
  return (fixer) => [fixer.replaceText(handler, `(error) => { if (${ask("error")}) ${handler.name}(error); throw error; }`)];
}

/** `operation.retry(error)` is asked only for errors that a retry can fix. */
function retryOperationRetryable({ file, ask }: Place, { deciders }: LibraryRetry): Fix | undefined {
  const asked: TSESTree.CallExpression[] = [];
  for (const { fn, clause } of deciders) {
    walk(file, clause?.body ?? fn.body, (node) => {
      if (node.type === "CallExpression" && calleeName(node) === "retry" && node.parent.type === "IfStatement" && node.arguments.length === 1 && functionOf(file, node) === undefined) asked.push(node);
      return true;
    });
  }
  const [call, second] = new Set(asked);
  const [error] = call?.arguments ?? [];
  if (call === undefined || second !== undefined || error?.type !== "Identifier") return undefined;
  return (fixer) => [fixer.insertTextBefore(call, `${ask(error.name)} && `)];
}
