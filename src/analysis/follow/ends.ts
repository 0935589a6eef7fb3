/**
 * How control leaves a piece of code: `normal` at its end, `break` and `continue` (with a label where they
 * name one) to something around it, `return`, `throw`, or `exit` when the process ends.
 */
export type EndKind = "normal" | "throw" | "return" | "exit" | "break" | "continue" | `break ${string}` | `continue ${string}`;

/** One way out, and what became of the error on the way. */
export interface End {
  readonly kind: EndKind;
  /** Whether the error or its code was handed to somebody, or given back. */
  readonly handedOver: boolean;
  /** Whether something was written to a log. */
  readonly writtenDown?: boolean;
  /** Whether the way leads over the node that was asked about. */
  readonly passedWaypoint?: boolean;
}

/** What happened on a way so far, as a set of bits: there are few states, so that sets of them stay small. */
export type State = number;

export const nothing: State = 0;
export const handedOver: State = 1;
export const writtenDown: State = 2;
export const passedWaypoint: State = 4;
/** The value that is returned holds the error: known to the caller, who need not do anything with it. */
export const givenBack: State = 8;

/** A set of ways out. */
export class Ends {
  private readonly found = new Map<string, { readonly kind: EndKind; readonly state: State }>();

  static of(kind: EndKind, states: Iterable<State>): Ends {
    const ends = new Ends();
    for (const state of states) ends.add(kind, state);
    return ends;
  }

  add(kind: EndKind, state: State): void {
    this.found.set(`${kind}|${String(state)}`, { kind, state });
  }

  addAll(others: Ends): this {
    for (const { kind, state } of others.found.values()) this.add(kind, state);
    return this;
  }

  /** The states of the ways of some kinds, which are taken out. */
  take(...kinds: readonly EndKind[]): State[] {
    const states = new Set<State>();
    for (const [key, { kind, state }] of this.found) {
      if (!kinds.includes(kind)) continue;
      states.add(state);
      this.found.delete(key);
    }
    return [...states];
  }

  /** What all ways that come back to a caller have in common; undefined where none comes back. */
  common(): State | undefined {
    const back = [...this.found.values()].filter(({ kind }) => kind !== "throw" && kind !== "exit");
    return back.length === 0 ? undefined : back.reduce((all, { state }) => all & state, ~0);
  }

  /** The same ways for a caller, who has the returned value in hand. */
  withoutReturned(): Ends {
    const ends = new Ends();
    for (const { kind, state } of this.found.values()) ends.add(kind, state & ~givenBack);
    return ends;
  }

  all(): readonly End[] {
    return [...this.found.values()].map(({ kind, state }) => ({
      kind,
      handedOver: (state & (handedOver | givenBack)) !== 0,
      writtenDown: (state & writtenDown) !== 0,
      passedWaypoint: (state & passedWaypoint) !== 0,
    }));
  }
}

export function including(states: readonly State[], effect: State): State[] {
  return [...new Set(states.map((state) => state | effect))];
}
