import { dirname } from "node:path";
import ts from "typescript";

/** Declarations of packages, read once for all programs of a process: the SDK alone has a thousand files. */
const declarations = new Map<string, ts.SourceFile | undefined>();
const resolutions = new Map<string, ts.ModuleResolutionCache>();

/**
 * A program of sources that are kept in memory; all else is read from the disk.
 *
 * @param sources texts by their absolute paths
 * @param target what an import leads to, where that is another name than the one that is written
 */
export function memoryProgram(sources: ReadonlyMap<string, string>, options: ts.CompilerOptions, target: (name: string, from: string) => string = (name) => name): ts.Program {
  const host = ts.createCompilerHost(options, true);
  const { fileExists, getSourceFile, readFile } = host;
  host.getSourceFile = (path, language, ...rest) => {
    const source = sources.get(path);
    if (source !== undefined) return ts.createSourceFile(path, source, language, true);
    return isOfPackage(path) ? declarationOf(path, language, () => getSourceFile.call(host, path, language, ...rest)) : getSourceFile.call(host, path, language, ...rest);
  };
  host.fileExists = (path) => sources.has(path) || fileExists.call(host, path);
  host.readFile = (path) => sources.get(path) ?? readFile.call(host, path);
  // Folders that do not exist are not looked into.
  const folders = new Set([...sources.keys()].map(dirname));
  host.directoryExists = (path) => folders.has(path) || ts.sys.directoryExists(path);
  const own = ts.createModuleResolutionCache(host.getCurrentDirectory(), (path) => path, options);
  host.resolveModuleNameLiterals = (literals, from, redirected, ofFile, file) =>
    literals.map((literal) =>
      ts.resolveModuleName(target(literal.text, from), from, options, host, isOfPackage(from) ? resolutionsOf(options) : own, redirected, ts.getModeForUsageLocation(file, literal, ofFile)),
    );
  return ts.createProgram([...sources.keys()], options, host);
}

/** Whether a file is one that no test changes or makes. */
function isOfPackage(path: string): boolean {
  return (path.includes("/node_modules/") || path.includes("/generated/dist/")) && /\.d\.[cm]?ts$/.test(path);
}

function declarationOf(path: string, language: ts.ScriptTarget | ts.CreateSourceFileOptions, read: () => ts.SourceFile | undefined): ts.SourceFile | undefined {
  const { languageVersion, impliedNodeFormat, jsDocParsingMode } = typeof language === "object" ? language : { languageVersion: language };
  const key = [path, languageVersion, impliedNodeFormat, jsDocParsingMode].join("|");
  if (!declarations.has(key)) declarations.set(key, read());
  return declarations.get(key);
}

/** What packages import from each other: the same for all programs that look for it in the same way. */
function resolutionsOf(options: ts.CompilerOptions): ts.ModuleResolutionCache {
  const key = [options.module, options.moduleResolution, options.allowJs, options.resolveJsonModule].join("|");
  const cache = resolutions.get(key) ?? ts.createModuleResolutionCache("/", (path) => path, options);
  resolutions.set(key, cache);
  return cache;
}
