import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "./file.js";
import type { LinkedModule } from "./linked-modules.js";

type VisitorKeys = Readonly<Record<string, readonly string[] | undefined>>;

/** The nodes below a root, and the root itself, in the order of their visits. */
interface Tree {
  readonly nodes: readonly TSESTree.Node[];
  /** The place after the last node below each node. */
  readonly ends: readonly number[];
  /** The nodes of each type, in order. */
  readonly byType: ReadonlyMap<string, NodesAlike>;
}

interface NodesAlike {
  readonly nodes: TSESTree.Node[];
  /** Their places in the tree. */
  readonly places: number[];
}

type NodesByType = { [Node in TSESTree.Node as `${Node["type"]}`]: Node };
export type NodeType = keyof NodesByType;

/**
 * Many questions look at the same nodes: which children a node has is found out once for all of them. Only the tree of the
 * last file is kept: files are looked at one after the other.
 */
let last: { readonly ast: TSESTree.Program; readonly tree: Tree } | undefined;

/** Visits a node and all below it, parents first; what `visit` answers with false is left out. */
export function walkTree(file: AnalyzedFile, root: TSESTree.Node, visit: (node: TSESTree.Node) => boolean): void {
  const module = file.linked.moduleOf(root);
  const { visitorKeys } = (module ?? file).sourceCode;
  let tree = module === undefined ? treeOf(file) : treeOfModule(module);
  let place = placeOf(tree, root);
  if (place === undefined) {
    // A part of a template stands in no tree of the file, and some nodes are visited before what stands before them.
    tree = createTree(root, visitorKeys);
    place = 0;
  }
  const { nodes, ends } = tree;
  const end = ends[place] ?? 0;
  while (place < end) place = visit(nodes[place] as TSESTree.Node) ? place + 1 : (ends[place] ?? end);
}

/** The nodes of a file that are of one of the types, parents first, and after them those of the declarations elsewhere that it reaches. */
export function nodesOfTypes<Type extends NodeType>(file: AnalyzedFile, types: readonly Type[]): readonly NodesByType[Type][];
export function nodesOfTypes(file: AnalyzedFile, types: readonly string[]): readonly TSESTree.Node[] {
  const tree = treeOf(file);
  const declarations = file.linked.declarations();
  // While they are being looked for, there are none yet.
  return onceFor(file, declarations.length === 0 ? tree : declarations, types, () => (declarations.length === 0 ? nodesIn(tree, types) : [...nodesIn(tree, types), ...nodesInDeclarations(file, declarations, types)]));
}

/** Several questions ask for the same types. */
function onceFor(file: AnalyzedFile, where: object, types: readonly string[], find: () => readonly TSESTree.Node[]): readonly TSESTree.Node[] {
  const answers = file.answers.to(onceFor) as Map<object, Map<string, readonly TSESTree.Node[]>>;
  let byTypes = answers.get(where);
  if (byTypes === undefined) answers.set(where, (byTypes = new Map<string, readonly TSESTree.Node[]>()));
  const key = types.join(" ");
  const found = byTypes.get(key) ?? find();
  byTypes.set(key, found);
  return found;
}

function nodesIn({ byType }: Tree, types: readonly string[]): readonly TSESTree.Node[] {
  const lists = types.flatMap((type) => byType.get(type) ?? []);
  const [first, second] = lists;
  return second === undefined ? (first?.nodes ?? []) : merged(lists);
}

function nodesInDeclarations(file: AnalyzedFile, declarations: readonly TSESTree.Node[], types: readonly string[]): readonly TSESTree.Node[] {
  return declarations.flatMap((declaration) => {
    const module = file.linked.moduleOf(declaration);
    const below = module === undefined ? undefined : nodesBelow(file, module, declaration);
    return types.flatMap((type) => below?.get(type) ?? []);
  });
}

type ByType = ReadonlyMap<string, readonly TSESTree.Node[]>;

/** The nodes of a declaration in another module by their types. */
function nodesBelow(file: AnalyzedFile, { syntaxAnswers }: LinkedModule, declaration: TSESTree.Node): ByType {
  const known = syntaxAnswers.get(declaration) as ByType | undefined;
  if (known !== undefined) return known;
  const byType = new Map<string, TSESTree.Node[]>();
  walkTree(file, declaration, (node) => {
    const alike = byType.get(node.type);
    if (alike === undefined) byType.set(node.type, [node]);
    else alike.push(node);
    return true;
  });
  syntaxAnswers.set(declaration, byType);
  return byType;
}

/** Several lists in one: always the node that stands first among those that come next in their list. */
function merged(lists: readonly NodesAlike[]): readonly TSESTree.Node[] {
  const nodes: TSESTree.Node[] = [];
  const open = lists.map(({ nodes: alike, places }) => ({ alike, places, index: 0, place: places[0] ?? 0 }));
  for (;;) {
    let next = open[0];
    if (next === undefined) return nodes;
    for (const list of open) if (list.place < next.place) next = list;
    nodes.push(next.alike[next.index] as TSESTree.Node);
    next.index += 1;
    const place = next.places[next.index];
    if (place === undefined) open.splice(open.indexOf(next), 1);
    else next.place = place;
  }
}

function treeOf({ sourceCode: { ast, visitorKeys } }: AnalyzedFile): Tree {
  if (last?.ast !== ast) last = { ast, tree: createTree(ast, visitorKeys) };
  return last.tree;
}

function treeOfModule({ program, sourceCode: { visitorKeys }, syntaxAnswers }: LinkedModule): Tree {
  const tree = (syntaxAnswers.get(treeOfModule) as Tree | undefined) ?? createTree(program, visitorKeys);
  syntaxAnswers.set(treeOfModule, tree);
  return tree;
}

/**
 * Where a node stands; undefined when it is not found. It is looked for by where its text begins: a map of all nodes takes
 * as long to fill as the tree itself.
 */
function placeOf({ byType }: Tree, node: TSESTree.Node): number | undefined {
  const alike = byType.get(node.type);
  if (alike === undefined) return undefined;
  const { nodes, places } = alike;
  const [start] = node.range;
  let low = 0;
  for (let high = nodes.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((nodes[middle] as TSESTree.Node).range[0] < start) low = middle + 1;
    else high = middle;
  }
  for (let index = low; nodes[index]?.range[0] === start; index += 1) if (nodes[index] === node) return places[index];
  return undefined;
}

function createTree(root: TSESTree.Node, visitorKeys: VisitorKeys): Tree {
  const nodes: TSESTree.Node[] = [];
  const parents: number[] = [];
  const byType = new Map<string, NodesAlike>();
  const open: TSESTree.Node[] = [root];
  const openParents: number[] = [-1];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const place = nodes.length;
    nodes.push(node);
    const alike = byType.get(node.type);
    if (alike === undefined) byType.set(node.type, { nodes: [node], places: [place] });
    else {
      alike.nodes.push(node);
      alike.places.push(place);
    }
    parents.push(openParents.pop() ?? -1);
    const first = open.length;
    addChildren(node, visitorKeys[node.type] ?? [], open);
    for (let child = first; child < open.length; child += 1) openParents.push(place);
  }
  return { nodes, ends: endsOf(parents), byType };
}

/** Adds the children of a node, the last one first. */
function addChildren(node: TSESTree.Node, keys: readonly string[], open: TSESTree.Node[]): void {
  for (let index = keys.length - 1; index >= 0; index -= 1) {
    const child = (node as unknown as Record<string, unknown>)[keys[index] as string];
    if (Array.isArray(child)) {
      for (let item = child.length - 1; item >= 0; item -= 1) if (isNode(child[item])) open.push(child[item] as TSESTree.Node);
    } else if (isNode(child)) open.push(child);
  }
}

/** From the last node to the first: where a node ends is known once all below it are. */
function endsOf(parents: readonly number[]): readonly number[] {
  const ends = parents.map((_, place) => place + 1);
  for (let place = parents.length - 1; place > 0; place -= 1) {
    const parent = parents[place] ?? 0;
    ends[parent] = Math.max(ends[parent] ?? 0, ends[place] ?? 0);
  }
  return ends;
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}
