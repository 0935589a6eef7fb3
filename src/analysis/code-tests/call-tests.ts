import type { TSESTree } from "@typescript-eslint/utils";
import type { AnalyzedFile } from "../source/file.js";
import { spend } from "../source/allowance.js";
import { answerOnce } from "../source/answer-once.js";
import { isOfOtherModule } from "../source/linked-modules.js";
import { originOf } from "../origins/error-origin.js";
import { retryClassOf } from "../knowledge/documented-codes.js";
import { modulePath } from "../values/import-paths.js";
import { isVariable, readPath } from "../values/access-path.js";
import { matcherOf } from "../source/patterns.js";
import { codeSiteOf, type CodeSite } from "./code-sites.js";
import { bare, calleeName, isFunction, propertyName } from "../source/syntax.js";
import { entriesOf, knownList, knownStrings, mayBeKnown, resolveConstant, together, type KnownString } from "../values/constants.js";
import { handedList } from "../values/handed-lists.js";
import type { CodeTest, TestKind } from "./code-test.js";
import { codeMapService } from "../knowledge/sdk.js";
import { anyAction, anyService, orElse, servicesOf, type Service } from "../knowledge/services.js";

/** The test that a call is: a method of the code, of a list or of a regular expression, or a function of the code map. */
export function callTest(file: AnalyzedFile, call: TSESTree.CallExpression): CodeTest | undefined {
  const [first] = call.arguments;
  if (first === undefined || first.type === "SpreadElement") return undefined;
  const callee = bare(call.callee);
  if (callee.type === "MemberExpression") {
    const name = propertyName(callee);
    if (name === undefined) return undefined;
    return methodTest(file, call, callee.object, name, first) ?? codeMapTest(file, call, first);
  }
  return callee.type === "Identifier" ? codeMapTest(file, call, first) : undefined;
}

function methodTest(file: AnalyzedFile, call: TSESTree.CallExpression, object: TSESTree.Node, name: string, first: TSESTree.Node): CodeTest | undefined {
  switch (name) {
    case "startsWith":
      return textTest(file, call, object, first, "prefix", (code, text) => code.startsWith(text));
    case "endsWith":
      return textTest(file, call, object, first, "suffix", (code, text) => code.endsWith(text));
    case "includes":
    case "indexOf":
      return listTest(file, call, object, first) ?? textTest(file, call, object, first, "part", (code, text) => code.includes(text));
    case "has":
      return listTest(file, call, object, first) ?? entryTest(file, call, object, first);
    case "get":
      return entryTest(file, call, object, first);
    case "hasOwn": {
      const [, key] = call.arguments;
      return key === undefined ? undefined : entryTest(file, call, first, key);
    }
    case "hasOwnProperty":
      return entryTest(file, call, object, first);
    case "test":
    case "exec":
      return patternTest(file, call, first, object);
    case "match":
    case "search":
      return patternTest(file, call, object, first);
    case "some":
      return someTest(file, call, object, first);
    default:
      return undefined;
  }
}

type TextMatcher = (code: string, text: string) => boolean;

function textTest(file: AnalyzedFile, node: TSESTree.Node, subject: TSESTree.Node, value: TSESTree.Node, kind: TestKind, matcher: TextMatcher): CodeTest | undefined {
  const site = mayBeKnown(file, value) ? codeSiteOf(file, subject) : undefined;
  const codes = site === undefined ? undefined : knownStrings(file, value);
  if (site === undefined || codes === undefined || codes.length === 0 || codes.some((code) => code.value === "")) return undefined;
  return textTestOf(node, site, codes, kind, matcher);
}

function textTestOf(node: TSESTree.Node, site: CodeSite, codes: readonly KnownString[], kind: TestKind, matcher: TextMatcher): CodeTest {
  return { node, site, kind, codes, negated: false, matches: (tested) => codes.some((code) => matcher(tested, code.value)) };
}

function listTest(file: AnalyzedFile, node: TSESTree.Node, list: TSESTree.Node, subject: TSESTree.Node): CodeTest | undefined {
  const site = codeSiteOf(file, subject);
  const codes = site === undefined ? undefined : (knownList(file, list) ?? handedList(file, list));
  if (site === undefined || codes === undefined || codes.length === 0 || !areFew(file, codes)) return undefined;
  const values = new Set(codes.map((code) => code.value));
  return { node, site, kind: "membership", codes, negated: false, matches: (code) => values.has(code) };
}

function entryTest(file: AnalyzedFile, node: TSESTree.Node, map: TSESTree.Node, key: TSESTree.Node): CodeTest | undefined {
  const entries = entriesOf(file, map);
  const site = entries === undefined || entries.length === 0 ? undefined : codeSiteOf(file, key);
  if (site === undefined || entries === undefined || !areFew(file, entries)) return undefined;
  const values = new Set(entries.map((entry) => entry.key.value));
  return { node, site, kind: "key", codes: entries.map((entry) => entry.key), negated: false, matches: (code) => values.has(code) };
}

/** `CODES.some((known) => code.startsWith(known))` */
function someTest(file: AnalyzedFile, node: TSESTree.Node, list: TSESTree.Node, callback: TSESTree.Node): CodeTest | undefined {
  if (!isFunction(callback) || callback.body.type === "BlockStatement") return undefined;
  const [parameter] = callback.params;
  if (parameter?.type !== "Identifier") return undefined;
  const isParameter = (part: TSESTree.Node | undefined): boolean => part !== undefined && bare(part).type === "Identifier" && (bare(part) as TSESTree.Identifier).name === parameter.name;
  const body = bare(callback.body);
  let subject: TSESTree.Node | undefined;
  let kind: TestKind = "membership";
  let matcher: TextMatcher = (code, text) => code === text;
  if (body.type === "BinaryExpression" && (body.operator === "===" || body.operator === "==")) {
    subject = isParameter(body.left) ? body.right : isParameter(body.right) ? body.left : undefined;
  } else if (body.type === "CallExpression" && body.callee.type === "MemberExpression" && isParameter(body.arguments[0])) {
    const name = calleeName(body);
    subject = body.callee.object;
    if (name === "startsWith") [kind, matcher] = ["prefix", (code, text) => code.startsWith(text)];
    else if (name === "includes") [kind, matcher] = ["part", (code, text) => code.includes(text)];
    else return undefined;
  }
  const site = subject === undefined ? undefined : codeSiteOf(file, subject);
  const codes = site === undefined ? undefined : knownList(file, list);
  return site === undefined || codes === undefined || codes.length === 0 || !areFew(file, codes) ? undefined : textTestOf(node, site, codes, kind, matcher);
}

/** What all tests of a file against lists and tables come to: two hundred that share a list of a hundred codes. */
const mostListed = 20_000;

/** Whether a test against so many codes is still looked at: many handlers can share one long list. */
export function areFew(file: AnalyzedFile, { length }: readonly unknown[]): boolean {
  return spend(file, areFew, length, mostListed);
}

function patternTest(file: AnalyzedFile, node: TSESTree.Node, subject: TSESTree.Node, pattern: TSESTree.Node): CodeTest | undefined {
  const literal = resolveConstant(file, pattern);
  if (literal?.type !== "Literal" || !("regex" in literal)) return undefined;
  const site = codeSiteOf(file, subject);
  const matches = site === undefined ? undefined : matcherOf(file, literal.regex.pattern, literal.regex.flags);
  if (site === undefined || matches === undefined) return undefined;
  const codes = [{ value: literal.regex.pattern, node: literal }];
  return { node, site, kind: "pattern", codes, negated: false, matches };
}

/** `hasErrorCode(e, "X")`, `inFamily(e, "X")`, `isRetryable(e)`, `matchErrorCode(e, { … })`, `matchSomeErrorCodes(e, { … })`. */
function codeMapTest(file: AnalyzedFile, call: TSESTree.CallExpression, first: TSESTree.Node): CodeTest | undefined {
  const found = isOfOtherModule(call) || importsCodeMap(file) ? modulePath(file, call.callee) : undefined;
  const name = found?.path.at(-1);
  const service = found === undefined ? undefined : codeMapService(found.module);
  if (service === undefined || name === undefined) return undefined;
  const site = siteOfGuarded(file, first, service);
  const { settings } = file;
  const rest = call.arguments.slice(1);
  switch (name) {
    case "hasErrorCode": {
      const codes = listed(file, rest);
      return codes === undefined ? undefined : textTestOf(call, site, codes, "membership", (code, text) => code === text);
    }
    case "inFamily": {
      const codes = listed(file, rest);
      return codes === undefined ? undefined : textTestOf(call, site, codes, "family", inFamily);
    }
    case "isRetryable":
      return { node: call, site, kind: "guard", codes: [], negated: false, matches: (code) => isRetryableClass(retryClassOf(code, site.services, settings)) };
    case "matchErrorCode":
    case "matchSomeErrorCodes": {
      const entries = rest[0] === undefined ? undefined : entriesOf(file, rest[0]);
      const codes = entries === undefined || !areFew(file, entries) ? undefined : entries.map((entry) => entry.key);
      return codes === undefined ? undefined : textTestOf(call, site, codes, "key", (code, text) => (text.endsWith(".*") ? inFamily(code, text.slice(0, -2)) : code === text));
    }
    default:
      return undefined;
  }
}

/** Most files do not, and have many calls. */
function importsCodeMap(file: AnalyzedFile): boolean {
  return answerOnce<boolean>(file, importsCodeMap, file.sourceCode.ast, true, () => file.linked.importsFrom((source) => codeMapService(source) !== undefined));
}

function inFamily(code: string, family: string): boolean {
  return code === family || code.startsWith(`${family}.`);
}

function isRetryableClass(retryClass: string): boolean {
  return retryClass === "throttled" || retryClass === "transient" || retryClass === "pending";
}

function listed(file: AnalyzedFile, values: readonly TSESTree.Node[]): readonly KnownString[] | undefined {
  const lists = values.map((value) => (value.type === "SpreadElement" ? knownList(file, value.argument) : knownStrings(file, value)));
  const codes = lists.every((list) => list === undefined || areFew(file, list)) ? together(lists) : undefined;
  return codes?.length === 0 ? undefined : codes;
}

/** The site that a function of the code map tests when it is handed an error or a code. */
function siteOfGuarded(file: AnalyzedFile, value: TSESTree.Node, service: Service): CodeSite {
  const known = codeSiteOf(file, value);
  if (known !== undefined) return known;
  const { root, names } = readPath(file, value);
  const origin = isVariable(root) && names.length === 0 ? originOf(file, root, value) : undefined;
  const services = orElse(orElse(servicesOf(service), origin?.services ?? anyService), file.settings.services);
  return { evidence: "guard", services, actions: origin?.actions ?? anyAction, besides: "nothing", node: value, path: { root, names: [...names, "code"] } };
}
