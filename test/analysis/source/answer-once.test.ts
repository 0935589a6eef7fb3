import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOnce, Answers } from "../../../src/analysis/source/answer-once.js";

/** What each node asks, by index. */
type Graph = readonly (readonly number[])[];

const nodes = Array.from({ length: 1000 }, (_, index) => ({ index }));

/** Answers that depend on what is asked and on what a question gets that comes back to itself: a text of the way. */
function asker(graph: Graph): { ask: (index: number) => string; computed: () => number } {
  const file = { answers: new Answers() };
  let computed = 0;
  const ask = (index: number): string =>
    answerOnce(file, asker, nodes[index] as object, "…", () => {
      computed += 1;
      return `${String(index)}(${(graph[index] ?? []).map(ask).join(" ")})`;
    });
  return { ask, computed: () => computed };
}

/** The same without keeping anything. */
function answerOf(graph: Graph, index: number, open: readonly number[] = []): string {
  if (open.includes(index)) return "…";
  return `${String(index)}(${(graph[index] ?? []).map((next) => answerOf(graph, next, [...open, index])).join(" ")})`;
}

describe("an answer", () => {
  it("is computed once", () => {
    const { ask, computed } = asker([[1, 1], [2, 2], []]);
    expect([ask(0), ask(0), ask(1), ask(2)]).toEqual(["0(1(2() 2()) 1(2() 2()))", "0(1(2() 2()) 1(2() 2()))", "1(2() 2())", "2()"]);
    expect(computed()).toBe(3);
  });

  it("that is undefined is kept as well", () => {
    let computed = 0;
    const file = { answers: new Answers() };
    const ask = (): undefined => answerOnce(file, "q", nodes[0] as object, undefined, () => void (computed += 1));
    ask();
    ask();
    expect(computed).toBe(1);
  });

  it("is the same whichever question of a circle is asked first", () => {
    const graph: Graph = [[1], [2], [0, 1]];
    for (const first of [0, 1, 2]) {
      const { ask } = asker(graph);
      ask(first);
      expect([0, 1, 2].map(ask)).toEqual(["0(1(2(… …)))", "1(2(0(…) …))", "2(0(1(…)) 1(…))"]);
    }
  });

  it("never depends on what was asked before", () => {
    const size = 5;
    const index = fc.nat(size - 1);
    const graphs = fc.array(fc.array(index, { maxLength: 3 }), { minLength: size, maxLength: size });
    fc.assert(
      fc.property(graphs, fc.array(index, { maxLength: 8 }), (graph, asked) => {
        const { ask } = asker(graph);
        expect(asked.map(ask)).toEqual(asked.map((one) => answerOf(graph, one)));
      }),
      { numRuns: 300 },
    );
  });

  it("that ran into the limit of open questions is found anew from nearer", () => {
    const chain = nodes.map(({ index }) => (index < 200 ? [index + 1] : []));
    const { ask } = asker(chain);
    expect(ask(0)).toContain("…");
    expect(ask(100)).toBe(answerOf(chain, 100));
    const other = asker(chain);
    other.ask(100);
    expect(other.ask(0)).toBe(ask(0));
  });

  it("takes no more than a bounded time among hundreds of questions that all ask each other", () => {
    const all = nodes.slice(0, 100).map(({ index }) => index);
    const file = { answers: new Answers() };
    let computed = 0;
    const ask = (index: number): number =>
      answerOnce(file, "all", nodes[index] as object, 0, () => {
        computed += 1;
        return Math.max(index, ...all.map(ask));
      });
    all.forEach(ask);
    expect(computed).toBeLessThan(10_000);
  });

  it("that could not be found is asked for again", () => {
    const file = { answers: new Answers() };
    let fails = true;
    const ask = (): string =>
      answerOnce(file, "q", nodes[0] as object, "…", () => {
        if (fails) throw new Error("no answer");
        return "answer";
      });
    expect(ask).toThrow("no answer");
    fails = false;
    expect(ask()).toBe("answer");
  });
});
