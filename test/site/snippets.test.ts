import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { loadFacts } from "../../site/data/catalog.js";
import { snippetsFor, type Handled } from "../../site/components/snippets.js";
import { root } from "../packages/project.js";
import { memoryProgram } from "../tools/memory-program.js";

const facts = loadFacts();

/** One code of each class, of the gateway and of services; one whose family has no other; one that is no identifier. */
const handled: readonly Handled[] = [
  ...["InternalError", "RequestLimitExceeded", "AuthFailure.SignatureExpire", "InvalidParameter", "FailedOperation", "ResourceInUse"].map(
    (code): Handled => ({ code, retry: facts.common.find((row) => row.code === code)?.info.retry.class ?? "unclassified", service: undefined, action: undefined }),
  ),
  { code: "InvalidDisk.Busy", retry: "pending", service: "cbs", action: "AttachDisks" },
  { code: "InvalidDiskId.NotFound", retry: "permanent", service: "cbs", action: "AttachDisks" },
  { code: "TradeDealConflict", retry: "unclassified", service: "cbs", action: undefined },
  { code: "InternalError.VpcRecodrNotFound", retry: "transient", service: "tke", action: "CreateCluster" },
];

const PRELUDE = `declare const client: Readonly<Record<string, (request: object) => Promise<unknown>>>;
declare const request: object;
declare function renewCredentials(): Promise<void>;
`;

describe("the TypeScript that a code's page shows", () => {
  it("compiles as it stands, with a client and a request", () => {
    const sources = new Map(
      handled.flatMap((one, at) => Object.entries(snippetsFor(one)).map(([kind, source]) => [join(root, `snippet-${at}-${kind}.ts`), `${source}${PRELUDE}export {};\n`] as const)),
    );
    const options: ts.CompilerOptions = { strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, skipLibCheck: true, noEmit: true, types: ["node"] };
    const program = memoryProgram(sources, options);
    const faults = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => `${file === undefined ? "" : sources.get(file.fileName)?.slice(0, 400)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
    expect(faults).toEqual([]);
  });

  it("asks the service's own table where there is one", () => {
    expect(snippetsFor({ code: "InvalidDisk.Busy", retry: "pending", service: "cbs", action: "AttachDisks" }).retry).toContain("isRetryable(error, cbsErrorCodes)");
    expect(snippetsFor({ code: "InternalError", retry: "transient", service: undefined, action: undefined }).retry).toContain("isRetryable(error)");
  });
});
