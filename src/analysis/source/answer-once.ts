import { Grounds } from "./grounds.js";

/**
 * The answers that a file has given, so that each question about a node is answered once.
 *
 * Questions lead to questions, and some come back to themselves: functions call each other in a circle. What such a question
 * gets while it is being answered is a stand-in, and whatever leans on it holds only as long as the question stays open:
 * kept for good, it would make answers depend on which function of a file is asked about first.
 */
export class Answers {
  /** The questions that are being answered, the outermost first. */
  readonly open: Run[] = [];
  /** How often something was computed anew because what it leaned on no longer holds. */
  again = 0;
  /** Answers about other modules that other files have got. */
  shared: SharedAnswers | undefined;
  private readonly byQuestion = new Map<unknown, Map<object, unknown>>();

  /** The places of all answers to one question, by node. An answer that asked nothing else stands there itself. */
  to(question: unknown): Map<object, unknown> {
    let answers = this.byQuestion.get(question);
    if (answers === undefined) this.byQuestion.set(question, (answers = new Map<object, unknown>()));
    return answers;
  }

  /** What the answer that is being looked for leans on; undefined for one that is kept for this file alone. */
  get grounds(): Grounds | undefined {
    return this.open.at(-1)?.grounds;
  }

  /** The answer that is being looked for holds for this file alone. */
  leanOnFile(): void {
    const { grounds } = this;
    if (grounds !== undefined) grounds.ofFile = true;
  }
}

/** Answers about nodes of other modules, kept for all files that come to them. */
export interface SharedAnswers {
  /** An answer that holds for this file too. */
  find(question: unknown, node: object): SettledAnswer | undefined;
  keep(question: unknown, node: object, answer: SettledAnswer): void;
}

/** An answer that leans on no open question. */
export interface SettledAnswer {
  readonly answer: unknown;
  readonly height: number;
  readonly grounds: Grounds;
}

/** Generated code nests expressions deeper than the stack is. */
const mostOpen = 150;
/** Hundreds of functions that all call each other have more ways through them than can be gone. */
const mostAgain = 2_000;

/** Where the answers to one question about one node are kept. */
class Place {
  run: Run | undefined;
  /** The answer that leans on nothing. */
  settled: Kept | undefined;
  /** The last answer that leaned on open questions or on the limit of their number. */
  provisional: Kept | undefined;
}

interface Kept {
  readonly answer: unknown;
  readonly leansOn: ReadonlySet<Run>;
  /** What was answered on the way in a circle with this question: while one of them is open, the circle is entered elsewhere. */
  readonly circle: ReadonlySet<Place>;
  /** How many questions were open one inside the other, at most, to find the answer. */
  readonly height: number;
  /** How many questions were open around one that ran into the limit; undefined for an answer that did not. */
  readonly cutAt: number | undefined;
  /** Undefined for an answer about the linted file. */
  readonly grounds: Grounds | undefined;
}

/** One try to answer a question. */
class Run {
  isOpen = true;
  readonly leansOn = new Set<Run>();
  readonly circle = new Set<Place>();
  height = 0;
  isCut = false;

  constructor(readonly grounds: Grounds | undefined) {}

  /** Takes over what an answer that this one uses depends on. */
  uses({ leansOn, circle, height, cutAt, grounds }: Kept, place: Place): void {
    if (grounds !== undefined) this.grounds?.add(grounds);
    this.height = Math.max(this.height, height + 1);
    this.isCut ||= cutAt !== undefined;
    if (leansOn.size === 0) return;
    for (const run of leansOn) this.leansOn.add(run);
    for (const member of circle) this.circle.add(member);
    this.circle.add(place);
  }
}

const nothing: ReadonlySet<never> = new Set();

/**
 * Answers `question` about `node` once for the life of a file.
 *
 * @example
 * export function clientOf(file, node) {
 *   return answerOnce(file, clientOf, node, undefined, () => findClient(file, node)); // may ask clientOf(file, node) again
 * }
 *
 * @param whileAnswering what the question gets when it comes back to itself while it is being answered (constants that name
 * each other, mutual recursion), or when too many questions are open
 * @param compute has to depend on the file alone
 */
export function answerOnce<Answer>({ answers }: { readonly answers: Answers }, question: unknown, node: object, whileAnswering: Answer, compute: () => Answer): Answer {
  const places = answers.to(question);
  const known = places.get(node);
  const { open } = answers;
  const asking = open.at(-1);
  const about = answers.shared === undefined ? "file" : subjectOf(node);
  if (about === "file") answers.leanOnFile();
  if (known === undefined ? places.has(node) : !(known instanceof Place)) {
    if (asking === undefined) return known as Answer;
    asking.height ||= 1;
    if (open.length < mostOpen) return known as Answer;
    asking.isCut = true;
    return whileAnswering;
  }
  const place = known instanceof Place ? known : new Place();
  if (place.run !== undefined) {
    asking?.leansOn.add(place.run);
    return whileAnswering;
  }
  const kept = keptFor(answers, place);
  if (kept !== undefined) {
    asking?.uses(kept, place);
    return kept.answer as Answer;
  }
  if (open.length >= mostOpen) {
    if (asking !== undefined) asking.isCut = true;
    return whileAnswering;
  }
  const shared = about === "module" ? answers.shared?.find(question, node) : undefined;
  if (shared !== undefined && open.length + shared.height < mostOpen) {
    // A spread takes ten times as long as all the rest of finding the answer.
    place.settled = { answer: shared.answer, leansOn: nothing, circle: nothing, height: shared.height, cutAt: undefined, grounds: shared.grounds };
    places.set(node, place);
    asking?.uses(place.settled, place);
    return shared.answer as Answer;
  }
  places.set(node, place);
  if (place.settled !== undefined || place.provisional !== undefined) answers.again += 1;
  const run = new Run(about === "file" ? undefined : new Grounds());
  place.run = run;
  open.push(run);
  try {
    const answer = compute();
    run.leansOn.delete(run);
    const { grounds, height } = run;
    const found = { answer, leansOn: frozen(run.leansOn), circle: frozen(run.circle), height, cutAt: run.isCut ? open.length - 1 : undefined, grounds };
    if (found.leansOn.size > 0 || run.isCut) place.provisional = found;
    else {
      if (about === "module" && grounds?.ofFile === false) answers.shared?.keep(question, node, { answer, height, grounds });
      if (height === 0 && (grounds === undefined || grounds.isNothing)) places.set(node, answer);
      else place.settled = found;
    }
    asking?.uses(found, place);
    return answer;
  } finally {
    open.pop();
    run.isOpen = false;
    place.run = undefined;
  }
}

/** Whether a question is about a node or variable of the linted file, of another module, or about something put together of either. */
function subjectOf(subject: object): "both" | "file" | "module" {
  const { range } = ("identifiers" in subject ? ((subject as { readonly identifiers: readonly object[] }).identifiers[0] ?? subject) : subject) as { readonly range?: readonly [number, number] };
  return range === undefined ? "both" : range[0] < 0 ? "module" : "file";
}

/** One object for a node together with something else that a question is about, to be asked about in the place of a node. */
export function pairOf(file: { readonly answers: Answers }, node: object, other: unknown): object {
  const pairs = file.answers.to(pairOf);
  const ofNode = (pairs.get(node) ?? new Map()) as Map<unknown, object>;
  pairs.set(node, ofNode);
  const pair = ofNode.get(other) ?? {};
  ofNode.set(other, pair);
  return pair;
}

/** The answer that is the same as one computed now would be. */
function keptFor({ again, open }: Answers, { settled, provisional }: Place): Kept | undefined {
  if (settled !== undefined && open.length + settled.height < mostOpen && holds(settled)) return settled;
  if (provisional === undefined) return undefined;
  if (again > mostAgain) return provisional;
  const { cutAt, height } = provisional;
  return (cutAt === undefined ? open.length + height < mostOpen : open.length === cutAt) && holds(provisional) ? provisional : undefined;
}

function holds({ circle, leansOn }: Kept): boolean {
  for (const run of leansOn) if (!run.isOpen) return false;
  for (const { run } of circle) if (run !== undefined) return false;
  return true;
}

function frozen<Item>(items: ReadonlySet<Item>): ReadonlySet<Item> {
  return items.size === 0 ? nothing : items;
}
