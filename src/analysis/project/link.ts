import type { TSESTree } from "@typescript-eslint/utils";
import { isBuiltin } from "node:module";
import type { Answers, SettledAnswer, SharedAnswers } from "../source/answer-once.js";
import type { Variable } from "../source/file.js";
import { Grounds, type FollowedImport, type Ground } from "../source/grounds.js";
import type { LinkedModule, LinkedModules } from "../source/linked-modules.js";
import { isInside, propertyName } from "../source/syntax.js";
import type { ExportTable, Exported } from "./exports.js";
import { files } from "./files.js";
import { isHelperText, isReadable, type Following } from "./followed.js";
import { importedBy, type ImportBinding, type Imported } from "./imports.js";
import { objectOfNames, variableOfImport, variableOfValue } from "./made-variables.js";
import { moduleAt, type ProjectModule } from "./modules.js";
import type { ParsedModule } from "./parse.js";
import { reachedDeclarations } from "./reached.js";

/** How many imports lead from the linted file to a module, one after the other. */
const deepest = 5;
/** How many modules one file is linked to, and of how many more the text is looked at. */
const most = 40;
const mostTexts = 200;

/** Of what holds for no other file. */
const ofThisFile = Object.assign(new Grounds(), { ofFile: true });

/** A module as one linted file sees it. */
interface Placed {
  readonly module: ProjectModule;
  readonly depth: number;
  /** The import of the linted file through which it was reached first. */
  through: Variable | undefined;
}

/** An import that was followed, with what its file was like. */
interface Led {
  readonly from: string;
  readonly source: string;
  readonly path: string | undefined;
  readonly stamp: string | undefined;
}

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

/** The linted file, where imports begin. */
export interface Root {
  readonly path: string;
  readonly imports: readonly ImportBinding[];
  /** Imports not followed. */
  readonly ownVariableOf: ParsedModule["ownVariableOf"];
  readonly answers: Answers;
  /** What answers depend on that are kept for other files too: the settings, by the rules' names for them; undefined to keep none. */
  readonly sharedUnder: string | undefined;
  /** What it and all modules that it can be linked to import from; undefined where that cannot be told. */
  readonly sources: () => ReadonlySet<string> | undefined;
}

/**
 * The modules that a file is linked to.
 *
 * @example
 * // a.js: import { isGone } from "./b.js";    b.js: export const isGone = (e) => e.code === "InvalidDisk.Gone";
 * linksOf({ path: "/a.js", imports, … }, following).behind(isGone); // the variable that b.js declares, with the function as its value
 */
export function linksOf(root: Root, following: Following): LinkedModules {
  const links = new Links(root, following);
  if (root.sharedUnder !== undefined) root.answers.shared = links;
  return links;
}

/** Links one linted file to the modules that it imports. Each is looked at on disk once, and read where a question leads into it. */
class Links implements LinkedModules, SharedAnswers {
  private readonly placed = new Map<string, Placed | undefined>();
  private readonly parsed: ParsedModule[] = [];
  private readonly found = new Map<Variable, Variable>();
  /** What the variables behind imports of other modules are known by; those that are being looked for are not there yet. */
  private readonly foundBy = new Map<Variable, Grounds>();
  private collecting: Grounds | undefined;
  private readonly led: Led[] = [];
  private sources: ReadonlySet<string> | "unknown" | undefined;
  private readonly held = new Map<Ground, boolean>();
  private readonly stars = new Map<string, Stars>();
  private readonly namespaces = new Map<ParsedModule, Namespace>();
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
    if (known !== undefined) {
      const grounds = this.foundBy.get(variable);
      if (grounds !== undefined) this.grounds?.add(grounds);
      return known;
    }
    const imported = importedBy(variable);
    // A circle of imports leads nowhere.
    this.found.set(variable, variable);
    if (imported === undefined) return variable;
    const { collecting, through } = this;
    const from = this.pathOf(variable);
    if (from === this.root.path) this.through = variable;
    const grounds = new Grounds();
    // What is seen half way holds for nobody else.
    this.foundBy.set(variable, ofThisFile);
    this.collecting = grounds;
    let found = variable;
    try {
      found = this.follow(from, imported) ?? variable;
    } finally {
      this.collecting = collecting;
      this.through = through;
    }
    this.found.set(variable, found);
    this.foundBy.set(variable, grounds);
    this.grounds?.add(grounds);
    return found;
  }

  find(question: unknown, node: object): SettledAnswer | undefined {
    const { sharedUnder } = this.root;
    const known = sharedUnder === undefined ? undefined : this.placedOf(node)?.module.answerTo(sharedUnder, question, node);
    if (known === undefined) return undefined;
    for (const ground of known.grounds.all) if (!this.holds(ground)) return undefined;
    return known;
  }

  keep(question: unknown, node: object, answer: SettledAnswer): void {
    const { sharedUnder } = this.root;
    if (sharedUnder !== undefined) this.placedOf(node)?.module.keep(sharedUnder, question, node, answer);
  }

  /** Whether another file's way is this one's too: it is gone once more, as if it had been asked for. */
  private holds(ground: Ground): boolean {
    const known = this.held.get(ground) ?? ("read" in ground ? this.placedAt(ground.path)?.module === ground.read && this.canRead(ground.path) : this.leadsTheSameWay(ground));
    this.held.set(ground, known);
    return known;
  }

  private canRead(path: string): boolean {
    return this.syntaxOf(path) !== undefined || this.parsed.length < most;
  }

  private leadsTheSameWay({ from, module, path, source }: FollowedImport): boolean {
    return this.placedAt(from) !== undefined && this.leadOf(from, source) === (module === undefined ? undefined : path) && this.placedAt(path)?.module === module;
  }

  private placedAt(path: string | undefined): Placed | undefined {
    return path === undefined ? undefined : this.placed.get(path);
  }

  private placedOf(node: object): Placed | undefined {
    const place = "identifiers" in node ? (node as Variable).identifiers[0] : (node as TSESTree.Node);
    return this.placedAt(this.parsedOf(place)?.path);
  }

  private get grounds(): Grounds | undefined {
    return this.collecting ?? this.root.answers.grounds;
  }

  private leanOnFile(): void {
    const { grounds } = this;
    if (grounds !== undefined) grounds.ofFile = true;
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

  watch(): () => boolean {
    const led = [...this.led];
    return () => led.every(({ from, path, source, stamp }) => files().resolve(from, source) === path && (path === undefined || files().stamp(path) === stamp));
  }

  importsFrom(isNamed: (source: string) => boolean): boolean {
    this.leanOnFile();
    this.sources ??= this.root.sources() ?? "unknown";
    return this.sources === "unknown" || [...this.sources].some(isNamed);
  }

  placesOf(variable: Variable): readonly TSESTree.Node[] {
    const own = variable.references.map(({ identifier }) => identifier as TSESTree.Node);
    const module = this.parsedOf(variable.identifiers[0]);
    if (module === undefined) return own;
    const names = this.namesOfExport(variable, module.path);
    if (names.size === 0) return own.filter((place) => !isExport(place));
    this.leanOnFile();
    return [...own.filter((place) => !isExport(place)), ...this.placesInImporters(variable, names)];
  }

  declarations(): readonly TSESTree.Node[] {
    this.leanOnFile();
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
    const path = this.leadOf(this.root.path, source);
    return this.placedAt(path)?.module.text;
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

  /** The path of the module that an import leads to; undefined where it leads to none that is followed. */
  private leadOf(from: string, source: string): string | undefined {
    if (isBuiltin(source) || !this.following.mayFollow(source)) return undefined;
    const path = files().resolve(from, source);
    const placed = path === undefined ? undefined : this.place(path, from);
    // Of what is kept for others, they see for themselves whether it holds.
    if (this.root.sharedUnder === undefined) this.led.push({ from, source, path, stamp: path === undefined ? undefined : (placed?.module.stamp ?? files().stamp(path)) });
    this.note(this.placedAt(from)?.module.follows(source, path, placed?.module));
    return placed === undefined ? undefined : path;
  }

  private follow(from: string, { name, source }: Imported, seen = new Set<string>()): Variable | undefined {
    const path = this.leadOf(from, source);
    return path === undefined ? undefined : this.exportOf(path, name, seen);
  }

  /** The module at a path as this file sees it; undefined where it cannot be read, or is too far away. */
  private place(path: string, from: string): Placed | undefined {
    const known = this.placed.get(path);
    if (known !== undefined || this.placed.has(path)) return this.throughNow(known);
    const importer = this.placed.get(from);
    const depth = (importer?.depth ?? 0) + 1;
    if (path === this.root.path || depth > deepest || this.placed.size >= mostTexts) {
      this.leanOnFile();
      return undefined;
    }
    const module = isReadable(path) ? moduleAt(path) : undefined;
    const placed = module === undefined || !this.following.follows(path, from, () => isHelperText(module.text)) ? undefined : { module, depth, through: importer?.through ?? this.through };
    this.placed.set(path, placed);
    return placed;
  }

  /** A module whose text alone was looked at has no import that leads to it yet. */
  private throughNow(placed: Placed | undefined): Placed | undefined {
    if (placed !== undefined) placed.through ??= this.through;
    return placed;
  }

  private syntaxOf(path: string): { readonly parsed: ParsedModule; readonly table: ExportTable } | undefined {
    const module = this.placedAt(path)?.module;
    if (module === undefined) return undefined;
    if (this.parsed.length >= most && this.parsed.every((known) => known.path !== path)) {
      this.leanOnFile();
      return undefined;
    }
    this.grounds?.note(module.reading);
    const parsed = module.parsed();
    const table = module.exports();
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
    if (index === found.length) found.push(this.leadOf(path, source));
    else this.note(this.placedAt(path)?.module.followedBy(source));
    return found[index];
  }

  private note(followed: FollowedImport | undefined): void {
    if (followed === undefined) this.leanOnFile();
    else this.grounds?.note(followed);
  }

  private exported(path: string, exported: Exported, seen: Set<string>): Variable | undefined {
    return "variable" in exported ? this.behind(exported.variable) : (this.follow(path, exported, seen) ?? this.handedOn(path, exported));
  }

  /** A variable for what a module hands on of one that is known by its name: `export { cbs } from "tencentcloud-sdk-nodejs"`. */
  private handedOn(path: string, imported: Imported): Variable | undefined {
    const module = this.following.knows(imported.source, path) ? this.syntaxOf(path)?.parsed : undefined;
    return module === undefined ? undefined : variableOfImport(module, imported);
  }

  private namespaceOf(module: ParsedModule): Variable {
    const known = this.namespaces.get(module) ?? (this.find(objectOfNames, module.program)?.answer as Namespace | undefined) ?? this.madeNamespaceOf(module);
    const { grounds, identifiers, variable } = known;
    if (!this.namespaces.has(module)) {
      this.namespaces.set(module, known);
      this.identifiers.set(variable, identifiers);
      for (const [name, identifier] of identifiers) this.members.set(identifier, { path: module.path, name });
      for (const identifier of variable.identifiers) this.made.set(identifier, variable);
    }
    this.grounds?.add(grounds);
    return variable;
  }

  private madeNamespaceOf(module: ParsedModule): Namespace {
    const { collecting } = this;
    const grounds = new Grounds();
    this.collecting = grounds;
    let names: ReadonlySet<string>;
    try {
      names = this.namesOf(module.path, new Set());
    } finally {
      this.collecting = collecting;
    }
    const { identifiers, object } = objectOfNames(module, [...names]);
    const namespace = { variable: variableOfValue({ ...module, made: this.made }, "exports", object), identifiers, grounds };
    if (!grounds.ofFile) this.keep(objectOfNames, module.program, { answer: namespace, height: 0, grounds });
    return namespace;
  }

  private namesOf(path: string, seen: Set<string>): ReadonlySet<string> {
    const syntax = seen.has(path) ? undefined : this.syntaxOf(path);
    if (syntax === undefined) return new Set();
    seen.add(path);
    const names = new Set(syntax.table.named.keys());
    for (const star of this.starsOf(path, syntax.table)) for (const name of this.namesOf(star, seen)) if (name !== "default") names.add(name);
    return names;
  }

  private placesInImporters(variable: Variable, names: ReadonlySet<string>): TSESTree.Node[] {
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
