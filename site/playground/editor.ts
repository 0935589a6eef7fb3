import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { Compartment, EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Report, Suggestion } from "./lint.js";

/** An editor on the page. */
export interface Editor {
  source(): string;
  /** Replaces the whole text. */
  setSource(source: string): void;
  setLanguage(language: "ts" | "js"): void;
  show(reports: readonly Report[]): void;
  /** Changes the text as a suggestion says, in a step that can be undone. */
  apply(suggestion: Suggestion): void;
  /** Selects what a report is about. */
  select(report: Report): void;
  destroy(): void;
}

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.moduleKeyword, tags.definitionKeyword], color: "var(--t-keyword)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--t-string)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--t-comment)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--t-number)" },
  { tag: [tags.typeName], color: "var(--t-type)" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: "var(--t-function)" },
]);

const looks = EditorView.theme({
  "&": { fontSize: "0.875rem", backgroundColor: "var(--vp-c-bg)", color: "var(--vp-c-text-1)" },
  "&.cm-focused": { outline: "2px solid var(--vp-c-brand-1)", outlineOffset: "-1px" },
  ".cm-scroller": { fontFamily: "var(--vp-font-family-mono)", lineHeight: "1.6" },
  ".cm-content": { caretColor: "var(--vp-c-text-1)", padding: "12px 0" },
  ".cm-cursor": { borderLeftColor: "var(--vp-c-text-1)" },
  ".cm-gutters": { backgroundColor: "var(--vp-c-bg-alt)", color: "var(--vp-c-text-3)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--vp-c-bg-soft)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--vp-c-brand-soft)" },
  ".cm-tooltip": { backgroundColor: "var(--vp-c-bg-elv)", color: "var(--vp-c-text-1)", border: "1px solid var(--vp-c-divider)", borderRadius: "8px", maxWidth: "min(90vw, 36rem)" },
  ".cm-diagnostic": { borderLeft: "3px solid var(--permanent-fill)", padding: "6px 10px" },
  ".cm-diagnosticAction": { backgroundColor: "var(--vp-c-brand-soft)", color: "var(--vp-c-brand-1)", borderRadius: "5px", margin: "6px 6px 0 0" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--permanent-fill)", textUnderlineOffset: "3px" },
});

/**
 * Puts an editor into an element.
 *
 * @param label what the editor is called
 * @param onChange is called after each change of the text
 */
export function createEditor(parent: HTMLElement, label: string, source: string, onChange: (source: string) => void): Editor {
  const language = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: source,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        bracketMatching(),
        indentOnInput(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        EditorView.lineWrapping,
        syntaxHighlighting(colours),
        looks,
        language.of(javascript({ typescript: true })),
        EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "off", spellcheck: "false" }),
        // Tab moves on to the next part of the page: nobody is kept in the editor.
        keymap.of([...lintKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onChange(state.doc.toString());
        }),
      ],
    }),
  });
  const apply = ({ from, to, text }: Suggestion): void => view.dispatch({ changes: { from, to, insert: text }, userEvent: "input.suggestion" });
  return {
    source: () => view.state.doc.toString(),
    setSource: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    setLanguage: (name) => view.dispatch({ effects: language.reconfigure(javascript({ typescript: name === "ts" })) }),
    show(reports) {
      const end = view.state.doc.length;
      const diagnostics = reports.map(
        (report): Diagnostic => ({
          from: Math.min(report.from, end),
          to: Math.min(report.to, end),
          severity: "error",
          source: report.rule ?? "syntax",
          message: report.says,
          actions: report.suggestions.map((suggestion) => ({ name: suggestion.says, apply: () => apply(suggestion) })),
        }),
      );
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    apply,
    select({ from, to }) {
      view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}
