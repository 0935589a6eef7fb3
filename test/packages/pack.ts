import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { createProject, root, type Project } from "./project.js";

/** What `npm pack` says about one package. */
export interface Packed {
  readonly name: string;
  readonly filename: string;
  /** Bytes of the tarball. */
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

interface Both {
  readonly plugin: Packed;
  readonly codeMap: Packed;
}

/** Packed once for all files of tests that a process runs. */
let packed: { readonly both: Both; readonly project: Project } | undefined;

/** Packs both packages as they would be published, into the project's folder. */
export function packInto(project: Project): Both {
  packed ??= packBoth();
  const { both, project: source } = packed;
  for (const { filename } of [both.plugin, both.codeMap]) cpSync(join(source.directory, filename), join(project.directory, filename));
  return both;
}

function packBoth(): NonNullable<typeof packed> {
  for (const built of ["dist/rules/index.js", "generated/dist/index.js"]) {
    if (!existsSync(join(root, built))) throw new Error(`${built} is not there; run "npm run build" first.`);
  }
  const project = createProject({});
  process.once("exit", () => {
    project.remove();
  });
  return { project, both: { plugin: pack(project, root), codeMap: pack(project, join(root, "generated")) } };
}

function pack(project: Project, folder: string): Packed {
  return answerOf(project.succeed("npm", "pack", folder, "--json", "--ignore-scripts", "--loglevel=error"));
}

/** What would be packed of a folder that is a package, without packing it. */
export function listPacked(project: Project): Packed {
  return answerOf(project.succeed("npm", "pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel=error"));
}

function answerOf(output: string): Packed {
  const [said] = Object.values(JSON.parse(output) as Packed[] | Record<string, Packed>);
  if (said === undefined) throw new Error("npm pack said nothing about the package.");
  return said;
}
