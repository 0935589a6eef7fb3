import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

import type { SourceStamp } from "../../catalog/facts.js";
import { readText } from "../../catalog/files.js";

/** What the user says about a checkout that does not tell it itself. */
export interface StampOptions {
  readonly commit?: string | undefined;
  readonly date?: string | undefined;
}

/**
 * Which repository, commit and day a checkout is of: what the user says, else what its `.git` says.
 * An unpacked archive has none; its commit stays unknown.
 *
 * @param client the path of one of its `client.go`
 */
export function stampOf(directory: string, client: string, options: StampOptions): SourceStamp {
  const [commit, date] = options.commit === undefined ? headOf(directory) : [options.commit, options.date];
  return {
    repository: repositoryOf(client),
    ...(commit === undefined ? {} : { commit }),
    ...(date === undefined ? {} : { date }),
  };
}

/** The name stands in the path that every client imports the shared code from. */
function repositoryOf(client: string): string {
  const name = existsSync(client) ? /"[^"]*tencentcloud\/(tencentcloud-sdk-go[a-z-]*)\//.exec(readText(client))?.[1] : undefined;
  return `TencentCloud/${name ?? "tencentcloud-sdk-go"}`;
}

function headOf(directory: string): readonly [commit?: string, date?: string] {
  if (!existsSync(join(directory, ".git"))) return [];
  try {
    const arguments_ = ["-C", directory, "show", "--no-patch", "--format=%H %cs", "HEAD"];
    const [commit, date] = execFileSync("git", arguments_, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim().split(" ");
    return commit !== undefined && date !== undefined ? [commit, date] : [];
  } catch {
    // Without git the commit stays unknown, which the import says.
    return [];
  }
}
