import tokensOf from "js-tokens";

/**
 * The native parser ends the process where its stack does: in a worker, at 2,400 brackets inside each other, and at 7,000 tokens
 * in a row of `class extends class extends …`. A bracket weighs three tokens; half of either is more than anybody writes.
 */
const most = 3_500;
const bracket = 3;

/** Words that begin a statement, unless they are the name of a property; nothing that is open around them goes on behind them. */
const beginning = new Set(["const", "export", "return", "throw", "var"]);

/** What is open: a bracket, a template, an element. */
interface Level {
  /** Tokens since the last one that ends a statement or an item of a list. */
  tokens: number;
  /** Of those that such an end does not close: `if (a) b; else if (a) b; else …`, `A<B, A<B, …`. */
  lasting: number;
}

/**
 * Whether a text may nest deeper than its parser can follow, known from its tokens alone.
 *
 * @param jsx whether it may hold elements
 */
export function nestsTooDeep(text: string, jsx: boolean): boolean {
  // One that is shorter cannot.
  if (text.length < most / bracket) return false;
  const around: Level[] = [];
  let here: Level = { tokens: 0, lasting: 0 };
  let total = 0;
  const add = (tokens: number, lasting: number): void => {
    here.tokens += tokens;
    here.lasting += lasting;
    total += tokens + lasting;
  };
  const open = (): void => {
    around.push(here);
    here = { tokens: 0, lasting: 0 };
    add(0, bracket);
  };
  const end = (): void => {
    total -= here.tokens;
    here.tokens = 0;
  };
  const close = (): void => {
    const outer = around.pop();
    if (outer === undefined) return;
    total -= here.tokens + here.lasting;
    here = outer;
  };
  let before = "";
  for (const { type, value } of tokensOf(text, { jsx } as { jsx: true })) {
    switch (type) {
      case "WhiteSpace":
      case "LineTerminatorSequence":
      case "MultiLineComment":
      case "SingleLineComment":
      case "JSXText":
        continue;
      case "TemplateHead":
        add(1, 0);
        open();
        break;
      case "TemplateTail":
        close();
        break;
      case "JSXPunctuator":
      case "Punctuator":
        // The elements in another stand beside each other.
        if (type === "Punctuator" && /^[([{]$/.test(value)) add(1, 0);
        if (/^[([{]$/.test(value) || (value === "<" && type === "JSXPunctuator")) open();
        else if (/^[)\]}]$/.test(value)) close();
        else if (type === "JSXPunctuator" && value === "/") {
          close();
          // `</`: what opened here was none.
          if (before === "<") close();
        } else if (value === "," || value === ";") end();
        else if (type === "Punctuator" || value !== ">") add(1, value === "<" ? bracket : 0);
        break;
      default:
        if (beginning.has(value) && !before.endsWith(".")) end();
        // The name at the end of an element.
        if (before === "/" && type === "JSXIdentifier") break;
        add(1, value === "else" ? 1 : 0);
    }
    if (total > most) return true;
    before = value;
  }
  return false;
}
