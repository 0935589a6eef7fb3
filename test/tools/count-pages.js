/**
 * Counts pages of error codes by looking at their lines, with nothing of the readers: two ways that agree on every page
 * are unlikely to be wrong in the same place.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ERROR_WORDS = /错误码|錯誤碼|error codes?|エラー ?コード|오류 ?코드|에러 ?코드|application errors?/i;
const HEADING = /^\s*(#{1,6})[\s\u3000]*(.*?)\s*$/;
const BOLD_HEADING = /^\s*\*\*([^*|]{1,80})\*\*\s*$/;
const ACTION_ROW = /^[\s|]*Action\s*\|/;
const VERSION_ROW = /^[\s|]*Version\s*\|/;
const VALUE_AT_END = /[:：]\s*([A-Z][A-Za-z0-9]+)\s*[.。]?[\s|]*$/;
const CODE = /^(?:[A-Z][A-Za-z0-9_]*(?:[. ]+[A-Za-z0-9_ ]+)*\.?|-?\d{1,5})$/;

/** Pages below a folder, by path. */
export function* pagesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* pagesBelow(path);
    else if (entry.isFile() && /\.md$/.test(entry.name)) yield path;
  }
}

/** What one page says, or undefined for a page that lists no error codes of API 3.0. */
export function countPage(path) {
  const text = readFileSync(path, "utf8").replace(/[\u200B\u2060\uFEFF]/g, "").replace(/\u00A0/g, " ");
  const lines = withoutCode(text.split(/\r\n|\r|\n/));
  const stated = statedAction(lines) ?? exampleAction(text);
  const versions = lines.filter((line) => VERSION_ROW.test(line)).map(dateIn).filter((date) => date !== "");
  const version = versions[0] ?? /(?:&Version=|^X-TC-Version: ?)(\d{4}-\d\d-\d\d)/m.exec(text)?.[1] ?? "";
  const service = /([a-z][a-z0-9]*)(?:\.[a-z0-9-]+)*\.tencentcloudapi\.com/.exec(text)?.[1] ?? "";
  const sections = errorSections(lines);
  const codes = [...new Set(sections.flatMap(codesIn))].sort();
  // Numbers are the older API's.
  if (codes.filter((code) => /^-?\d+$/.test(code)).length * 2 > codes.length) return undefined;
  const common = { language: languageOf(text), codes };
  const ofGateway = codes.filter((code) => code.startsWith("AuthFailure.")).length;
  if (ofGateway < 3 && stated !== undefined && sections.length > 0 && version + service !== "") return { kind: "api", ...stated, version, service, ...common };
  return ofGateway >= 3 && hasOwnTable(lines) ? { kind: "codes", action: "", form: "page of all codes", version: "", service: "", ...common } : undefined;
}

function withoutCode(lines) {
  let fenced = false;
  return lines.map((line) => {
    if (/^\s*(```|~~~)/.test(line)) {
      fenced = !fenced;
      return "";
    }
    return fenced ? "" : line;
  });
}

function statedAction(lines) {
  for (const pattern of [ACTION_ROW, VERSION_ROW]) {
    for (const line of lines) {
      if (!pattern.test(line) || /例如|for example|such as/i.test(line)) continue;
      const action = VALUE_AT_END.exec(line)?.[1];
      if (action === undefined) continue;
      const words = line.replace(/^[\s|]*(Action|Version)[\s|]*/, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").split("|").at(-1 - Number(/\|\s*$/.test(line))) ?? "";
      return { action, form: words.replace(VALUE_AT_END, "").replace(/\s+/g, " ").trim() };
    }
  }
  return undefined;
}

/** What the requests in examples call, where all call the same. */
function exampleAction(text) {
  const actions = new Set([...text.matchAll(/(?:(?:[?&]|\.com\/?)Action=|^X-TC-Action: ?)([A-Z]\w+)/gm)].map((match) => match[1] ?? ""));
  return actions.size === 1 ? { action: [...actions][0] ?? "", form: "only in examples" } : undefined;
}

function dateIn(line) {
  const [, year, month, day] = /(\d{4})[-/](\d{1,2})[-/](\d{1,2})/.exec(line) ?? [];
  if (year !== undefined) return [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
  const [, m, d, y] = /(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(line) ?? [];
  return y === undefined ? "" : [y, m.padStart(2, "0"), d.padStart(2, "0")].join("-");
}

/** The lines below each heading that speaks of error codes, to the next heading that is not below it. */
function errorSections(lines) {
  const sections = [];
  let level = 0;
  for (const line of lines) {
    const [, marks = "", title = BOLD_HEADING.exec(line)?.[1]] = HEADING.exec(line) ?? [];
    const depth = marks === "" ? 6 : marks.length;
    if (title === undefined) {
      if (level > 0) sections.at(-1)?.push(line);
    } else if (level === 0 || depth <= level) {
      level = ERROR_WORDS.test(title) ? depth : 0;
      if (level > 0) sections.push([]);
    }
  }
  return sections;
}

/** The first cells of the tables' rows that are codes. */
function codesIn(lines) {
  const cells = [];
  for (const line of lines) {
    const first = /^\s*\|?\s*([^|]+?)\s*\|/.exec(line)?.[1];
    if (first !== undefined) cells.push(first);
  }
  for (const [, cell = ""] of lines.join("\n").matchAll(/<tr[^>]*>\s*<td[^>]*>([^]*?)<\/td>/gi)) cells.push(cell.trim());
  return cells.map((cell) => cell.replace(/<[^>]*>|`|\*\*/g, "").replace(/\\_/g, "_").trim()).filter((cell) => CODE.test(cell) && !/^(?:error ?code|code|error|error_code)s?$/i.test(cell));
}

function hasOwnTable(lines) {
  return lines.some((line) => /^\s*#+/.test(line) && /业务|業務|サービス|비즈니스|서비스|(?:business|service|application) (?:error|code)|application error/i.test(line));
}

/** By the letters that only one of the languages has. */
function languageOf(text) {
  const kana = (text.match(/[ぁ-ヿ]/g) ?? []).length;
  const hangul = (text.match(/[가-힣]/g) ?? []).length;
  const han = (text.match(/[一-鿿]/g) ?? []).length;
  if (hangul > 50) return "ko";
  if (kana > 50) return "ja";
  return han > 100 ? "zh" : "en";
}
