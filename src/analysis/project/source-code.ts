import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

type SourceCode = Readonly<TSESLint.SourceCode>;

interface Parts {
  readonly program: TSESTree.Program;
  readonly text: string;
  /** Where the text stands. */
  readonly start: number;
  readonly scopes: readonly TSESLint.Scope.Scope[];
  readonly visitorKeys: Readonly<Record<string, readonly string[]>>;
  readonly comments: readonly TSESTree.Range[];
}

interface Comment {
  readonly type: "Block";
  readonly range: TSESTree.Range;
  readonly loc: TSESTree.SourceLocation;
}

/** A module as a rule is handed a file. Of its tokens only the comments are there, each on a line of its own or behind what it is asked after. */
export function sourceCodeOf({ comments, program, scopes, start, text, visitorKeys }: Parts): SourceCode {
  const textOf = ([from, to]: TSESTree.Range): string => text.slice(from - start, to - start);
  const tokenOf = (range: TSESTree.Range): Comment => ({ type: "Block", range, loc: program.loc });
  const startsLine = ([from]: TSESTree.Range): boolean => /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, from - start - 200), from - start));
  const sourceCode = {
    ast: program,
    text,
    lines: text.split(/\r?\n/),
    visitorKeys,
    scopeManager: { scopes },
    parserServices: {},
    getText: (node?: TSESTree.Node) => (node === undefined ? text : textOf(node.range)),
    getCommentsInside: ({ range: [from, to] }: TSESTree.Node) => comments.filter((range) => range[0] >= from && range[1] <= to).map(tokenOf),
    /** Those right before a node that stand on lines of their own. */
    getCommentsBefore({ range: [from] }: TSESTree.Node) {
      let next = from;
      return comments.toReversed().filter((range) => {
        if (range[1] > next || textOf([range[1], next]).trim() !== "") return false;
        [next] = range;
        return startsLine(range);
      }).map(tokenOf);
    },
    /** A comment on the line on which a node ends; no other token. */
    getTokenAfter({ range: [, to] }: TSESTree.Node) {
      const found = comments.find((range) => range[0] >= to && /^[ \t]*$/.test(textOf([to, range[0]])));
      return found === undefined ? null : tokenOf(found);
    },
    getTokenBefore: () => null,
  };
  return sourceCode as unknown as SourceCode;
}
