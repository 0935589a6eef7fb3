import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { inTurns, megabytes, milliseconds, root, times } from "../lib/measure.js";
import { peerFolder } from "../lib/peers.js";

const programs = {
  empty: "export {};\n",
  ours: `import { cvmErrorCodes, type CvmErrorCode } from "tencentcloud-error-codes/cvm";\nexport const code: CvmErrorCode = "InternalError";\nexport const row = cvmErrorCodes[code];\n`,
  peer: `import { EC2ServiceException } from "@aws-sdk/client-ec2";\nexport const thrown = (error: EC2ServiceException): string => error.name;\n`,
};

/** What one large service adds to the compiler's work, and what the exception of the EC2 client adds. */
export async function types({ typesRuns }) {
  const folder = peerFolder({ "@aws-sdk/client-ec2": "3.1169.0" });
  for (const name of ["tencentcloud-error-codes", "@types/node", "undici-types"]) link(folder, name);
  for (const [name, text] of Object.entries(programs)) writeFileSync(join(folder, `${name}.ts`), text);
  const measured = inTurns(typesRuns, Object.fromEntries(Object.keys(programs).map((name) => [name, () => compile(folder, name)])));
  const added = (name, key) => Math.max(0, measured[name][key] - measured.empty[key]);
  const [time, memory] = ["time", "memory"].map((key) => added("ours", key) / added("peer", key));
  return [
    { what: "types of cvm: time added to tsc", ours: milliseconds(added("ours", "time")), peer: `${milliseconds(added("peer", "time"))} (EC2ServiceException)`, ratio: times(time), aim: "≤ 0.05 ×", met: time <= 0.05 },
    { what: "types of cvm: memory added to tsc", ours: megabytes(added("ours", "memory")), peer: `${megabytes(added("peer", "memory"))} (EC2ServiceException)`, ratio: times(memory), aim: "≤ 0.05 ×", met: memory <= 0.05 },
  ];
}

function link(folder, name) {
  const path = join(folder, "node_modules", name);
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) symlinkSync(join(root, "node_modules", name), path, "junction");
}

function compile(folder, name) {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const options = ["--ignoreConfig", "--noEmit", "--strict", "--target", "ES2023", "--module", "NodeNext", "--skipLibCheck", "--types", "node", "--extendedDiagnostics"];
  const output = execFileSync(process.execPath, ["--expose-gc", tsc, ...options, `${name}.ts`], { cwd: folder, encoding: "utf8" });
  const figure = (label) => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(output)?.[1]);
  return { time: figure("Total time") * 1000, memory: figure("Memory used") * 1000 };
}
