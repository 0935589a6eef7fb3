import type { TSESTree } from "@typescript-eslint/utils";
import { factsInUse, isServiceOfPackage } from "../../src/analysis/knowledge/in-use.js";
import type { AnalyzedFile } from "../../src/analysis/source/file.js";

const root = "tencentcloud-error-codes";

/** From where a suggestion imports `name` of the code map's root: from where the file imports it already, else from the package. */
export function rootSource(file: AnalyzedFile, name: string): string {
  return importsOf(file, root).find(({ specifiers }) => specifiers.some((part) => part.type === "ImportSpecifier" && part.imported.type === "Identifier" && part.imported.name === name))?.source.value ?? root;
}

/**
 * From where a suggestion imports what the code map has about a service: from where the file imports it already, else from
 * the package, else, for a service that only one's own code map has, from there.
 */
export function serviceSource(file: AnalyzedFile, filename: string, service: string): string {
  const module = `${root}/${service}`;
  const [imported] = importsOf(file, module);
  if (imported !== undefined) return imported.source.value;
  const { ownModules } = factsInUse();
  return ownModules === undefined || isServiceOfPackage(service) ? module : ownModules.sourceOf(service, filename);
}

function importsOf(file: AnalyzedFile, module: string): TSESTree.ImportDeclaration[] {
  return file.sourceCode.ast.body.filter((statement): statement is TSESTree.ImportDeclaration => statement.type === "ImportDeclaration" && file.moduleNamed(statement.source.value, statement) === module);
}
