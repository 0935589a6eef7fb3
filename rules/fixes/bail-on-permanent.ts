import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callsIn } from "../../src/analysis/origins/calls.js";
import type { AnalyzedFile, FunctionNode } from "../../src/analysis/source/file.js";
import type { LibraryRetry } from "../../src/analysis/retriers/libraries.js";
import { functionOf } from "../../src/analysis/source/functions.js";
import { isFunction, propertyName, returnedExpressions } from "../../src/analysis/source/syntax.js";
import { freeName } from "./add-import.js";
import { indentationOf, startOfLine, styleOf } from "./surrounding-style.js";

type SourceCode = Readonly<TSESLint.SourceCode>;
type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** What is tried, and how to write the statements that end the retries in it. */
interface Attempt {
  readonly sourceCode: SourceCode;
  /** The call that asks whether a retry on an error can help. */
  readonly ask: (error: string) => string;
  /** The name of the function that ends the retries. */
  readonly bail: string;
  readonly isTypeScript: boolean;
}

/**
 * How to make what `async-retry` tries hand an error to `bail` that a retry cannot fix, and return: after `bail`
 * alone, an error that is thrown still starts the next attempt.
 */
export function bailOnPermanent(file: AnalyzedFile, filename: string, ask: Attempt["ask"], { deciders }: LibraryRetry, call: TSESTree.CallExpression): Fix | undefined {
  const { sourceCode } = file;
  const [tried] = call.arguments;
  const fn = tried === undefined ? undefined : functionOf(file, tried);
  const isTypeScript = /\.[cm]?tsx?$/.test(filename);
  if (tried === undefined || fn === undefined || fn.generator || (isTypeScript && !takesError(call)) || !canBeAsync(fn)) return undefined;
  const [parameter] = fn.params;
  if (tried !== fn) {
    const attempt: Attempt = { sourceCode, ask, isTypeScript, bail: "bail" };
    return tried.type === "Identifier" && deciders.length === 0 ? edited(wrapReference(attempt, tried, fn)) : undefined;
  }
  if (parameter !== undefined && parameter.type !== "Identifier") return undefined;
  const attempt: Attempt = { sourceCode, ask, isTypeScript, bail: parameter?.name ?? nameFor(sourceCode, fn) };
  const declares = parameter === undefined ? addParameter(attempt, fn) : [];
  const changes = deciders.length === 0 ? wrapBody(file, attempt, fn) : changeClause(file, attempt, fn, deciders);
  return declares === undefined || changes === undefined || attempt.bail === "error" ? undefined : edited([...declares, ...changes]);
}

/** Whether `bail` takes an `Error`: an option with a type of its own decides what it takes. */
function takesError({ arguments: [, options], typeArguments }: TSESTree.CallExpression): boolean {
  if (typeArguments?.params[1] !== undefined) return false;
  if (options === undefined) return true;
  if (options.type !== "ObjectExpression") return false;
  return options.properties.every((property) => property.type === "Property" && (propertyName(property) !== "onRetry" || (isFunction(property.value) && isPlain(property.value.params[0]))));
}

function isPlain(parameter: TSESTree.Parameter | undefined): boolean {
  if (parameter === undefined) return true;
  const type = parameter.type === "Identifier" ? parameter.typeAnnotation?.typeAnnotation : undefined;
  if (type === undefined) return parameter.type === "Identifier";
  return type.type === "TSAnyKeyword" || type.type === "TSUnknownKeyword" || (type.type === "TSTypeReference" && type.typeName.type === "Identifier" && type.typeName.name === "Error");
}

function canBeAsync({ returnType }: FunctionNode): boolean {
  const type = returnType?.typeAnnotation;
  return type === undefined || (type.type === "TSTypeReference" && type.typeName.type === "Identifier" && type.typeName.name === "Promise");
}

function edited(edits: readonly Edit[]): Fix {
  return (fixer) => edits.map(({ range, text }) => fixer.replaceTextRange([...range], text));
}

function insert(at: number, text: string): Edit {
  return { range: [at, at], text };
}

function addParameter({ sourceCode, bail }: Attempt, fn: FunctionNode): Edit[] | undefined {
  const open = sourceCode.getFirstToken(fn, (token) => token.value === "(");
  return open === null ? undefined : [insert(open.range[1], bail)];
}

/** A name that hides nothing of what is tried: other attempts have parameters of that name too. */
function nameFor(sourceCode: SourceCode, fn: FunctionNode): string {
  return sourceCode.getTokens(fn).some(({ value }) => value === "bail") ? freeName(sourceCode, "bail") : "bail";
}

/** The statements that end the retries where the error is one that a retry cannot fix. */
function stopping({ bail, isTypeScript }: Attempt, error: string, givesValue: boolean): readonly string[] {
  const handOver = `${bail}(${error}${isTypeScript ? " as Error" : ""});`;
  // Nobody gets what is returned: the promise is rejected by then.
  return givesValue ? [handOver, `return undefined${isTypeScript ? " as never" : ""};`] : [handOver];
}

function handling(attempt: Attempt, givesValue: boolean): readonly string[] {
  return [`if (${attempt.ask("error")}) throw error;`, ...stopping(attempt, "error", givesValue)];
}

/** `retry(attach)` becomes `retry(async (bail) => { try { return await attach(); } … })`. */
function wrapReference(attempt: Attempt, tried: TSESTree.Identifier, { params }: FunctionNode): Edit[] {
  const handed = [attempt.bail, "attempt"].slice(0, params.length).join(", ");
  const parameters = params.length > 1 ? handed : attempt.bail;
  return [{ range: tried.range, text: `async (${parameters}) => { try { return await ${tried.name}(${handed}); } catch (error) { ${handling(attempt, true).join(" ")} } }` }];
}

/** Puts all that is tried into a `try`. */
function wrapBody(file: AnalyzedFile, attempt: Attempt, fn: FunctionNode): Edit[] | undefined {
  const { sourceCode } = attempt;
  const { body } = fn;
  const start = fn.async ? [] : [insert(fn.range[0], "async ")];
  if (body.type !== "BlockStatement") {
    const arrow = sourceCode.getTokenBefore(body, (token) => token.value === "=>");
    if (arrow === null) return undefined;
    const value = sourceCode.getText(body);
    const awaited = body.type === "AwaitExpression" ? value : `await ${isSimple(body) ? value : `(${value})`}`;
    return [...start, { range: [arrow.range[1], fn.range[1]], text: ` { try { return ${awaited}; } catch (error) { ${handling(attempt, true).join(" ")} } }` }];
  }
  const returned = returnedExpressions(file, fn);
  const waits = returned.filter((value) => canBePromise(file, value)).flatMap((value) => awaitEdits(value));
  return [...start, ...tryAround(attempt, body, handling(attempt, returned.length > 0)), ...waits];
}

/** A promise that is returned without `await` is rejected after the `try` is left. */
function awaitEdits(value: TSESTree.Expression): Edit[] {
  return isSimple(value) ? [insert(value.range[0], "await ")] : [insert(value.range[0], "await ("), insert(value.range[1], ")")];
}

function isSimple({ type }: TSESTree.Expression): boolean {
  return type === "CallExpression" || type === "Identifier" || type === "MemberExpression" || type === "ChainExpression" || type === "NewExpression";
}

const neverPromises: ReadonlySet<string> = new Set(["ArrayExpression", "AwaitExpression", "BinaryExpression", "Literal", "MemberExpression", "ObjectExpression", "TemplateLiteral", "UnaryExpression"]);

function canBePromise(file: AnalyzedFile, value: TSESTree.Expression): boolean {
  const definition = value.type === "Identifier" ? file.variableOf(value)?.defs[0] : undefined;
  const held = definition?.type === "Variable" && definition.parent.kind === "const" ? definition.node.init : null;
  return !neverPromises.has((held ?? value).type);
}

function tryAround({ sourceCode }: Attempt, body: TSESTree.BlockStatement, handler: readonly string[]): Edit[] {
  const { newline, step } = styleOf(sourceCode, undefined);
  const [first] = body.body;
  const afterOpen = body.range[0] + 1;
  const beforeClose = body.range[1] - 1;
  const close = sourceCode.getLastToken(body);
  const closeLine = close === null ? undefined : startOfLine(sourceCode, close);
  if (first === undefined || closeLine === undefined || first.loc.start.line === body.loc.start.line) {
    return [insert(afterOpen, " try {"), insert(beforeClose, `} catch (error) { ${handler.join(" ")} } `)];
  }
  const indentation = indentationOf(sourceCode, first);
  const lines = [`${indentation}} catch (error) {`, ...handler.map((statement) => `${indentation}${step}${statement}`), `${indentation}}`];
  return [insert(afterOpen, `${newline}${indentation}try {`), ...indented(sourceCode, body, step), insert(closeLine, lines.map((line) => `${line}${newline}`).join(""))];
}

/** Moves the lines of a block to the right, but those that begin inside a template, where blanks count. */
function indented(sourceCode: SourceCode, body: TSESTree.BlockStatement, step: string): Edit[] {
  const templates = sourceCode.getTokens(body).filter((token) => token.type === "Template" && token.loc.start.line < token.loc.end.line);
  const edits: Edit[] = [];
  for (let line = body.loc.start.line + 1; line < body.loc.end.line; line += 1) {
    const isText = templates.some(({ loc }) => loc.start.line < line && line <= loc.end.line);
    if (!isText && /\S/.test(sourceCode.lines[line - 1] ?? "")) edits.push(insert(sourceCode.getIndexFromLoc({ line, column: 0 }), step));
  }
  return edits;
}

/** Asks first in the only handler that the attempt has, if it is the one that the errors come to. */
function changeClause(file: AnalyzedFile, attempt: Attempt, fn: FunctionNode, deciders: LibraryRetry["deciders"]): Edit[] | undefined {
  const [decider, second] = deciders;
  const clause = decider?.clause;
  if (clause?.param?.type !== "Identifier" || second !== undefined || callsIn(file, clause.parent.block).sdk.length === 0) return undefined;
  const { body, param } = clause;
  const statements = stopping(attempt, param.name, returnedExpressions(file, fn).length > 0);
  const end = statements.length === 1 ? [...statements, "return;"] : statements;
  const check = `if (!${attempt.ask(param.name)}) { ${end.join(" ")} }`;
  const [first] = body.body;
  const isSameLine = first === undefined || first.loc.start.line === body.loc.start.line;
  const { newline } = styleOf(attempt.sourceCode, undefined);
  return [insert(body.range[0] + 1, isSameLine ? ` ${check}` : `${newline}${indentationOf(attempt.sourceCode, first)}${check}`)];
}
