import type { TSESTree } from "@typescript-eslint/utils";
import type { Variable } from "../source/file.js";
import { Grounds } from "../source/grounds.js";
import type { LinkedModule, LinkedModules } from "../source/linked-modules.js";
import { isInside, propertyName } from "../source/syntax.js";
import type { ExportTable, Exported } from "./exports.js";
import type { Following } from "./followed.js";
import { importedBy, type ImportBinding, type Imported } from "./imports.js";
import { objectOfNames, variableOfImport, variableOfValue } from "./made-variables.js";
import type { ParsedModule } from "./parse.js";
import { Reach, type Root } from "./reach.js";
import { reachedDeclarations } from "./reached.js";

/** Of what holds for no other file. */
const ofThisFile = Object.assign(new Grounds(), { ofFile: true });

/** Where `export *` leads from a module, and the names that have not been looked for. */
interface Stars {
  readonly found: (string | undefined)[];
  readonly sources: readonly string[];
}

/** A constant that holds all exports of a module as the properties of an object. */
interface Namespace {
  readonly variable: Variable;
  readonly identifiers: ReadonlyMap<string, TSESTree.Identifier>;
  readonly grounds: Grounds;
}

/**
 * The modules that a file is linked to.
 *
 * @example
 * // a.js: import { isGone } from "./b.js";    b.js: export const isGone = (e) => e.code === "InvalidDisk.Gone";
 * linksOf({ path: "/a.js", imports, … }, following).behind(isGone); // the variable that b.js declares, with the function as its value
 */
export function linksOf(root: Root, following: Following): LinkedModules {
  const reach = new Reach(root, following);
  if (root.sharedUnder !== undefined) root.answers.shared = reach;
  return new Links(root, following, reach);
}

/** Links one linted file to the modules that it imports: what stands behind a name, and where what stands there is named. */
class Links implements LinkedModules {
  private readonly found = new Map<Variable, Variable>();
  /** What the variables behind imports of other modules are known by; those that are being looked for are not there yet. */
  private readonly foundBy = new Map<Variable, Grounds>();
  private sources: ReadonlySet<string> | "unknown" | undefined;
  private readonly stars = new Map<string, Stars>();
  private readonly namespaces = new Map<ParsedModule, Namespace>();
  private readonly identifiers = new Map<Variable, ReadonlyMap<string, TSESTree.Identifier>>();
  /** The identifiers of namespaces, with the exports that they stand for. */
  private readonly members = new Map<TSESTree.Node, { readonly path: string; readonly name: string }>();
  private readonly made = new Map<TSESTree.Node, Variable>();
  private reached: readonly TSESTree.Node[] | undefined;
  /** The declarations elsewhere by the imports of the linted file through which they were reached first. */
  private readonly origins = new Map<TSESTree.Node, Variable>();

  constructor(
    private readonly root: Root,
    private readonly following: Following,
    private readonly reach: Reach,
  ) {}

  watch(): () => boolean {
    return this.reach.watch();
  }

  behind(variable: Variable): Variable {
    const known = this.found.get(variable);
    if (known !== undefined) {
      const grounds = this.foundBy.get(variable);
      if (grounds !== undefined) this.reach.grounds?.add(grounds);
      return known;
    }
    const imported = importedBy(variable);
    // A circle of imports leads nowhere.
    this.found.set(variable, variable);
    if (imported === undefined) return variable;
    const { reach } = this;
    const { through } = reach;
    const from = reach.pathOf(variable);
    if (from === this.root.path) reach.through = variable;
    // What is seen half way holds for nobody else.
    this.foundBy.set(variable, ofThisFile);
    const { found, grounds } = reach.collect(() => {
      try {
        return this.follow(from, imported) ?? variable;
      } finally {
        reach.through = through;
      }
    });
    this.found.set(variable, found);
    this.foundBy.set(variable, grounds);
    this.reach.grounds?.add(grounds);
    return found;
  }

  memberOf(namespace: Variable, name: string): TSESTree.Identifier | undefined {
    return this.namespaces.size === 0 ? undefined : this.identifiers.get(namespace)?.get(name);
  }

  variableOf(identifier: TSESTree.Node): Variable | undefined {
    const member = this.members.get(identifier);
    if (member !== undefined) return this.exportOf(member.path, member.name, new Set());
    const variable = this.made.get(identifier) ?? (this.reach.parsedOf(identifier) ?? this.root).ownVariableOf(identifier);
    return variable === undefined ? undefined : this.behind(variable);
  }

  moduleOf(node: TSESTree.Node): LinkedModule | undefined {
    return this.reach.parsedOf(node);
  }

  importsFrom(isNamed: (source: string) => boolean): boolean {
    this.reach.leanOnFile();
    this.sources ??= this.root.sources() ?? "unknown";
    return this.sources === "unknown" || [...this.sources].some(isNamed);
  }

  placesOf(variable: Variable): readonly TSESTree.Node[] {
    const own = variable.references.map(({ identifier }) => identifier as TSESTree.Node);
    const module = this.reach.parsedOf(variable.identifiers[0]);
    if (module === undefined) return own;
    const names = this.namesOfExport(variable, module.path);
    if (names.size === 0) return own.filter((place) => !isExport(place));
    this.reach.leanOnFile();
    return [...own.filter((place) => !isExport(place)), ...this.placesInImporters(variable, names)];
  }

  declarations(): readonly TSESTree.Node[] {
    this.reach.leanOnFile();
    if (this.reached === undefined) {
      this.reached = [];
      const reached = reachedDeclarations(this.root.imports, { behind: (variable) => this.behind(variable), moduleOf: (node) => this.moduleOf(node), textBehind: (imported) => this.textBehind(imported), variableIn: this.root.ownVariableOf, variableOf: (identifier) => this.variableOf(identifier) });
      for (const [declaration, binding] of reached) this.origins.set(declaration, binding);
      this.reached = [...reached.keys()];
    }
    return this.reached;
  }

  modules(): readonly LinkedModule[] {
    const reached = new Set(this.declarations().map((declaration) => this.reach.parsedOf(declaration)));
    return this.reach.parsed.filter((module) => reached.has(module));
  }

  /** The module that an import of the linted file leads to first, its text read but not parsed. */
  textBehind({ source }: Imported): string | undefined {
    const path = this.reach.leadOf(this.root.path, source);
    return this.reach.placedAt(path)?.module.text;
  }

  placeLeadingTo(node: TSESTree.Node): TSESTree.Node | undefined {
    const declared = [...this.origins].find(([declaration]) => isInside(node, declaration))?.[1];
    const path = this.reach.parsedOf(node)?.path;
    const through = declared ?? (path === undefined ? undefined : this.reach.placedAt(path)?.through);
    return (through?.references.find((reference) => reference.init !== true) ?? through?.references[0])?.identifier;
  }

  private follow(from: string, { name, source }: Imported, seen = new Set<string>()): Variable | undefined {
    const path = this.reach.leadOf(from, source);
    return path === undefined ? undefined : this.exportOf(path, name, seen);
  }

  /** What a module exports under a name. */
  private exportOf(path: string, name: string, seen: Set<string>): Variable | undefined {
    const key = `${path}\n${name}`;
    const syntax = seen.has(key) ? undefined : this.reach.syntaxOf(path);
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
      if (!mayExport(this.reach.placedAt(star)?.module.text ?? "", name)) continue;
      const found = this.exportOf(star, name, seen);
      if (found !== undefined) return found;
    }
    if (table.whole !== undefined && "source" in table.whole) return this.exported(path, { source: table.whole.source, name }, seen);
    const [only, second] = table.stars.filter((source) => this.following.knows(source, path));
    return only === undefined || second !== undefined ? undefined : this.exported(path, { source: only, name }, seen);
  }

  /** The modules that `export *` of another leads to. Each is looked for when it is first asked for, and once, however many names are. */
  private *starsOf(path: string, { stars }: ExportTable): Generator<string> {
    const known = this.stars.get(path) ?? { found: [], sources: [...new Set(stars)] };
    this.stars.set(path, known);
    for (const [index, source] of known.sources.entries()) {
      const star = this.findStar(path, source, index, known);
      if (star !== undefined && known.found.indexOf(star) === index) yield star;
    }
  }

  private findStar(path: string, source: string, index: number, { found }: Stars): string | undefined {
    if (index === found.length) found.push(this.reach.leadOf(path, source));
    else this.reach.note(this.reach.placedAt(path)?.module.followedBy(source));
    return found[index];
  }

  private exported(path: string, exported: Exported, seen: Set<string>): Variable | undefined {
    return "variable" in exported ? this.behind(exported.variable) : (this.follow(path, exported, seen) ?? this.handedOn(path, exported));
  }

  /** A variable for what a module hands on of one that is known by its name: `export { cbs } from "tencentcloud-sdk-nodejs"`. */
  private handedOn(path: string, imported: Imported): Variable | undefined {
    const module = this.following.knows(imported.source, path) ? this.reach.syntaxOf(path)?.parsed : undefined;
    return module === undefined ? undefined : variableOfImport(module, imported);
  }

  private namespaceOf(module: ParsedModule): Variable {
    const known = this.namespaces.get(module) ?? (this.reach.find(objectOfNames, module.program)?.answer as Namespace | undefined) ?? this.madeNamespaceOf(module);
    const { grounds, identifiers, variable } = known;
    if (!this.namespaces.has(module)) {
      this.namespaces.set(module, known);
      this.identifiers.set(variable, identifiers);
      for (const [name, identifier] of identifiers) this.members.set(identifier, { path: module.path, name });
      for (const identifier of variable.identifiers) this.made.set(identifier, variable);
    }
    this.reach.grounds?.add(grounds);
    return variable;
  }

  private madeNamespaceOf(module: ParsedModule): Namespace {
    const { found: names, grounds } = this.reach.collect(() => this.namesOf(module.path, new Set()));
    const { identifiers, object } = objectOfNames(module, [...names]);
    const namespace = { variable: variableOfValue({ ...module, made: this.made }, "exports", object), identifiers, grounds };
    if (!grounds.ofFile) this.reach.keep(objectOfNames, module.program, { answer: namespace, height: 0, grounds });
    return namespace;
  }

  private namesOf(path: string, seen: Set<string>): ReadonlySet<string> {
    const syntax = seen.has(path) ? undefined : this.reach.syntaxOf(path);
    if (syntax === undefined) return new Set();
    seen.add(path);
    const names = new Set(syntax.table.named.keys());
    for (const star of this.starsOf(path, syntax.table)) for (const name of this.namesOf(star, seen)) if (name !== "default") names.add(name);
    return names;
  }

  private placesInImporters(variable: Variable, names: ReadonlySet<string>): TSESTree.Node[] {
    const importers = [{ path: this.root.path, imports: this.root.imports }, ...this.reach.parsed.map((module) => ({ path: module.path, imports: this.reach.placedAt(module.path)?.module.imports() ?? [] }))];
    return importers.flatMap((importer) => importer.imports.filter(({ name }) => name === "*" || name === "=" || names.has(name)).flatMap((binding) => this.placesOfBinding(binding, variable, names)));
  }

  /** The names under which a module exports a variable. */
  private namesOfExport(variable: Variable, path: string): ReadonlySet<string> {
    const names = new Set<string>();
    const table = this.reach.syntaxOf(path)?.table;
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
