import type { SourceStamp } from "../../catalog/facts.js";
import { readTextInside } from "../../catalog/files.js";
import { commitDay } from "./commit-day.js";
import { headCommit } from "./head-commit.js";

/** What the user says about a checkout that does not tell it itself. */
export interface StampOptions {
  readonly commit?: string | undefined;
  readonly date?: string | undefined;
}

/**
 * Which repository, commit and day a checkout is of: what the user says, else what its `.git` says.
 * An unpacked archive has none; its commit stays unknown.
 *
 * @param client the path of one of its `client.go`, relative to the checkout
 */
export function stampOf(directory: string, client: string, options: StampOptions): SourceStamp {
  const commit = options.commit ?? headCommit(directory);
  const date = options.date ?? (options.commit === undefined && commit !== undefined ? commitDay(directory, commit) : undefined);
  return {
    repository: repositoryOf(directory, client),
    ...(commit === undefined ? {} : { commit }),
    ...(date === undefined ? {} : { date }),
  };
}

/** The name stands in the path that every client imports the shared code from. */
function repositoryOf(directory: string, client: string): string {
  const text = readTextInside(directory, client) ?? "";
  const name = /"[^"]*tencentcloud\/(tencentcloud-sdk-go[a-z-]{0,40})\//.exec(text)?.[1];
  return `TencentCloud/${name ?? "tencentcloud-sdk-go"}`;
}
