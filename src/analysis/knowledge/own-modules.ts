import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { bytesOf } from "./regular-file.js";

const packageName = "tencentcloud-error-codes";

/** What the modules of a code map's root export is what the package exports; a file of its own, they are imported one by one too. */
const rootModule = /^(?:|index|common|guards|retry|runtime\/\w+)$/;
const extension = /\.[cm]?[jt]s$/;

/** How files import the modules of one's own code map, and what the package calls the same modules. */
export class OwnModules {
  /** The names of packages under which the modules can be imported. */
  private readonly packages: readonly string[];

  /**
   * @param setting `settings.tencentcloud.codeMap`
   * @param folder the folder that it stands for
   * @param services the services of the code map
   */
  constructor(
    private readonly setting: string,
    private readonly folder: string,
    private readonly services: ReadonlySet<string>,
  ) {
    const declared = declaredName(folder);
    this.packages = [setting, ...(declared === undefined ? [] : [declared])].filter((name) => !name.startsWith(".") && !isAbsolute(name));
  }

  /**
   * What the package calls a module: `tencentcloud-error-codes/cbs` for `./error-codes/cbs.js`.
   *
   * @param filename the file that imports it
   * @returns undefined for a module that is none of the code map's
   */
  nameOf(source: string, filename: string): string | undefined {
    const path = source.replace(extension, "");
    for (const module of source.startsWith(".") ? this.relativeTo(path, filename) : this.named(path)) {
      if (rootModule.test(module)) return packageName;
      if (module === "registry" || this.services.has(module)) return `${packageName}/${module}`;
    }
    return undefined;
  }

  /** How a file can import the module of a service: `./error-codes/cbs.js`. */
  sourceOf(service: string, filename: string): string {
    const [name] = this.packages;
    if (name === this.setting) return `${name}/${service}`;
    const path = relative(dirname(filename), join(this.folder, `${service}.js`)).replaceAll("\\", "/");
    return path.startsWith(".") ? path : `./${path}`;
  }

  /** Whether a file is one of the code map's. */
  holds(file: string): boolean {
    return this.inside(file) !== undefined;
  }

  /** Whether a text can hold an import of one of the modules: all ways to write it hold the folder's or the package's name. */
  mayBeImportedIn(text: string): boolean {
    return [basename(this.folder), ...this.packages].some((name) => text.includes(name));
  }

  private relativeTo(path: string, filename: string): readonly string[] {
    const module = this.inside(resolve(dirname(filename), path));
    return module === undefined ? [] : [module];
  }

  private inside(path: string): string | undefined {
    const module = relative(this.folder, resolve(path)).replaceAll("\\", "/");
    return module === ".." || module.startsWith("../") || isAbsolute(module) ? undefined : module;
  }

  /** The modules that a name can mean: of a package, or of the folder behind an alias such as `@/error-codes/cbs`. */
  private named(path: string): readonly string[] {
    const ofPackages = this.packages.flatMap((name) => (path === name ? [""] : path.startsWith(`${name}/`) ? [path.slice(name.length + 1)] : []));
    const [before, after] = splitAt(path, basename(this.folder));
    return after !== undefined && /(?:^|[/#~@])$/.test(before) ? [...ofPackages, after.replace(/^\//, "")] : ofPackages;
  }
}

/** What stands before and after the last occurrence of a folder's name; nothing after it where another name goes on there. */
function splitAt(path: string, folder: string): readonly [string, string | undefined] {
  const index = path.lastIndexOf(folder);
  const after = index === -1 ? undefined : path.slice(index + folder.length);
  return [path.slice(0, Math.max(index, 0)), after === "" || after?.startsWith("/") === true ? after : undefined];
}

/** The name in the nearest `package.json`. */
function declaredName(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    const manifest = manifestIn(current);
    if (manifest !== undefined) return typeof manifest["name"] === "string" && manifest["name"] !== "" ? manifest["name"] : undefined;
    if (dirname(current) === current) return undefined;
  }
}

/** In bytes. Nobody writes larger ones by hand. */
const largestManifest = 512 * 1024;

/** The `package.json` of a folder; undefined where there is none that can be read. */
export function manifestIn(folder: string): Readonly<Record<string, unknown>> | undefined {
  const bytes = bytesOf(join(folder, "package.json"), largestManifest);
  if (bytes === undefined) return undefined;
  try {
    const manifest: unknown = JSON.parse(bytes.toString());
    return typeof manifest === "object" && manifest !== null ? (manifest as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
