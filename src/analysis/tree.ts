import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

type SourceCode = Readonly<TSESLint.SourceCode>;

/** The nodes below a root, and the root itself, in the order of their visits. */
interface Tree {
  readonly nodes: readonly TSESTree.Node[];
  /** The place after the last node below each node. */
  readonly ends: readonly number[];
  readonly places: ReadonlyMap<TSESTree.Node, number>;
  /** The places of the nodes of each type. */
  readonly byType: ReadonlyMap<string, readonly number[]>;
}

type NodesByType = { [Node in TSESTree.Node as `${Node["type"]}`]: Node };
export type NodeType = keyof NodesByType;

/**
 * Many questions look at the same nodes: which children a node has is found out once for all of them. Only the tree of the
 * last file is kept: files are looked at one after the other.
 */
let last: { readonly ast: TSESTree.Program; readonly tree: Tree } | undefined;

/** Visits a node and all below it, parents first; what `visit` answers with false is left out. */
export function walkTree(sourceCode: SourceCode, root: TSESTree.Node, visit: (node: TSESTree.Node) => boolean): void {
  const { nodes, ends, places } = treeWith(sourceCode, root);
  let place = places.get(root) ?? 0;
  const end = ends[place] ?? 0;
  while (place < end) place = visit(nodes[place] as TSESTree.Node) ? place + 1 : (ends[place] ?? end);
}

/** The nodes of a file that are of one of the types, parents first. */
export function nodesOfTypes<Type extends NodeType>(sourceCode: SourceCode, types: readonly Type[]): NodesByType[Type][] {
  const { byType, nodes } = treeWith(sourceCode, sourceCode.ast);
  const places = types.flatMap((type) => byType.get(type) ?? []);
  if (types.length > 1) places.sort((left, right) => left - right);
  return places.map((place) => nodes[place] as NodesByType[Type]);
}

/** The tree of the file, or one of its own for a node that stands in none, such as a part of a template. */
function treeWith(sourceCode: SourceCode, root: TSESTree.Node): Tree {
  const { ast } = sourceCode;
  last = last?.ast === ast ? last : { ast, tree: createTree(ast, sourceCode.visitorKeys) };
  const { tree } = last;
  return tree.places.has(root) ? tree : createTree(root, sourceCode.visitorKeys);
}

function createTree(root: TSESTree.Node, visitorKeys: SourceCode["visitorKeys"]): Tree {
  const nodes: TSESTree.Node[] = [];
  const parents: number[] = [];
  const places = new Map<TSESTree.Node, number>();
  const byType = new Map<string, number[]>();
  const open: TSESTree.Node[] = [root];
  const openParents: number[] = [-1];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const place = nodes.length;
    places.set(node, place);
    nodes.push(node);
    const alike = byType.get(node.type);
    if (alike === undefined) byType.set(node.type, [place]);
    else alike.push(place);
    parents.push(openParents.pop() ?? -1);
    const first = open.length;
    addChildren(node, visitorKeys[node.type] ?? [], open);
    for (let child = first; child < open.length; child += 1) openParents.push(place);
  }
  return { nodes, ends: endsOf(parents), places, byType };
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
