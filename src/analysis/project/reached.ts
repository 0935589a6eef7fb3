import type { TSESTree } from "@typescript-eslint/utils";
import type { Variable } from "../source/file.js";
import { namesTencentCloud } from "../source/gate.js";
import type { LinkedModule } from "../source/linked-modules.js";
import { propertyName } from "../source/syntax.js";
import { canTellOfErrors, tellsOfErrors } from "./handed-over.js";
import type { ImportBinding, Imported } from "./imports.js";

/** What is asked of the links of a file. */
interface Asked {
  behind(variable: Variable): Variable;
  /** The variable that an identifier of the linted file stands for, imports not followed. */
  readonly variableIn: (identifier: TSESTree.Node) => Variable | undefined;
  variableOf(identifier: TSESTree.Node): Variable | undefined;
  moduleOf(node: TSESTree.Node): LinkedModule | undefined;
  textBehind(imported: Imported): string | undefined;
}

/** More than anybody calls from one file. */
const most = 60;

/** What the rules speak of: codes, messages, what catches errors or makes a call again; and what leads on to another module. */
const worthParsing = /\b[cC]ode\b|Code\b|\b[mM]essage\b|\bcatch\b|[rR]etr(?:y|ies)|\bfrom\s*["']|\brequire\s*\(/;

/** The declarations that a file reaches through its imports, and those that these reach in turn, each with the import that leads there. */
export function reachedDeclarations(imports: readonly ImportBinding[], links: Asked): ReadonlyMap<TSESTree.Node, Variable> {
  const found = new Map<TSESTree.Node, Variable>();
  const open: { readonly variable: Variable; readonly binding: Variable }[] = [];
  for (const binding of imports) {
    if (!isOfUse(binding.variable, links)) continue;
    const text = links.textBehind(binding);
    if (text === undefined || !(worthParsing.test(text) || namesTencentCloud(text))) continue;
    open.push(...namesUsed(binding.variable, links).map((variable) => ({ variable, binding: binding.variable })));
  }
  for (const { binding, variable } of open) {
    const declaration = declarationOf(variable);
    if (declaration === undefined || found.has(declaration)) continue;
    const module = links.moduleOf(declaration);
    if (module === undefined || found.size >= most) continue;
    found.set(declaration, binding);
    for (const identifier of identifiersOf(declaration, module)) {
      // What a function does with what it was told is seen from there on; what else it calls knows as much alone.
      if (!isConstantRead(identifier) && !tellsOfErrors(identifier, (name) => links.variableOf(name))) continue;
      const used = links.variableOf(identifier);
      if (used !== undefined && isAtTop(used)) open.push({ variable: used, binding });
    }
  }
  const outermost = [...found].filter(([declaration]) => !hasAncestorIn(declaration, found));
  return new Map(outermost.flatMap(([declaration, binding]) => piecesOf(declaration).filter((piece) => speaksOfErrors(piece, links)).map((piece) => [piece, binding] as const)));
}

/** A class is looked at member by member: most of a client's have nothing to do with errors. */
function piecesOf(declaration: TSESTree.Node): readonly TSESTree.Node[] {
  return declaration.type === "ClassDeclaration" ? declaration.body.body : [declaration];
}

/** What the rules judge: tests of codes and messages, raw answers, handlers of errors, lists of what is retried. */
const judged = /\b[cC]ode\b|Code|[mM]essage|\bcatch\b|[rR]etr(?:y|ies)|Response|["'`][A-Z][A-Za-z]+\.[A-Z]/;

function speaksOfErrors(piece: TSESTree.Node, links: Asked): boolean {
  const module = links.moduleOf(piece);
  return module !== undefined && judged.test(module.sourceCode.getText(piece));
}

/** Whether the file tells what it imports of errors, or takes constants from it, which lists of codes are. */
function isOfUse({ references }: Variable, links: Asked): boolean {
  return references.some(({ identifier, init }) => init !== true && (tellsOfErrors(identifier, links.variableIn) || isConstantRead(identifier)));
}

/** `CODES.includes(…)`, `CODES[…]`, `...CODES`, `e.code === GONE` */
function isConstantRead({ parent }: TSESTree.Node): boolean {
  return parent?.type === "SpreadElement" || parent?.type === "BinaryExpression" || (parent?.type === "MemberExpression" && (parent.computed || /^(?:has|includes|indexOf|some|test|[A-Z]\w*)$/.test(propertyName(parent) ?? "")));
}

/** What an import stands for; of a namespace, the members that are read. */
function namesUsed(binding: Variable, links: Asked): Variable[] {
  const variable = links.behind(binding);
  const value = variable.defs[0]?.type === "Variable" ? variable.defs[0].node.init : null;
  if (variable === binding || value?.type !== "ObjectExpression") return variable === binding ? [] : [variable];
  const names = new Set(binding.references.map(({ identifier: { parent } }) => (parent?.type === "MemberExpression" ? propertyName(parent) : undefined)));
  const members = value.properties.flatMap((property) => (property.type === "Property" && names.has(propertyName(property)) ? [links.variableOf(property.value)] : []));
  return [variable, ...members.filter((member) => member !== undefined)];
}

function declarationOf({ defs: [definition] }: Variable): TSESTree.Node | undefined {
  if (definition === undefined) return undefined;
  const { node } = definition;
  if (node.type === "FunctionDeclaration" || node.type === "ClassDeclaration") return node;
  if (node.type !== "VariableDeclarator") return undefined;
  // A constant that was made for a value stands in no tree.
  return node.range[0] === node.range[1] ? (node.init ?? undefined) : node;
}

function isAtTop({ scope }: Variable): boolean {
  return scope.type === "module" || scope.type === "global";
}

/** The names in a declaration that can lead on. */
function identifiersOf(declaration: TSESTree.Node, module: LinkedModule): readonly TSESTree.Node[] {
  const kept = (module.syntaxAnswers.get(identifiersOf) ?? new Map()) as Map<TSESTree.Node, readonly TSESTree.Node[]>;
  module.syntaxAnswers.set(identifiersOf, kept);
  const found = kept.get(declaration) ?? identifiersIn(declaration, module);
  kept.set(declaration, found);
  return found;
}

function identifiersIn(root: TSESTree.Node, { sourceCode: { visitorKeys } }: LinkedModule): TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  const open: TSESTree.Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "Identifier" && (isConstantRead(node) || canTellOfErrors(node))) found.push(node);
    for (const key of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, unknown>)[key];
      for (const item of Array.isArray(child) ? child : [child]) if (item !== null && typeof item === "object") open.push(item as TSESTree.Node);
    }
  }
  return found;
}

function hasAncestorIn(node: TSESTree.Node, nodes: ReadonlyMap<TSESTree.Node, unknown>): boolean {
  for (let at = node.parent; at != null; at = at.parent) if (nodes.has(at)) return true;
  return false;
}
