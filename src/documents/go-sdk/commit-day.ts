import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { lstatOf, pathInside } from "../../catalog/files.js";
import { isDay } from "../../catalog/stamp-forms.js";

const COMMITTER = /^committer [^\n]{0,1000} (\d{1,12}) ([+-])(\d{2})(\d{2})$/m;

/** More bytes than git needs to read a commit, and fewer than a machine would notice. */
const LARGEST = 32 * 1024 * 1024;

/**
 * The day of a commit, where its committer was. Git reads the commit's object as data: it runs in an empty repository of its
 * own that only borrows the checkout's objects, so that no configuration, hook, attribute or remote of the checkout, of
 * the user or of the machine applies.
 *
 * @returns `YYYY-MM-DD`; undefined where git is missing or does not find the commit in the checkout itself
 */
export function commitDay(directory: string, commit: string): string | undefined {
  try {
    const objects = pathInside(directory, ".git/objects");
    // Objects that other folders hold are none of the checkout's.
    if (objects === undefined || lstatOf(join(objects, "info", "alternates")) !== undefined || !areFiles(objects, commit)) return undefined;
    const text = readCommit(resolve(objects), commit);
    return dayOf(text.slice(0, text.indexOf("\n\n")));
  } catch {
    return undefined;
  }
}

/** Whether all that git may look into for a commit are files of the folder: git follows links, and waits for pipes. */
function areFiles(objects: string, commit: string): boolean {
  const loose = pathInside(objects, `${commit.slice(0, 2)}/${commit.slice(2)}`);
  const packs = pathInside(objects, "pack");
  if (loose !== undefined && lstatOf(loose)?.isFile() !== true) return false;
  return packs === undefined || readdirSync(packs, { withFileTypes: true }).every((entry) => entry.isFile());
}

function readCommit(objects: string, commit: string): string {
  const repository = mkdtempSync(join(resolve(tmpdir()), "tencentcloud-codes-"));
  try {
    for (const folder of ["objects", "refs"]) mkdirSync(join(repository, folder));
    const config = join(repository, "config");
    writeFileSync(config, "");
    writeFileSync(join(repository, "HEAD"), "ref: refs/heads/none\n");
    return execFileSync("git", ["cat-file", "commit", commit], {
      // Windows looks for programs in the working folder first.
      cwd: repository,
      env: {
        PATH: process.env["PATH"],
        SystemRoot: process.env["SystemRoot"],
        HOME: repository,
        GIT_DIR: repository,
        GIT_OBJECT_DIRECTORY: objects,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_GLOBAL: config,
        GIT_NO_LAZY_FETCH: "1",
        GIT_NO_REPLACE_OBJECTS: "1",
        // An object of a few kilobytes can unpack to any size.
        GIT_ALLOC_LIMIT: String(LARGEST),
      },
      encoding: "utf8",
      maxBuffer: 1_000_000,
      timeout: 10_000,
      killSignal: "SIGKILL",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } finally {
    rmSync(repository, { recursive: true, force: true });
  }
}

function dayOf(header: string): string | undefined {
  const [, seconds, sign, hours, minutes] = COMMITTER.exec(header) ?? [];
  if (seconds === undefined) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === "-" ? -1 : 1);
  const day = new Date((Number(seconds) + offset) * 1000).toISOString().slice(0, 10);
  // A commit can claim a year of five digits.
  return isDay(day) ? day : undefined;
}
