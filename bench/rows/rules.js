import { inTurns, megabytes, milliseconds, percent, runScript, times } from "../lib/measure.js";
import { writeCorpus } from "../corpus/corpus.js";

const script = new URL("../lib/lint.js", import.meta.url);

function lint(options, nodeOptions = []) {
  const result = runScript(script, [JSON.stringify(options)], nodeOptions);
  if (result.faults > 0) throw new Error(`${result.faults} files of the corpus cannot be parsed.`);
  return result;
}

/** All rules with types, and a typed rule of typescript-eslint. */
export async function typedRules({ files, typedRuns }) {
  const { project } = await writeCorpus(files);
  const of = (rules) => () => lint({ folder: project, typed: true, rules });
  const { ours, peer } = inTurns(typedRuns, { ours: of("all"), peer: of("peer") });
  const ratio = ours.rules / peer.rules;
  return [{ what: `all rules, typed, ${files} files: rule time`, ours: milliseconds(ours.rules), peer: `${milliseconds(peer.rules)} (switch-exhaustiveness-check)`, ratio: times(ratio), aim: "≤ 2.00 × (1)", met: ratio <= 2 }];
}

/** All rules without types, beside a rule of ESLint's own, as in a project that lints already: without any rule ESLint leaves out much of its own work. */
export async function untypedRules({ files, runs }) {
  const { project } = await writeCorpus(files);
  const of = (rules) => () => lint({ folder: project, rules, base: true });
  const { ours, peer } = inTurns(runs, { ours: of("all"), peer: of("none") });
  const added = ours.rules / peer.wall;
  return [{ what: `all rules, untyped, ${files} files: rule time`, ours: milliseconds(ours.rules), peer: `${milliseconds(peer.wall)} (wall, one rule of ESLint's)`, ratio: `+${percent(added)}`, aim: "≤ +25 % (1)", met: added <= 0.25 }];
}

/** Files that have nothing to do with Tencent Cloud, with the plugin and without it; both with a rule of ESLint's own. */
export async function plainFiles({ files, runs }) {
  const { plain } = await writeCorpus(files);
  const of = (rules) => () => lint({ folder: plain, rules, base: true });
  const { ours, peer } = inTurns(runs, { ours: of("all"), peer: of("none") });
  const added = ours.rules / peer.wall;
  return [
    { what: "files without Tencent Cloud: wall time", ours: milliseconds(ours.wall), peer: `${milliseconds(peer.wall)} (no plugin, one rule)`, ratio: times(ours.wall / peer.wall), aim: "no difference", met: ours.wall / peer.wall <= 1.02 },
    { what: "the same, time in the rules", ours: milliseconds(ours.rules), peer: `${milliseconds(peer.wall)} (wall, no plugin, one rule)`, ratio: `+${percent(added)}`, aim: "no difference", met: added <= 0.01 },
  ];
}

/** What stays in memory after linting, with all rules and without any. */
export async function memory({ files, memoryRuns }) {
  const { project } = await writeCorpus(files);
  const of = (rules) => () => lint({ folder: project, rules }, ["--expose-gc"]);
  const { ours, peer } = inTurns(memoryRuns, { ours: of("all"), peer: of("none") });
  const added = ours.heap - peer.heap;
  return [{ what: "memory after linting the corpus, untyped", ours: megabytes(ours.heap), peer: `${megabytes(peer.heap)} (no plugin)`, ratio: `+${megabytes(added)}`, aim: "≤ +25 MB", met: added <= 25e6 }];
}
