import { describe, expect, it } from "vitest";
import plugin from "../../rules/index.js";
import { lintFile } from "../../bench/robustness.js";

/** Code inside the `catch` of a call; more than fits on the stack if it were followed by recursion. */
function caught(handler: string, before = ""): string {
  return `${before}
import { cbs } from "tencentcloud-sdk-nodejs"; const client = new cbs.v20170312.Client({});
export async function run() { try { await client.DescribeDisks({}); } catch (e) { ${handler} } }`;
}

const texts = (count: number, item: (index: number) => string, separator: string): string => Array.from({ length: count }, (_, index) => item(index)).join(separator);

const sources: Readonly<Record<string, string>> = {
  "texts put together": caught(`if (e.code === ${texts(2000, () => '"a"', "+")}) return;`),
  "a chain of ||": caught(`if (${texts(1000, (index) => `e.code === "A${String(index)}"`, " || ")}) return;`),
  "a chain of && on messages": caught(`if (${texts(1000, (index) => `!e.message.includes("a${String(index)}")`, " && ")}) return;`),
  "a chain of else if": caught(`${texts(500, (index) => `if (e.code === "A${String(index)}") return ${String(index)};`, " else ")} else throw e;`),
  "a nest of conditional expressions": caught(`return ${texts(500, (index) => `e.code === "A${String(index)}" ? ${String(index)} : `, "")}0;`),
  "a long path": caught(`if (e${".cause".repeat(2000)}.code === "A") return;`),
  "a long chain of calls": `import "tencentcloud-sdk-nodejs"; client.DescribeDisks({})${".then((r) => r)".repeat(500)}.catch((e) => e.code === "A");`,
  "many negations": caught(`if (${"!".repeat(1000)}(e.code === "A")) return;`),
  "a nest of try": caught(`${"try { await client.DescribeDisks({}); ".repeat(100)}${"} catch (e) { if (e.code === 'A') throw e; }".repeat(100)}`),
  "functions that call the next one": `import { cbs } from "tencentcloud-sdk-nodejs"; ${texts(500, (index) => `async function f${String(index)}() { return f${String(index + 1)}(); }`, "\n")}
async function f500() { return new cbs.v20170312.Client({}).DescribeDisks({}); } export async function run() { try { await f0(); } catch (e) { if (e.code === "A") return; } }`,
  "constants that lead to the next one": `${texts(1000, (index) => `const a${String(index)} = a${String(index + 1)};`, "\n")} const a1000 = "A"; ${caught(`if (e.code === a0) return;`)}`,
  "a text that doubles": caught("if (e.code === a30) return;", `const a0 = "A"; ${texts(30, (index) => `const a${String(index + 1)} = a${String(index)} + a${String(index)};`, "\n")}`),
  "a list that doubles": caught("if (a30.includes(e.code)) return;", `const a0 = ["A"]; ${texts(30, (index) => `const a${String(index + 1)} = [...a${String(index)}, ...a${String(index)}];`, "\n")}`),
  "an object that doubles": caught("if (a30[e.code]) return;", `const a0 = { A: 1 }; ${texts(30, (index) => `const a${String(index + 1)} = { ...a${String(index)}, ...a${String(index)} };`, "\n")}`),
  "a choice that doubles": caught("if (e.code === a30) return;", `const a0 = "A"; ${texts(30, (index) => `const a${String(index + 1)} = f ? a${String(index)} : a${String(index)};`, "\n")}`),
  "constants in a circle": caught(`const a = b, b = a, c = { ...c }, d = [...d], x = y.code, y = x; if (e.code === a || c[e.code] || d.includes(e.code) || x === "A" || a.code === "B") return;`),
  "functions in a circle": caught(`const f = () => g(), g = () => f(), codeOf = (x) => codeAt(x.y), codeAt = (x) => codeOf(x.z); f(); if (codeOf(e) === "A") return;`),
  "helpers that hand each other a part": caught(`function left(x) { if (x.code === "A") return; right(x.y); } function right(x) { left(x.z); } left(e);`),
  "classes in a circle": `class A extends B {} class B extends A {} const a = new A(); ${caught(`await a.DescribeDisks({}); if (e.code === "A") return;`)}`,
  "names of Object's own": caught(`const t = { a: 1 }; if (t[e.code] || e.code === "constructor" || e.code === "__proto__" || e.code in { toString: 1 }) return;`),
  "generators and class blocks": `import { cbs } from "tencentcloud-sdk-nodejs"; class A { static { try { A.x(); } catch (e) { if (e.code === "A") throw e; } } static #c = new cbs.v20170312.Client({}); *run() { try { yield A.#c.DescribeDisks({}); } catch ({ code = "" }) { switch (code) { case "A": return; } } } }`,
  "JSX": `import { cbs } from "tencentcloud-sdk-nodejs"; const c = new cbs.v20170312.Client({}); export const A = () => <b onClick={() => c.DescribeDisks({}).catch((e) => <i>{e.code === "A" ? <u /> : null}</i>)} />;`,
  "nothing": "",
  "patterns in patterns": caught(`const { a: { b: [{ code = e.code } = {}] = [] } = {}, ...rest } = e; if (code === "A" || rest.code === "B") return;`),
};

describe("the rules", () => {
  it.each(Object.entries(sources))("come through %s", (_name, source) => {
    const { thrown, skipped } = lintFile(plugin, "/source.js", { text: source });
    expect({ thrown, skipped }).toEqual({ thrown: undefined, skipped: undefined });
  });

  it.each([
    [1000, 1],
    [1001, 0],
  ])("on a text of %i characters that is put together, report %i times", (length, count) => {
    const { messages } = lintFile(plugin, "/source.js", { text: caught(`if (e.code === "A.B" + "${"c".repeat(length - 3)}") return;`) });
    expect(messages).toHaveLength(count);
  });

  it("know lists as long as any service's, and no longer ones", () => {
    const reports = (count: number): number => lintFile(plugin, "/source.js", { text: caught(`if ([${texts(count, (index) => `"A.B${String(index)}"`, ", ")}].includes(e.code)) return;`) }).messages.length;
    expect(reports(1990)).toBe(1990);
    expect(reports(2010)).toBe(0);
  });

  it("report among decorators", () => {
    const text = `import { cbs } from "tencentcloud-sdk-nodejs";
@Injectable() export class Disks { @Inject() private readonly client = new cbs.v20170312.Client({});
@Log((e) => e.code === "A.B") async attach(@Arg() r: object) { try { await this.client.AttachDisks(r); } catch (e) {
if (e.code === "A.B") return; throw e; } } }`;
    expect(lintFile(plugin, "/source.ts", { text }).messages.map(({ messageId, line }) => [messageId, line])).toEqual([["undocumented", 4]]);
  });

  it.each(["a list that doubles", "an object that doubles", "a choice that doubles"])("know %s as the one text that it holds", (name) => {
    expect(lintFile(plugin, "/source.js", { text: (sources[name] ?? "").replaceAll(/"A"|(?<=\{ )A/g, '"A.B"') }).messages.map(({ messageId }) => messageId)).toEqual(["undocumented"]);
  });

  it("take about ten times as long for ten times as many tests", () => {
    const tests = (count: number): string => caught(texts(count, (index) => `if (e.code === "InvalidDisk.A${String(index)}") return;`, "\n"));
    const cost = (source: string): number => {
      // Time on the processor: a busy machine makes clocks say little.
      const { user } = process.cpuUsage();
      lintFile(plugin, "/source.js", { text: source });
      return process.cpuUsage().user - user;
    };
    cost(tests(100));
    expect(cost(tests(1000)) / cost(tests(100))).toBeLessThan(40);
  });
});
