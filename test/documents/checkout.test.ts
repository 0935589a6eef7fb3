import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";

import { describe, expect, it, vi } from "vitest";

import { readGoSdk } from "../../src/documents/go-sdk/checkout.js";
import { stampOf } from "../../src/documents/go-sdk/stamp.js";
import { folderWith, makePipe } from "../store/catalogs.js";

const VERSION = "tencentcloud/cbs/v20170312";
const CHECKOUT = {
  "tencentcloud/common/go.mod": "module x\n",
  [`${VERSION}/errors.go`]: 'package v20170312\n\nconst (\n\tBUSY = "ResourceBusy"\n)\n',
  [`${VERSION}/client.go`]: 'import "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common"\n',
};
const NO_STAMP = { repository: "TencentCloud/tencentcloud-sdk-go" };
const read = (folder: string): ReturnType<typeof readGoSdk> => readGoSdk(folder, { stamp: {}, descriptions: false });
const stamp = (folder: string): ReturnType<typeof stampOf> => stampOf(folder, `${VERSION}/client.go`, {});

function git(folder: string, ...argv: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null", GIT_AUTHOR_DATE: "2026-08-20T12:00:00Z", GIT_COMMITTER_DATE: "2026-08-20T23:30:00+0800" };
  return execFileSync("git", ["-C", folder, "-c", "user.name=x", "-c", "user.email=x@example.com", ...argv], { env, encoding: "utf8" }).trim();
}

/** A checkout with one commit, and the commit's id. */
function committed(): readonly [folder: string, commit: string] {
  const folder = folderWith(CHECKOUT);
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message=one");
  return [folder, git(folder, "rev-parse", "HEAD")];
}

describe("the commit of a checkout", () => {
  it("is known with its day, where the committer was, from a branch", () => {
    const [folder, commit] = committed();
    expect(stamp(folder)).toEqual({ ...NO_STAMP, commit, date: "2026-08-20" });
  });

  it("is known from packed references and objects", () => {
    const [folder, commit] = committed();
    git(folder, "gc", "--quiet", "--aggressive");
    expect(existsSync(join(folder, ".git/refs/heads/main"))).toBe(false);
    expect(stamp(folder)).toEqual({ ...NO_STAMP, commit, date: "2026-08-20" });
  });

  it("is known with its day where the folder for temporary files is a relative one", () => {
    const [folder, commit] = committed();
    vi.stubEnv("TMPDIR", ".");
    try {
      expect(stamp(folder)).toEqual({ ...NO_STAMP, commit, date: "2026-08-20" });
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it("is known without a branch", () => {
    const [folder, commit] = committed();
    git(folder, "checkout", "--quiet", "--detach");
    expect(stamp(folder)).toEqual({ ...NO_STAMP, commit, date: "2026-08-20" });
  });

  it.skipIf(process.platform === "win32")("has no day where it unpacks to more than any commit, and fills no memory", () => {
    const [folder] = committed();
    const text = Buffer.concat([Buffer.from("tree x\ncommitter A <a> 1700000000 +0000\n\n"), Buffer.alloc(40_000_000, "x")]);
    const commit = "ab".padEnd(40, "0");
    mkdirSync(join(folder, ".git/objects/ab"), { recursive: true });
    writeFileSync(join(folder, ".git/objects/ab", commit.slice(2)), deflateSync(Buffer.concat([Buffer.from(`commit ${text.length}\0`), text])));
    writeFileSync(join(folder, ".git/HEAD"), commit);
    const found = execFileSync("which", ["git"], { encoding: "utf8" }).trim();
    const programs = folderWith({ git: `#!/bin/sh\nexec ${found} "$@" 2> "$(dirname "$0")/said"\n` });
    chmodSync(join(programs, "git"), 0o755);
    const path = process.env["PATH"] ?? "";
    process.env["PATH"] = `${programs}:${path}`;
    try {
      expect(stamp(folder)).toEqual({ ...NO_STAMP, commit });
    } finally {
      process.env["PATH"] = path;
    }
    expect(readFileSync(join(programs, "said"), "utf8")).toContain("over limit");
  });

  it("has no day where it claims a year that no calendar has", () => {
    const [folder] = committed();
    const text = "tree x\ncommitter A <a> 999999999999 +0000\n\n";
    const commit = "ab".padEnd(40, "0");
    mkdirSync(join(folder, ".git/objects/ab"), { recursive: true });
    writeFileSync(join(folder, ".git/objects/ab", commit.slice(2)), deflateSync(`commit ${String(text.length)}\0${text}`));
    writeFileSync(join(folder, ".git/HEAD"), commit);
    expect(stamp(folder)).toEqual({ ...NO_STAMP, commit });
  });

  it.skipIf(process.platform === "win32")("is asked for with these variables alone, whatever the environment holds", () => {
    const [folder] = committed();
    const programs = folderWith({ git: '#!/bin/sh\nenv > "$(dirname "$0")/env"\n' });
    chmodSync(join(programs, "git"), 0o755);
    vi.stubEnv("PATH", `${programs}:${process.env["PATH"] ?? ""}`);
    for (const name of ["GIT_TRACE", "GIT_SSH_COMMAND", "GIT_CONFIG_COUNT", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "XDG_CONFIG_HOME"]) vi.stubEnv(name, "/evil");
    expect(stamp(folder)).toEqual({ ...NO_STAMP, commit: expect.any(String) as string });
    vi.unstubAllEnvs();
    const given = new Map(readFileSync(join(programs, "env"), "utf8").split("\n").map((line): [string, string] => [line.split("=", 1)[0] ?? "", line.slice(line.indexOf("=") + 1)]));
    const repository = given.get("GIT_DIR") ?? "";
    const fixed = { HOME: repository, GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: `${repository}/config`, GIT_NO_LAZY_FETCH: "1", GIT_NO_REPLACE_OBJECTS: "1", GIT_OBJECT_DIRECTORY: `${folder}/.git/objects` };
    expect(Object.fromEntries(Object.keys(fixed).map((name) => [name, given.get(name)]))).toEqual(fixed);
    expect(repository.startsWith(folder)).toBe(false);
    expect([...given.keys()].filter((name) => /^(?:GIT_|XDG_)/.test(name)).sort()).toEqual(["GIT_ALLOC_LIMIT", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_DIR", "GIT_NO_LAZY_FETCH", "GIT_NO_REPLACE_OBJECTS", "GIT_OBJECT_DIRECTORY"]);
  });

  it("is the one that the user names, and no git is looked at", () => {
    const [folder] = committed();
    expect(stampOf(folder, `${VERSION}/client.go`, { commit: "0123abc" })).toEqual({ ...NO_STAMP, commit: "0123abc" });
  });

  it("has no day where its objects are borrowed from another folder", () => {
    const [other, commit] = committed();
    const borrowing = (borrow: (objects: string) => void): string => {
      const folder = folderWith({ ...CHECKOUT, ".git/HEAD": commit, ".git/objects/info/x": "" });
      borrow(join(folder, ".git/objects"));
      return folder;
    };
    const loose = `${commit.slice(0, 2)}/${commit.slice(2)}`;
    for (const folder of [
      borrowing((objects) => writeFileSync(join(objects, "info/alternates"), `${other}/.git/objects\n`)),
      borrowing((objects) => symlinkSync(join(other, ".git/objects", commit.slice(0, 2)), join(objects, commit.slice(0, 2)))),
      borrowing((objects) => {
        mkdirSync(join(objects, commit.slice(0, 2)));
        symlinkSync(join(other, ".git/objects", loose), join(objects, loose));
      }),
    ]) expect(stamp(folder)).toEqual({ ...NO_STAMP, commit });
    git(other, "gc", "--quiet", "--aggressive");
    for (const folder of [
      borrowing((objects) => symlinkSync(join(other, ".git/objects/pack"), join(objects, "pack"))),
      borrowing((objects) => {
        mkdirSync(join(objects, "pack"));
        for (const name of readdirSync(join(other, ".git/objects/pack"))) symlinkSync(join(other, ".git/objects/pack", name), join(objects, "pack", name));
      }),
    ]) expect(stamp(folder)).toEqual({ ...NO_STAMP, commit });
  });

  it("has no day where the commit is a pipe, which nobody waits for", (context) => {
    const commit = "ab".padEnd(40, "0");
    const folder = folderWith({ ...CHECKOUT, ".git/HEAD": commit, ".git/objects/ab/x": "" });
    if (!makePipe(join(folder, ".git/objects/ab", commit.slice(2)))) context.skip("There are no named pipes here.");
    const start = performance.now();
    expect(stamp(folder)).toEqual({ ...NO_STAMP, commit });
    expect(performance.now() - start).toBeLessThan(8000);
  });

  it("is unknown where .git points elsewhere", () => {
    const [folder] = committed();
    const other = folderWith(CHECKOUT);
    writeFileSync(join(other, ".git"), `gitdir: ${folder}/.git\n`);
    expect(stamp(other)).toEqual(NO_STAMP);
  });

  it.each(["ref: ../secret", "ref: refs/heads/../../../secret", "ref: /etc/passwd", "ref: config", "0".repeat(39)])("is unknown for a HEAD of %j", (head) => {
    const id = `${"a".repeat(40)}\n`;
    const folder = folderWith({ ...CHECKOUT, ".git/HEAD": `${head}\n`, ".git/config": id, ".git/refs/heads/main": id, secret: id });
    expect(stamp(folder)).toEqual(NO_STAMP);
  });

  it("is unknown where HEAD is a link or a pipe", () => {
    const folder = folderWith({ ...CHECKOUT, ".git/x": "", secret: `${"a".repeat(40)}\n` });
    symlinkSync("../secret", join(folder, ".git/HEAD"));
    expect(stamp(folder)).toEqual(NO_STAMP);
    rmSync(join(folder, ".git/HEAD"));
    makePipe(join(folder, ".git/HEAD"));
    expect(stamp(folder)).toEqual(NO_STAMP);
  });
});

/** Configurations that make git run a program; the program leaves a file. */
const CONFIGURATIONS: Readonly<Record<string, (program: string) => string>> = {
  "gpg.program": (program) => `[log]\n\tshowSignature = true\n[gpg]\n\tprogram = ${program}\n`,
  "core.fsmonitor": (program) => `[core]\n\tfsmonitor = ${program}\n`,
  "a promisor remote": (program) => `[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\tpromisor = true\n\turl = ext::${program}\n[protocol "ext"]\n\tallow = always\n`,
  "a promisor remote with core.sshCommand": (program) => `[core]\n\trepositoryformatversion = 1\n\tsshCommand = ${program}\n[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\tpromisor = true\n\turl = ssh://a.invalid/b\n`,
};

describe("a checkout whose configuration names programs", () => {
  it.each(Object.keys(CONFIGURATIONS))("%s: none is run", (name) => {
    const [folder] = committed();
    const program = join(folder, "evil.sh");
    writeFileSync(program, `#!/bin/sh\ntouch ${folder}/ran\n`);
    chmodSync(program, 0o755);
    // A signed commit: with the first of the configurations, showing it runs the program.
    const signed = git(folder, "cat-file", "commit", "HEAD").replace("\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n");
    const id = execFileSync("git", ["-C", folder, "hash-object", "-t", "commit", "-w", "--stdin"], { input: `${signed}\n`, encoding: "utf8" }).trim();
    writeFileSync(join(folder, ".git/refs/heads/main"), `${name.startsWith("a promisor remote") ? "1".repeat(40) : id}\n`);
    writeFileSync(join(folder, ".git/config"), CONFIGURATIONS[name]?.(program) ?? "");
    expect(stamp(folder).commit).toMatch(/^[0-9a-f]{40}$/);
    expect(existsSync(join(folder, "ran"))).toBe(false);
  });
});

describe("a checkout with files that are none", () => {
  it.each([`${VERSION}/errors.go`, `${VERSION}/client.go`, `${VERSION}/models.go`, "products.md"])("a link in the place of %s is refused by name", (path) => {
    const folder = folderWith(CHECKOUT);
    rmSync(join(folder, path), { force: true });
    symlinkSync("/dev/zero", join(folder, path));
    expect(() => read(folder)).toThrow(expect.objectContaining({ line: `${join(folder, path)}: It is a symbolic link; only regular files and folders are read.` }) as Error);
  });

  it("a pipe in the place of errors.go is refused, and not waited for", (context) => {
    const folder = folderWith(CHECKOUT);
    rmSync(join(folder, VERSION, "errors.go"));
    if (!makePipe(join(folder, VERSION, "errors.go"))) context.skip("There are no named pipes here.");
    expect(() => read(folder)).toThrow("It is a named pipe");
  });

  it.each(["tencentcloud/cvm", `tencentcloud/cbs/v20200101`])("a linked folder %s is refused by name", (path) => {
    const folder = folderWith(CHECKOUT);
    symlinkSync(join(folder, "tencentcloud"), join(folder, path));
    expect(() => read(folder)).toThrow("It is a symbolic link");
  });

  it.each(["index", "con"])("a service %s is refused by name", (id) => {
    const folder = folderWith(CHECKOUT);
    mkdirSync(join(folder, "tencentcloud", id, "v20200101"), { recursive: true });
    expect(() => read(folder)).toThrow(`"${id}" cannot be the name of a service`);
  });
});

it("only git and the browser are started", () => {
  const modules = execFileSync("git", ["grep", "-lE", 'from "(node:)?child_process"', "--", "src", "rules"], { encoding: "utf8" }).trim().split("\n");
  expect(modules).toEqual(["src/commands/explain/open-page.ts", "src/documents/go-sdk/commit-day.ts"]);
});
