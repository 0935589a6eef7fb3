import { mayDealWithErrors, mayHoldTencentCode } from "../source/gate.js";
import type { Settings } from "../source/settings.js";
import { files } from "./files.js";
import { isReadable, type Following } from "./followed.js";

/** How many imports lead to a module that names Tencent Cloud, and how many modules are asked for one file. */
const deepest = 5;
const most = 100;
/** In milliseconds: for so long a file that was asked about is taken for unchanged, since a run asks about the same ones again and again. */
const keptFor = 250;

interface Seen {
  readonly at: number;
  readonly stamp: string | undefined;
  readonly names: boolean;
  readonly sources: readonly string[];
}

/** What the texts of modules say. */
const seen = new Map<string, Seen>();
/** More than a project has; of a larger one the oldest are looked at anew. */
const mostSeen = 20_000;

/**
 * Whether a file that names nothing of Tencent Cloud reads a code and imports something that does, at last through other
 * modules. Only texts are looked at.
 */
export function leadsToTencentCloud(path: string, text: string, settings: Settings, following: Following): boolean {
  if (!mayDealWithErrors(text)) return false;
  const asked = new Set([path]);
  let open = sourcesIn(text).map((source) => ({ source, from: path }));
  for (let depth = 0; depth < deepest && open.length > 0; depth += 1) {
    const next: typeof open = [];
    for (const { from, source } of open) {
      const found = following.mayFollow(source) ? files().resolve(from, source) : undefined;
      if (found === undefined || asked.has(found) || !isReadable(found) || /[\\/]node_modules[\\/]/.test(found)) continue;
      if (asked.add(found).size > most) return false;
      const { names, sources } = look(found, settings);
      if (names) return true;
      next.push(...sources.map((inner) => ({ source: inner, from: found })));
    }
    open = next;
  }
  return false;
}

function look(path: string, settings: Settings): Seen {
  const known = seen.get(path);
  const at = Date.now();
  if (known !== undefined && at - known.at < keptFor) return known;
  const stamp = files().stamp(path);
  const text = known?.stamp === stamp || stamp === undefined ? undefined : files().read(path);
  const fresh = text === undefined ? { names: known?.names ?? false, sources: known?.sources ?? [] } : { names: mayHoldTencentCode(text, settings, false), sources: sourcesIn(text) };
  const found = { at, stamp, ...fresh };
  if (seen.size >= mostSeen && !seen.has(path)) seen.clear();
  seen.set(path, found);
  return found;
}

/** What a text imports that is no package: names that begin with a dot, or with what aliases begin with. */
function sourcesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\b(?:from|import|require)\s*\(?\s*["']((?:\.|@\/|~|#)[^"'\n]*)["']/g)].map(([, source = ""]) => source))];
}
