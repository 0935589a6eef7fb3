import type { Type } from "typescript";
import type { AnalyzedFile } from "../source/file.js";
import { readPath, samePath } from "../values/access-path.js";
import type { CodeSite } from "../code-tests/code-sites.js";
import { bare } from "../source/syntax.js";
import { typeMayTell } from "../values/worth-asking-checker.js";

/** The codes that the type of a site has left where it stands, narrowed as it is there; undefined for a plain string. */
export function codesLeft(file: AnalyzedFile, { node, path }: CodeSite): readonly string[] | undefined {
  if (file.types === undefined) return undefined;
  if (!samePath(readPath(file, node), path)) return codesOfError(file, node);
  const read = bare(node);
  return read.type === "MemberExpression" && !typeMayTell(file, read) ? undefined : file.types.stringMembers(node);
}

/** The same, of a site that reads the error as a whole: `hasErrorCode(e, …)`, `matchErrorCode(e, …)`. */
function codesOfError(file: AnalyzedFile, node: CodeSite["node"]): readonly string[] | undefined {
  const services = file.sourceCode.parserServices;
  const tsNode = services?.esTreeNodeToTSNodeMap?.get(node);
  const program = services?.program;
  if (tsNode === undefined || program == null) return undefined;
  const checker = program.getTypeChecker();
  const property = checker.getTypeAtLocation(tsNode).getProperty("code");
  return property === undefined ? undefined : literalsOf(checker.getTypeOfSymbolAtLocation(property, tsNode));
}

function literalsOf(type: Type): readonly string[] | undefined {
  const parts = (type.isUnion() ? type.types : [type]).filter((part) => !["undefined", "null"].includes(String((part as { intrinsicName?: unknown }).intrinsicName)));
  const literals = parts.map((part) => (part.isStringLiteral() ? part.value : undefined)).filter((value) => value !== undefined);
  return literals.length === 0 || literals.length < parts.length ? undefined : literals;
}
