import { join } from "node:path";
import { documentationOf } from "../../src/catalog/links.js";
import { commonFacts, serviceFacts } from "../../src/codegen/facts.js";
import type { CodeFacts } from "../../src/codegen/rows.js";
import type { ServiceEntry } from "../../src/catalog/model.js";
import { packageRoot } from "../../src/catalog/package-root.js";
import { loadRetryPolicy } from "../../src/catalog/retry.js";
import { loadCatalog } from "../../src/store/read/load.js";

/** What is documented about one service. */
export interface ServiceFacts {
  readonly entry: ServiceEntry;
  /** Its page at Tencent Cloud. */
  readonly link: string;
  /** Its own codes, in order. */
  readonly codes: readonly CodeFacts[];
}

/** All that the site shows. */
export interface Facts {
  /** The gateway's codes, in order. */
  readonly common: readonly CodeFacts[];
  /** In the order of their names. */
  readonly services: readonly ServiceFacts[];
}

/** VitePress bundles each module that loads data with a copy of this one: what has been read is kept for all of them. */
const kept = globalThis as { tencentCloudFacts?: Facts };

/** The facts of the repository's catalog; read once. */
export function loadFacts(): Facts {
  kept.tencentCloudFacts ??= read(join(packageRoot(), "catalog"));
  return kept.tencentCloudFacts;
}

function read(directory: string): Facts {
  const catalog = loadCatalog(directory);
  const policy = loadRetryPolicy(directory);
  return {
    common: commonFacts(catalog, policy),
    services: [...catalog.services.values()].map((entry) => ({ entry, link: documentationOf(entry), codes: serviceFacts(entry, catalog, policy) })),
  };
}
