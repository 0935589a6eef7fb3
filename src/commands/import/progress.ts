import cliProgress from "cli-progress";

/** Tells a person how far an import is. */
export interface Progress {
  step(done: number, total: number, name: string): void;
  /** Must be called whatever happens: until then a bar keeps the process running. */
  end(): void;
}

/** A bar on a terminal that can go back on a line; elsewhere a plain line for every tenth of the way. */
export function startProgress(stream: NodeJS.WriteStream, label: string): Progress {
  return stream.isTTY && process.env["TERM"] !== "dumb" ? bar(stream, label) : lines(stream, label);
}

function bar(stream: NodeJS.WriteStream, label: string): Progress {
  const format = `${label} {bar} {value}/{total} {name}`;
  // The terminal stays as it is: whoever is killed cannot bring the cursor back. Lines are cut where they would wrap.
  const shown = new cliProgress.SingleBar({ format, stream, hideCursor: false, linewrap: true, clearOnComplete: true }, cliProgress.Presets.shades_classic);
  let started = false;
  return {
    step(done, total, name) {
      if (!started) shown.start(total, 0, { name });
      started = true;
      shown.update(done, { name });
    },
    end() {
      if (started) shown.stop();
    },
  };
}

function lines(stream: NodeJS.WriteStream, label: string): Progress {
  let tenth = 0;
  return {
    step(done, total, name) {
      const reached = Math.floor((done * 10) / total);
      if (reached === tenth) return;
      tenth = reached;
      stream.write(`${label}: ${done} of ${total} (${name})\n`);
    },
    end() {},
  };
}
