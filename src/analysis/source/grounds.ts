/** An import of another module that was followed, with the file that it leads to and what is known of that. */
export interface FollowedImport {
  readonly from: string;
  readonly source: string;
  /** Absolute; undefined where it leads to no file. */
  readonly path: string | undefined;
  /** Another object when the file has changed; undefined where it is not followed. */
  readonly module: object | undefined;
}

/** A module of which the syntax was read. */
export interface ReadModule {
  readonly path: string;
  readonly read: object;
}

export type Ground = FollowedImport | ReadModule;

/** What an answer about a module leans on beside the text of that module. */
export class Grounds {
  /** Whether the answer can be another one for another linted file: for what that hands to the module, or where it stands. */
  ofFile = false;
  /** Most answers lean on none: there is a set only where there are some. */
  private noted: Set<Ground> | undefined;

  /** In the order in which they were come to. */
  get all(): ReadonlySet<Ground> {
    return this.noted ?? none;
  }

  get isNothing(): boolean {
    return !this.ofFile && this.noted === undefined;
  }

  note(ground: Ground): void {
    (this.noted ??= new Set()).add(ground);
  }

  add({ noted, ofFile }: Grounds): void {
    this.ofFile ||= ofFile;
    if (noted === undefined || this.ofFile) return;
    for (const ground of noted) this.note(ground);
  }
}

const none: ReadonlySet<Ground> = new Set();
