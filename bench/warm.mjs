import typescriptParser from "@typescript-eslint/parser";
import { ESLint } from "eslint";
const tencentcloud = (await import("../dist/split/rules/index.js")).default;
const folder = process.argv[2];
const names = process.argv[3] ? [process.argv[3]] : Object.keys(tencentcloud.rules);
for (let i = 0; i < 4; i++) {
const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, ignore: false, stats: true, overrideConfig: { files: ["**/*.ts"], languageOptions: { parser: typescriptParser }, plugins: { tencentcloud }, rules: Object.fromEntries(names.map((n) => [`tencentcloud/${n}`, "error"])) } });
const t = performance.now();
const results = await eslint.lintFiles(["**/*.ts"]);
const wall = performance.now() - t;
const per = {};
for (const r of results) for (const pass of r.stats.times.passes) for (const [k, v] of Object.entries(pass.rules ?? {})) per[k] = (per[k] ?? 0) + v.total;
console.log(Math.round(wall), Math.round(Object.values(per).reduce((a, b) => a + b, 0)), Object.entries(per).filter(([,v]) => v > 1).map(([k, v]) => `${k.slice(13)} ${v.toFixed(0)}`).join(", "));
}
