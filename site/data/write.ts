import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { actionIndexOf, codeIndexOf } from "./code-index.js";
import { loadFacts } from "./catalog.js";
import { commonFileOf, serviceFileOf } from "./service-file.js";

/**
 * Writes the files that pages ask for while they are used.
 *
 * @param folder is replaced
 */
export function writeData(folder: string): void {
  const facts = loadFacts();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "services"), { recursive: true });
  const write = (name: string, value: object): void => writeFileSync(join(folder, `${name}.json`), JSON.stringify(value));
  write("codes", codeIndexOf(facts));
  write("actions", actionIndexOf(facts));
  write("common", commonFileOf(facts));
  for (const service of facts.services) write(join("services", service.entry.id), serviceFileOf(service));
}
