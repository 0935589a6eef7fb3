/**
 * What importing a large service (types and table) costs tsc, in an otherwise empty program with Node's types:
 * instantiations, memory and total time beside those of the empty program, the least of some runs in turns.
 *
 *   npm run build && node bench/types.js [runs]
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const RUNS = Number(process.argv[2] ?? 7);
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bench-types-"));

const PROGRAMS = {
  empty: "export {};",
  cvm: programOf("cvm", "Cvm", "RunInstances"),
  vpc: programOf("vpc", "Vpc", "CreateVpc"),
};

try {
  mkdirSync(join(folder, "node_modules"));
  for (const name of ["tencentcloud-error-codes", "@types", "undici-types"]) symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  for (const [name, text] of Object.entries(PROGRAMS)) writeFileSync(join(folder, `${name}.ts`), text);
  for (const skipLibCheck of [true, false]) report(skipLibCheck);
} finally {
  rmSync(folder, { recursive: true });
}

function programOf(id, type, action) {
  return `
import type { ${type}ErrorCode, ${type}ErrorCodeOf } from "tencentcloud-error-codes/${id}";
import { ${id}ErrorCodes } from "tencentcloud-error-codes/${id}";
export const code: ${type}ErrorCode = "InternalError";
export const ofAction: ${type}ErrorCodeOf<"${action}"> = "InternalError";
export const row = ${id}ErrorCodes.InternalError.retry.class;
`;
}

function report(skipLibCheck) {
  console.log(`skipLibCheck ${skipLibCheck}`);
  const least = {};
  for (let run = 0; run < RUNS; run += 1) {
    for (const name of Object.keys(PROGRAMS)) least[name] = leastOf(least[name], measure(name, skipLibCheck));
  }
  for (const [name, { instantiations, memory, time }] of Object.entries(least)) {
    const share = (time / least.empty.time - 1) * 100;
    console.log(
      `  ${name.padEnd(6)} +${instantiations - least.empty.instantiations} instantiations` +
        `  +${((memory - least.empty.memory) / 1000).toFixed(1)} MB  ${time.toFixed(2)} s (${share >= 0 ? "+" : ""}${share.toFixed(0)} %)`,
    );
  }
}

function measure(name, skipLibCheck) {
  const compilerOptions = { target: "ES2023", lib: ["ES2023"], module: "NodeNext", strict: true, noEmit: true, types: ["node"], skipLibCheck };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
  const printed = execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder, "--extendedDiagnostics"], { encoding: "utf8" });
  const numberOf = (label) => Number(new RegExp(`^${label}: +([\\d.]+)`, "m").exec(printed)?.[1]);
  return { instantiations: numberOf("Instantiations"), memory: numberOf("Memory used"), time: numberOf("Total time") };
}

function leastOf(a, b) {
  if (a === undefined) return b;
  return { instantiations: b.instantiations, memory: Math.min(a.memory, b.memory), time: Math.min(a.time, b.time) };
}
