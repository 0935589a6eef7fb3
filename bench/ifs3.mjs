import { Linter } from "eslint";
import parser from "@typescript-eslint/parser";
const { default: plugin } = await import("/tmp/speed/dist/split/rules/index.js");
const caught = (h) => `import { cbs } from "tencentcloud-sdk-nodejs"; const client = new cbs.v20170312.Client({});
export async function run() { try { await client.DescribeDisks({}); } catch (e) { ${h} } }`;
const tests = (n) => caught(Array.from({ length: n }, (_, i) => `if (e.code === "InvalidDisk.A${i}") return;`).join("\n"));
const linter = new Linter();
for (const id of ["exhaustive-common-codes"]) { const run = (n) => { const t = performance.now(); linter.verify(tests(n), [{ files: ["**"], languageOptions: { parser }, plugins: { t: plugin }, rules: { [`t/${id}`]: 2 } }]); return Math.round(performance.now() - t); }; run(50); console.log(id, [250, 500, 1000, 2000, 4000].map(run).join(" ")); }
