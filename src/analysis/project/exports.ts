import type { TSESTree } from "@typescript-eslint/utils";
import type { Variable } from "../source/file.js";
import { bare, isFunction, literalString, propertyName } from "../source/syntax.js";
import { requiredBy } from "./imports.js";
import type { ParsedModule } from "./parse.js";
import { variableOfValue } from "./made-variables.js";

/** A variable of the module, or what it imports and exports again. */
export type Exported = { readonly variable: Variable } | { readonly source: string; readonly name: string };

/** What a module exports. */
export interface ExportTable {
  readonly named: ReadonlyMap<string, Exported>;
  /** The modules of `export * from`. */
  readonly stars: readonly string[];
  /** The value of `module.exports`, and of `export =`. */
  readonly whole: Exported | undefined;
}

export function exportsOf(module: ParsedModule): ExportTable {
  const table: Table = { module, named: new Map(), stars: [], whole: undefined };
  for (const statement of module.program.body) readStatement(table, statement);
  return table;
}

interface Table extends ExportTable {
  readonly module: ParsedModule;
  readonly named: Map<string, Exported>;
  readonly stars: string[];
  whole: Exported | undefined;
}

function readStatement(table: Table, statement: TSESTree.ProgramStatement): void {
  switch (statement.type) {
    case "ExportNamedDeclaration":
      readNamed(table, statement);
      break;
    case "ExportDefaultDeclaration":
      add(table, "default", exportedValue(table, "default", statement.declaration));
      break;
    case "ExportAllDeclaration":
      if (statement.exported === null) table.stars.push(statement.source.value);
      else table.named.set(nameOf(statement.exported), { source: statement.source.value, name: "*" });
      break;
    case "TSExportAssignment":
      table.whole = exportedValue(table, "default", statement.expression);
      break;
    case "ExpressionStatement":
      readExpression(table, statement.expression);
      break;
    default:
  }
}

function readNamed(table: Table, { declaration, source, specifiers }: TSESTree.ExportNamedDeclaration): void {
  for (const { exported, local } of specifiers) {
    const name = nameOf(exported);
    if (source !== null) table.named.set(name, { source: source.value, name: nameOf(local) });
    else if (local.type === "Identifier") addVariable(table, name, local);
  }
  if (declaration === null) return;
  if (declaration.type === "VariableDeclaration") {
    for (const { id } of declaration.declarations) for (const name of namesIn(id)) addVariable(table, name.name, name);
  } else if ("id" in declaration && declaration.id?.type === "Identifier") addVariable(table, declaration.id.name, declaration.id);
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === "Identifier" ? node.name : node.value;
}

function namesIn(pattern: TSESTree.Node): TSESTree.Identifier[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) => namesIn(property.type === "Property" ? property.value : property.argument));
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element === null ? [] : namesIn(element)));
    case "AssignmentPattern":
      return namesIn(pattern.left);
    default:
      return [];
  }
}

function addVariable(table: Table, name: string, identifier: TSESTree.Identifier): void {
  const variable = table.module.ownVariableOf(identifier);
  if (variable !== undefined) table.named.set(name, { variable });
}

function add(table: Table, name: string, exported: Exported | undefined): void {
  if (exported !== undefined) table.named.set(name, exported);
}

/** What a value is exported as: the variable that it names, what it imports, or a variable made for it. */
function exportedValue({ module }: Table, name: string, value: TSESTree.Node): Exported | undefined {
  const node = bare(value);
  if (node.type === "Identifier") {
    const variable = module.ownVariableOf(node);
    return variable === undefined ? undefined : { variable };
  }
  return requiredBy(node) ?? { variable: variableOfValue(module, name, value) };
}

/** `exports.a = …`, `module.exports = …`, `Object.defineProperty(exports, "a", { get })`, `__exportStar(require("./a"), exports)` */
function readExpression(table: Table, expression: TSESTree.Expression): void {
  if (expression.type === "AssignmentExpression") {
    readAssignment(table, expression);
    return;
  }
  if (expression.type !== "CallExpression") return;
  const [first, second, third] = expression.arguments;
  if (first === undefined || second === undefined) return;
  const callee = bare(expression.callee);
  const name = callee.type === "Identifier" ? callee.name : callee.type === "MemberExpression" ? propertyName(callee) : undefined;
  if (name === "__exportStar") {
    const required = requiredBy(first);
    if (required !== undefined) table.stars.push(required.source);
  } else if (name === "defineProperty" && isExports(first) && third?.type === "ObjectExpression") {
    const key = literalString(second);
    const value = gotFrom(third);
    if (key !== undefined && value !== undefined) add(table, key, exportedValue(table, key, value));
  }
}

/** `{ enumerable: true, get: function () { return a_1.b; } }`, as compilers write it. */
function gotFrom(descriptor: TSESTree.ObjectExpression): TSESTree.Node | undefined {
  for (const property of descriptor.properties) {
    if (property.type !== "Property" || propertyName(property) !== "get" || !isFunction(property.value)) continue;
    const { body } = property.value;
    const [only] = body.type === "BlockStatement" ? body.body : [];
    return body.type !== "BlockStatement" ? body : only?.type === "ReturnStatement" ? (only.argument ?? undefined) : undefined;
  }
  return undefined;
}

function readAssignment(table: Table, { left, right }: TSESTree.AssignmentExpression): void {
  // exports.a = exports.b = value
  const value = right.type === "AssignmentExpression" ? right.right : right;
  if (right.type === "AssignmentExpression") readAssignment(table, right);
  if (left.type !== "MemberExpression") return;
  const name = propertyName(left);
  if (isModuleExports(left)) readWhole(table, value);
  else if (name !== undefined && isExports(left.object)) add(table, name, exportedValue(table, name, value));
}

function readWhole(table: Table, value: TSESTree.Node): void {
  const node = bare(value);
  table.whole = exportedValue(table, "default", value);
  if (node.type !== "ObjectExpression") return;
  for (const property of node.properties) {
    if (property.type === "SpreadElement") {
      const required = requiredBy(property.argument);
      if (required !== undefined) table.stars.push(required.source);
      continue;
    }
    const name = propertyName(property);
    if (name !== undefined) add(table, name, exportedValue(table, name, property.value));
  }
}

function isExports(node: TSESTree.Node): boolean {
  return (node.type === "Identifier" && node.name === "exports") || isModuleExports(node);
}

function isModuleExports(node: TSESTree.Node): boolean {
  return node.type === "MemberExpression" && node.object.type === "Identifier" && node.object.name === "module" && propertyName(node) === "exports";
}
