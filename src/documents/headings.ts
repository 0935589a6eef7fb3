import type { TextBlock } from "./blocks.js";

/** Which of a page's tables a heading announces. */
export type TableRole = "common" | "service";

const COMMON = /公共|common|共通|공통/i;
const SERVICE =
  /业务|業務|服务错误|サービス|비즈니스|서비스|business error|business code|service(?:-specific)? error|application error|application code|product error/i;
const CODE_WORD = /错误码|錯誤碼|错误代码|error ?codes?|エラー ?コード|오류 ?코드|에러 ?코드|application errors?/i;

/** What a heading says about the tables below it; undefined when it says nothing. */
export function roleOfHeading(text: string): TableRole | undefined {
  if (text.length > 200) return undefined;
  // "Common" alone also heads common parameters and common request headers.
  if (COMMON.test(text)) return CODE_WORD.test(text) ? "common" : undefined;
  return SERVICE.test(text) ? "service" : undefined;
}

/** Whether a heading or a column title speaks of error codes. */
export function mentionsErrorCodes(text: string): boolean {
  return text.length <= 200 && CODE_WORD.test(text);
}

/** The headings above a place in a page, outermost first. */
export class HeadingTrail {
  readonly #open: TextBlock[] = [];

  enter(heading: TextBlock): void {
    while ((this.#open.at(-1)?.depth ?? 0) >= heading.depth) this.#open.pop();
    this.#open.push(heading);
  }

  /** The role that the nearest heading with a role gives. */
  get role(): TableRole | undefined {
    return this.#open.map((heading) => roleOfHeading(heading.text)).findLast((role) => role !== undefined);
  }

  get texts(): readonly string[] {
    return this.#open.map((heading) => heading.text);
  }
}
