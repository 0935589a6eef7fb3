/** What a project has set up and the rules cannot work with. It is no fault of the linted code: hosts end their run with it. */
export class SetupError extends Error {
  override readonly name: string = "SetupError";

  /** @param message what is wrong, with the offending value, and what to do about it */
  constructor(message: string) {
    super(message);
    // ESLint prints the stack of what a rule throws. Where in this package the setup is read helps nobody.
    this.stack = message;
  }
}
