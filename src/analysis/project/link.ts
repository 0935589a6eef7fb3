import type { TSESTree } from "@typescript-eslint/utils";
import { isBuiltin } from "node:module";
import type { Variable } from "../source/file.js";
import type { LinkedModule, LinkedModules } from "../source/linked-modules.js";
import { isInside, propertyName } from "../source/syntax.js";
import type { ExportTable, Exported } from "./exports.js";
import { files } from "./files.js";
import { isReadable, type Following } from "./followed.js";
import { importedBy, type ImportBinding, type Imported } from "./imports.js";
import { objectOfNames, variableOfValue } from "./made-variables.js";
import { moduleAt, type ProjectModule } from "./modules.js";
import type { ParsedModule } from "./parse.js";
import { reachedDeclarations } from "./reached.js";

/** How many imports lead from the linted file to a module, one after the other. */
const deepest = 5;
/** How many modules one file is linked to, and of how many more the text is looked at. */
const most = 40;
const mostTexts = 200;

/** A module as one linted file sees it. */
interface Placed {
  readonly module: ProjectModule;
  readonly depth: number;
  /** The import of the linted file through which it was reached first. */
  through: Variable | undefined;
}

/** Where `export *` leads from a module, and the names that have not been looked for. */
interface Stars {
  readonly found: string[];
  readonly open: Iterator<string>;
}

/** The linted file, where imports begin. */
export interface Root {
  readonly path: string;
  readonly imports: readonly ImportBinding[];
  /** Imports not followed. */
  readonly ownVariableOf: ParsedModule["ownVariableOf"];
}

/**
 * The modules that a file is linked to.
 *
 * @example
 * // a.js: import { isGone } from "./b.js";    b.js: export const isGone = (e) => e.code === "InvalidDisk.Gone";
 * linksOf({ path: "/a.js", imports }, following).behind(isGone); // the variable that b.js declares, with the function as its value
 */
export function linksOf(root: Root, following: Following): LinkedModules {
  return new Links(root, following);
}

/** Links one linted file to the modules that it imports. Each is looked at on disk once, and read where a question leads into it. */
class Links implements LinkedModules {
  private readonly placed = new Map<string, Placed | undefined>();
  private readonly parsed: ParsedModule[] = [];
  private readonly found = new Map<Variable, Variable>();
  private readonly stars = new Map<string, Stars>();
  private readonly namespaces = new Map<ParsedModule, Variable>();
  private readonly identifiers = new Map<Variable, ReadonlyMap<string, TSESTree.Identifier>>();
  /** The identifiers of namespaces, with the exports that they stand for. */
  private readonly members = new Map<TSESTree.Node, { readonly path: string; readonly name: string }>();
  private readonly made = new Map<TSESTree.Node, Variable>();
  private reached: readonly TSESTree.Node[] | undefined;
  /** The declarations elsewhere by the imports of the linted file through which they were reached first. */
  private readonly origins = new Map<TSESTree.Node, Variable>();
  /** The import of the linted file that is being followed. */
  private through: Variable | undefined;

  constructor(
    private readonly root: Root,
    private readonly following: Following,
  ) {}

  behind(variable: Variable): Variable {
    const known = this.found.get(variable);
    if (known !== undefined) return known;
    const imported = importedBy(variable);
    // A circle of imports leads nowhere.
    this.found.set(variable, variable);
    if (imported === undefined) return variable;
    const { through } = this;
    const from = this.pathOf(variable);
    if (from === this.root.path) this.through = variable;
    const found = this.follow(from, imported) ?? variable;
    this.through = through;
    this.found.set(variable, found);
    return found;
  }

  memberOf(namespace: Variable, name: string): TSESTree.Identifier | undefined {
    return this.namespaces.size === 0 ? undefined : this.identifiers.get(namespace)?.get(name);
  }

  variableOf(identifier: TSESTree.Node): Variable | undefined {
    const member = this.members.get(identifier);
    if (member !== undefined) return this.exportOf(member.path, member.name, new Set());
    const variable = this.made.get(identifier) ?? (this.parsedOf(identifier) ?? this.root).ownVariableOf(identifier);
    return variable === undefined ? undefined : this.behind(variable);
  }

  moduleOf(node: TSESTree.Node): LinkedModule | undefined {
    return this.parsedOf(node);
  }

  placesOf(variable: Variable): readonly TSESTree.Node[] {
    const own = variable.references.map(({ identifier }) => identifier as TSESTree.Node);
    const module = this.parsedOf(variable.identifiers[0]);
    if (module === undefined) return own;
    return [...own.filter((place) => !isExport(place)), ...this.placesInImporters(variable, module.path)];
  }

  declarations(): readonly TSESTree.Node[] {
    if (this.reached === undefined) {
      this.reached = [];
      const reached = reachedDeclarations(this.root.imports, { behind: (variable) => this.behind(variable), moduleOf: (node) => this.moduleOf(node), textBehind: (imported) => this.textBehind(imported), variableIn: this.root.ownVariableOf, variableOf: (identifier) => this.variableOf(identifier) });
      for (const [declaration, binding] of reached) this.origins.set(declaration, binding);
      this.reached = [...reached.keys()];
    }
    return this.reached;
  }

  modules(): readonly LinkedModule[] {
    const reached = new Set(this.declarations().map((declaration) => this.parsedOf(declaration)));
    return this.parsed.filter((module) => reached.has(module));
  }

  /** The module that an import of the linted file leads to first, its text read but not parsed. */
  textBehind({ source }: Imported): string | undefined {
    const path = this.resolve(this.root.path, source);
    return path === undefined ? undefined : this.place(path, this.root.path)?.module.text;
  }

  placeLeadingTo(node: TSESTree.Node): TSESTree.Node | undefined {
    const declared = [...this.origins].find(([declaration]) => isInside(node, declaration))?.[1];
    const path = this.parsedOf(node)?.path;
    const through = declared ?? (path === undefined ? undefined : this.placed.get(path)?.through);
    return (through?.references.find((reference) => reference.init !== true) ?? through?.references[0])?.identifier;
  }

  private parsedOf(node: TSESTree.Node | undefined): ParsedModule | undefined {
    if (node === undefined || node.range[0] >= 0) return undefined;
    const [at] = node.range;
    return this.parsed.find(({ start, end }) => start <= at && at < end);
  }

  private pathOf(variable: Variable): string {
    return this.parsedOf(variable.identifiers[0])?.path ?? this.root.path;
  }

  private resolve(from: string, source: string): string | undefined {
    return isBuiltin(source) || !this.following.mayFollow(source) ? undefined : files().resolve(from, source);
  }

  private follow(from: string, { name, source }: Imported, seen = new Set<string>()): Variable | undefined {
    const path = this.resolve(from, source);
    if (path === undefined || this.place(path, from) === undefined) return undefined;
    return this.exportOf(path, name, seen);
  }

  /** The module at a path as this file sees it; undefined where it cannot be read, or is too far away. */
  private place(path: string, from: string): Placed | undefined {
    const known = this.placed.get(path);
    if (known !== undefined || this.placed.has(path)) return this.throughNow(known);
    const importer = this.placed.get(from);
    const depth = (importer?.depth ?? 0) + 1;
    if (path === this.root.path || depth > deepest || this.placed.size >= mostTexts) return undefined;
    const module = isReadable(path) ? moduleAt(path) : undefined;
    const placed = module === undefined || !this.following.follows(module, from) ? undefined : { module, depth, through: importer?.through ?? this.through };
    this.placed.set(path, placed);
    return placed;
  }

  /** A module whose text alone was looked at has no import that leads to it yet. */
  private throughNow(placed: Placed | undefined): Placed | undefined {
    if (placed !== undefined) placed.through ??= this.through;
    return placed;
  }

  private syntaxOf(path: string): { readonly parsed: ParsedModule; readonly table: ExportTable } | undefined {
    const module = this.placed.get(path)?.module;
    const isFull = this.parsed.length >= most && this.parsed.every((known) => known.path !== path);
    const parsed = isFull ? undefined : module?.parsed();
    const table = module?.exports();
    if (parsed === undefined || table === undefined) return undefined;
    if (!this.parsed.includes(parsed)) this.parsed.push(parsed);
    return { parsed, table };
  }

  /** What a module exports under a name. */
  private exportOf(path: string, name: string, seen: Set<string>): Variable | undefined {
    const key = `${path}\n${name}`;
    const syntax = seen.has(key) ? undefined : this.syntaxOf(path);
    if (syntax === undefined) return undefined;
    seen.add(key);
    const { parsed, table } = syntax;
    if (name === "*") return this.namespaceOf(parsed);
    if (name === "=") return table.whole === undefined ? this.namespaceOf(parsed) : this.exported(path, table.whole, seen);
    const named = table.named.get(name);
    if (named !== undefined) return this.exported(path, named, seen);
    if (name === "default") return this.exportOf(path, "=", seen);
    for (const star of this.starsOf(path, table)) {
      // A barrel leads to many modules, of which one has the name.
      if (!mayExport(this.placed.get(star)?.module.text ?? "", name)) continue;
      const found = this.exportOf(star, name, seen);
      if (found !== undefined) return found;
    }
    return table.whole !== undefined && "source" in table.whole ? this.follow(path, { source: table.whole.source, name }, seen) : undefined;
  }

  /** The modules that `export *` of another leads to. Each is looked for when it is first asked for, and once, however many names are. */
  private *starsOf(path: string, { stars }: ExportTable): Generator<string> {
    const known = this.stars.get(path) ?? { found: [], open: [...new Set(stars)].values() };
    this.stars.set(path, known);
    for (let index = 0; index < known.found.length || this.findStar(path, known); index += 1) {
      const star = known.found[index];
      if (star !== undefined) yield star;
    }
  }

  private findStar(path: string, { found, open }: Stars): boolean {
    for (let next = open.next(); next.done !== true; next = open.next()) {
      const star = this.resolve(path, next.value);
      if (star === undefined || found.includes(star) || this.place(star, path) === undefined) continue;
      found.push(star);
      return true;
    }
    return false;
  }

  private exported(path: string, exported: Exported, seen: Set<string>): Variable | undefined {
    return "variable" in exported ? this.behind(exported.variable) : this.follow(path, exported, seen);
  }

  /** A constant that holds all exports of a module as the properties of an object. */
  private namespaceOf(module: ParsedModule): Variable {
    const known = this.namespaces.get(module);
    if (known !== undefined) return known;
    const { identifiers, object } = objectOfNames(module, [...this.namesOf(module.path, new Set())]);
    for (const [name, identifier] of identifiers) this.members.set(identifier, { path: module.path, name });
    const variable = variableOfValue({ ...module, made: this.made }, "exports", object);
    this.namespaces.set(module, variable);
    this.identifiers.set(variable, identifiers);
    return variable;
  }

  private namesOf(path: string, seen: Set<string>): ReadonlySet<string> {
    const syntax = seen.has(path) ? undefined : this.syntaxOf(path);
    if (syntax === undefined) return new Set();
    seen.add(path);
    const names = new Set(syntax.table.named.keys());
    for (const star of this.starsOf(path, syntax.table)) for (const name of this.namesOf(star, seen)) if (name !== "default") names.add(name);
    return names;
  }

  private placesInImporters(variable: Variable, path: string): TSESTree.Node[] {
    const names = this.namesOfExport(variable, path);
    if (names.size === 0) return [];
    const importers = [{ path: this.root.path, imports: this.root.imports }, ...this.parsed.map((module) => ({ path: module.path, imports: this.placed.get(module.path)?.module.imports() ?? [] }))];
    return importers.flatMap((importer) => importer.imports.filter(({ name }) => name === "*" || name === "=" || names.has(name)).flatMap((binding) => this.placesOfBinding(binding, variable, names)));
  }

  /** The names under which a module exports a variable. */
  private namesOfExport(variable: Variable, path: string): ReadonlySet<string> {
    const names = new Set<string>();
    const table = this.syntaxOf(path)?.table;
    for (const [name, exported] of table?.named ?? []) if ("variable" in exported && this.behind(exported.variable) === variable) names.add(name);
    if (table?.whole !== undefined && "variable" in table.whole && table.whole.variable === variable) names.add("default").add("=");
    return names;
  }

  private placesOfBinding({ variable: binding }: ImportBinding, variable: Variable, names: ReadonlySet<string>): TSESTree.Node[] {
    const found = this.behind(binding);
    const own = binding.references.filter(({ init }) => init !== true).map(({ identifier }) => identifier as TSESTree.Node);
    if (found === variable) return own.filter((place) => !isExport(place));
    if (!this.identifiers.has(found)) return [];
    return own.flatMap(({ parent }) => {
      const name = parent?.type === "MemberExpression" && own.includes(parent.object) ? propertyName(parent) : undefined;
      return parent !== undefined && name !== undefined && names.has(name) && this.exportBehind(found, name) === variable ? [parent] : [];
    });
  }

  private exportBehind(namespace: Variable, name: string): Variable | undefined {
    const identifier = this.memberOf(namespace, name);
    return identifier === undefined ? undefined : this.variableOf(identifier);
  }
}

/** Whether a module that names `name`, or hands on what others export, may export it. */
function mayExport(text: string, name: string): boolean {
  return text.includes(name) || /\bexport\s*[*=]|__export|\bmodule\.exports\b/.test(text);
}

/** `export { place }`, `export default place`, `module.exports = place`, `module.exports = { place }` */
function isExport(place: TSESTree.Node): boolean {
  const { parent } = place;
  if (parent?.type === "ExportSpecifier" || parent?.type === "ExportDefaultDeclaration") return true;
  const value = parent?.type === "Property" && parent.value === place && parent.parent.type === "ObjectExpression" ? parent.parent : place;
  const assignment = value.parent;
  if (assignment?.type !== "AssignmentExpression" || assignment.right !== value || assignment.left.type !== "MemberExpression") return false;
  let root: TSESTree.Node = assignment.left;
  while (root.type === "MemberExpression") root = root.object;
  return root.type === "Identifier" && (root.name === "exports" || root.name === "module");
}
