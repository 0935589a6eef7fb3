import type { CompileContext, Extension, Token } from "mdast-util-from-markdown";

/**
 * Makes table nodes of the tokens of `micromark-extension-gfm-table`. `mdast-util-gfm-table` does so too, and brings what writes
 * Markdown, which nothing here does.
 */
export function tablesFromMarkdown(): Extension {
  let isInTable = false;
  return {
    enter: {
      table(token) {
        isInTable = true;
        this.enter({ type: "table", align: (token._align ?? []).map((align) => (align === "none" ? null : align)), children: [] }, token);
      },
      tableRow(token) {
        this.enter({ type: "tableRow", children: [] }, token);
      },
      tableData: enterCell,
      tableHeader: enterCell,
    },
    exit: {
      table(token) {
        isInTable = false;
        this.exit(token);
      },
      tableRow: exit,
      tableData: exit,
      tableHeader: exit,
      codeText(token) {
        const text = this.resume();
        const node = this.stack.at(-1);
        // In a table, code cannot hold a bar but behind a backslash, which belongs to the table.
        if (node?.type === "inlineCode") node.value = isInTable ? text.replaceAll(String.raw`\|`, "|") : text;
        this.exit(token);
      },
    },
  };
}

function enterCell(this: CompileContext, token: Token): void {
  this.enter({ type: "tableCell", children: [] }, token);
}

function exit(this: CompileContext, token: Token): void {
  this.exit(token);
}
