import { resolve } from "node:path";

import ts from "typescript";
import { describe, expect, it } from "vitest";

const FILE = resolve("test/types/editor-main.ts");

/** A language service over one file in memory. `|` in the text is where the cursor stands. */
function at(text: string): { service: ts.LanguageService; cursor: number } {
  const source = text.replace("|", "");
  const options: ts.CompilerOptions = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, lib: ["lib.es2023.d.ts"], types: [], strict: true };
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [FILE],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const content = path === FILE ? source : ts.sys.readFile(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: (path) => path === FILE || ts.sys.fileExists(path),
    readFile: (path) => ts.sys.readFile(path),
    directoryExists: (path) => ts.sys.directoryExists(path),
    getDirectories: (path) => ts.sys.getDirectories(path),
  };
  return { service: ts.createLanguageService(host), cursor: text.indexOf("|") };
}

function completions(text: string): readonly string[] {
  const { service, cursor } = at(text);
  return service.getCompletionsAtPosition(FILE, cursor, {})?.entries.map(({ name }) => name) ?? [];
}

function hover(text: string): string {
  const { service, cursor } = at(text);
  const info = service.getQuickInfoAtPosition(FILE, cursor);
  return ts.displayPartsToString(info?.documentation);
}

const CBS = `import { cbsErrorCodes, isCbsError } from "tencentcloud-error-codes/cbs";
import { hasErrorCode, inFamily, matchErrorCode, matchSomeErrorCodes } from "tencentcloud-error-codes";
declare const error: unknown;
`;

describe("completion", { timeout: 30_000 }, () => {
  it("of a comparison inside a guard offers the codes of the service", () => {
    const offered = completions(`${CBS}if (isCbsError(error) && error.code === "|") throw error;`);
    expect(offered).toEqual(expect.arrayContaining(["InvalidDisk.Busy", "RequestLimitExceeded"]));
    expect(offered).not.toContain("FailedOperation.RbacForbidden");
  });

  it("of a comparison inside a guard with an action offers the codes of the action", () => {
    const offered = completions(`${CBS}if (isCbsError(error, "AttachDisks") && error.code === "|") throw error;`);
    expect(offered).toContain("InvalidDisk.NotPortable");
    expect(offered).not.toContain("InvalidSnapshotId.NotFound");
  });

  it("of an action offers the actions of the service", () => {
    expect(completions(`${CBS}isCbsError(error, "|");`)).toContain("AttachDisks");
  });

  it("of hasErrorCode offers the codes that the error can have", () => {
    expect(completions(`${CBS}if (isCbsError(error)) hasErrorCode(error, "|");`)).toContain("InvalidDisk.Busy");
  });

  it("of hasErrorCode offers the common codes where nothing is known", () => {
    const offered = completions(`${CBS}hasErrorCode(error, "|");`);
    expect(offered).toContain("RequestLimitExceeded");
    expect(offered).not.toContain("InvalidDisk.Busy");
  });

  it("of inFamily offers the families of the codes that the error can have", () => {
    const offered = completions(`${CBS}if (isCbsError(error)) inFamily(error.code, "|");`);
    expect(offered).toEqual(expect.arrayContaining(["InvalidDisk", "AuthFailure"]));
    expect(offered).not.toContain("InvalidDisk.Busy");
  });

  it("of inFamily offers the families of the common codes where nothing is known", () => {
    const offered = completions(`${CBS}inFamily(error, "|");`);
    expect(offered).toContain("RequestLimitExceeded");
    expect(offered).not.toContain("InvalidDisk");
  });

  it("of matchSomeErrorCodes' handlers offers codes, families and the rest", () => {
    const offered = completions(`${CBS}if (isCbsError(error)) matchSomeErrorCodes(error, { | });`);
    expect(offered).toEqual(expect.arrayContaining([`"InvalidDisk.Busy"`, `"AuthFailure.*"`, "otherwise"]));
  });

  it("of matchErrorCode's handlers offers codes, families and the rest", () => {
    const offered = completions(`${CBS}if (isCbsError(error)) matchErrorCode(error, { | });`);
    expect(offered).toEqual(expect.arrayContaining([`"InvalidDisk.Busy"`, `"AuthFailure.*"`, "otherwise"]));
  });

  it("of a table offers the codes", () => {
    expect(completions(`${CBS}cbsErrorCodes["|"];`)).toContain("InvalidDisk.Busy");
  });
});

describe("hover", { timeout: 30_000 }, () => {
  it("over a key of a table shows description, language, retry class and page", () => {
    expect(hover(`${CBS}cbsErrorCodes["Invalid|Disk.Busy"];`)).toMatch(/^The cloud disk is busy\. Try again later\. \(en\) Retry: pending\. https:\/\/\S+$/);
  });

  it("over a key of the common table shows the same", () => {
    const text = `import { commonErrorCodes } from "tencentcloud-error-codes";\ncommonErrorCodes["Action|Offline"];`;
    expect(hover(text)).toMatch(/\(zh\) Retry: permanent\. https:\/\/\S+$/);
  });

  it("over a key without a description says so", () => {
    const text = `import { cvmErrorCodes } from "tencentcloud-error-codes/cvm";\ncvmErrorCodes["InvalidInstance|Id.NotFound"];`;
    expect(hover(text)).toMatch(/^No description is known\. Retry: permanent\. https:\/\/\S+$/);
  });

  it("over a guard shows what it is for", () => {
    expect(hover(`${CBS}isCbs|Error(error);`)).toContain("exception of the SDK with a code documented for cbs");
  });
});
