// Where a rule fails, its host goes on with a warning; a test is to fail.
const { emitWarning } = process;
if (emitWarning.name !== "failing") {
  process.emitWarning = function failing(warning: Error | string, ...rest: unknown[]) {
    if (String(warning).includes("because it failed")) throw new Error(String(warning));
    Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
}
