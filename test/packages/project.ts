import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder outside of the repository, so that nothing is found in the repository's `node_modules` by accident. */
export interface Project {
  readonly directory: string;
  read(path: string): string;
  write(path: string, text: string): void;
  /** Runs a program in the folder. */
  run(command: string, ...args: readonly string[]): Run;
  /** Runs a program in a folder below. */
  runIn(folder: string, command: string, ...args: readonly string[]): Run;
  /** Runs a program that has to succeed, and gives its standard output. */
  succeed(command: string, ...args: readonly string[]): string;
  remove(): void;
}

/** Makes an empty project with some files in it. */
export function createProject(files: Readonly<Record<string, string>>): Project {
  // ESLint compares paths as text, and a temporary folder can be behind a link.
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "tencentcloud-")));
  const project: Project = {
    directory,
    read: (path) => readFileSync(join(directory, path), "utf8"),
    write(path, text) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    },
    run(command, ...args) {
      return project.runIn(".", command, ...args);
    },
    runIn(folder, command, ...args) {
      const { status, stdout, stderr, error } = spawnSync(command, args, {
        cwd: join(directory, folder),
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, CI: "1" },
        // The programs of npm packages are batch files on Windows.
        shell: process.platform === "win32",
        maxBuffer: 64 * 1024 * 1024,
      });
      if (error !== undefined) throw error;
      return { status, stdout, stderr };
    },
    succeed(command, ...args) {
      const { status, stdout, stderr } = project.run(command, ...args);
      if (status !== 0) throw new Error(`${[command, ...args].join(" ")} failed with exit code ${String(status)}.\n${stdout}\n${stderr}`);
      return stdout;
    },
    remove() {
      rmSync(directory, { recursive: true, force: true });
    },
  };
  for (const [path, text] of Object.entries(files)) project.write(path, text);
  return project;
}
