import type { Language } from "../codemap/types.js";

export const LANGUAGES: readonly Language[] = ["en", "zh", "ja", "ko"];

/** The language of a page by its script: kana, Hangul, else Han, else English. */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, 200_000);
  const han = count(sample, /\p{Script=Han}/gu);
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(sample, /\p{Script=Hangul}/gu);
  if (hangul > han + kana) return "ko";
  if (kana * 4 > han && kana > 0) return "ja";
  return han > 0 && han * 20 > sample.length / 10 ? "zh" : "en";
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
