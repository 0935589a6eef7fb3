/** Looks codes up many times and prints what one look-up allocates and takes: `node --expose-gc bench/lib/lookups.js`. */
import { inFamily, retryClassOf } from "tencentcloud-error-codes";
import { cvmErrorCodes, isCvmError, isCvmErrorCode } from "tencentcloud-error-codes/cvm";

// The collector and the compiler leave some two megabytes behind, once: among so many rounds they do not count.
const rounds = 4_000_000;
const codes = Object.keys(cvmErrorCodes).slice(0, 64);
const errors = codes.map((code) => Object.assign(new Error("busy"), { code, requestId: "1", traceId: "2" }));

function lookUp(index) {
  const [code, error] = [codes[index & 63], errors[index & 63]];
  return (isCvmErrorCode(code) ? 1 : 0) + (isCvmError(error) ? 1 : 0) + (inFamily(error, "InvalidParameter") ? 1 : 0) + retryClassOf(code, cvmErrorCodes).length + cvmErrorCodes[code].family.length;
}

let sum = 0;
for (let index = 0; index < rounds; index += 1) sum += lookUp(index);
globalThis.gc();
const before = process.memoryUsage().heapUsed;
const start = performance.now();
for (let index = 0; index < rounds; index += 1) sum += lookUp(index);
const time = performance.now() - start;
const bytes = Math.max(0, process.memoryUsage().heapUsed - before) / rounds / 5;
if (sum === 0) throw new Error("Nothing was found.");
console.log(JSON.stringify({ bytes, nanoseconds: (time * 1e6) / rounds / 5 }));
