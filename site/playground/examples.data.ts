import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { examplesOf, type Example } from "./examples.js";

const folder = fileURLToPath(new URL("../../docs/rules/", import.meta.url));

declare const data: readonly Example[];
export { data };

export default {
  watch: [`${folder}*.md`],
  load: (): readonly Example[] =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".md"))
      .flatMap((file) => examplesOf(file.slice(0, -".md".length), readFileSync(`${folder}${file}`, "utf8"))),
};
