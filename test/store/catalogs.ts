import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { onTestFinished } from "vitest";

/** A folder for the time of one test, with these files. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "store-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A page with one code of a service's own. */
export function pageWith(code: string): string {
  return `## Error Codes\n\n### Service Error Codes\n\n| Error Code | Description |\n|---|---|\n| ${code} | It failed. |\n`;
}

/** Makes a named pipe; false where there is no such thing. */
export function makePipe(path: string): boolean {
  return spawnSync("mkfifo", [path]).status === 0;
}
