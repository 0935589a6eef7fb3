import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, type Project } from "./project.js";

/** What `npm pack` says about one package. */
export interface Packed {
  readonly name: string;
  readonly filename: string;
  /** Bytes of the tarball. */
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

/** Packs both packages as they would be published, into the project's folder. */
export function packInto(project: Project): { readonly plugin: Packed; readonly codeMap: Packed } {
  for (const built of ["dist/rules/index.js", "generated/dist/index.js"]) {
    if (!existsSync(join(root, built))) throw new Error(`${built} is not there; run "npm run build" first.`);
  }
  return { plugin: pack(project, root), codeMap: pack(project, join(root, "generated")) };
}

function pack(project: Project, folder: string): Packed {
  const output = project.succeed("npm", "pack", folder, "--json", "--ignore-scripts", "--loglevel=error");
  const answer = JSON.parse(output) as Packed[] | Record<string, Packed>;
  const [packed] = Object.values(answer);
  if (packed === undefined) throw new Error(`npm pack said nothing about ${folder}.`);
  return packed;
}
