import { runCli } from "../../src/cli.js";

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process and collects what it prints. */
export async function cli(...argv: readonly string[]): Promise<CliResult> {
  const printed = { stdout: "", stderr: "" };
  const restore = (["stdout", "stderr"] as const).map((name) => {
    const original = process[name].write.bind(process[name]);
    process[name].write = (chunk: string | Uint8Array): boolean => {
      printed[name] += String(chunk);
      return true;
    };
    return () => {
      process[name].write = original;
    };
  });
  try {
    const code = await runCli(argv);
    return { code, ...printed };
  } finally {
    for (const undo of restore) undo();
  }
}
