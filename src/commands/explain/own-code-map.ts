import { packageCodeMap } from "../../analysis/knowledge/code-map.js";
import { joinCodeMaps } from "../../analysis/knowledge/joined-code-map.js";
import { OwnCodeMap } from "../../analysis/knowledge/own-code-map.js";
import { resolveCodeMap } from "../../analysis/knowledge/resolve-code-map.js";
import { documentationOf } from "../../catalog/links.js";
import type { Classification } from "../../catalog/retry.js";
import type { ErrorCodeInfo } from "../../codemap/types.js";
import type { ServiceExplanation } from "./explanation.js";
import type { OwnFindings } from "./explanation.js";

/**
 * Reads one's own code map.
 *
 * @param codeMap a folder that `generate` wrote, or a package
 * @param cwd what a relative folder is relative to, and where a package is looked for
 * @throws CodeMapError when it cannot be used; what is asked later throws it too
 */
export function readOwnCodeMap(codeMap: string, cwd: string): OwnFindings {
  const own = new OwnCodeMap(codeMap, resolveCodeMap(codeMap, cwd));
  const joined = joinCodeMaps(packageCodeMap(), own);
  const ids = new Set(own.serviceIds());
  const common = own.commonCodes();
  return {
    services: [...ids].sort(),
    common: (code) => {
      const info = Object.hasOwn(common, code) ? common[code] : undefined;
      return info && { retry: classification(info), descriptions: info.descriptions };
    },
    explain: (code) => joined.servicesDocumenting(code).filter((id) => ids.has(id)).map((service) => explainIn(service, code)),
    codes: (service) => (service === undefined ? [...own.serviceCodes(), ...Object.keys(common)] : ids.has(service) ? Object.keys(joined.table(service).codes) : []),
  };

  function explainIn(service: string, code: string): ServiceExplanation {
    const { actions, codes } = joined.table(service);
    const info = codes[code];
    return {
      service,
      retry: info === undefined ? unclassified : classification(info),
      actions: Object.keys(actions).filter((action) => actions[action]?.includes(code)).sort(),
      descriptions: info?.descriptions ?? [],
      sources: ["code map"],
      documentation: documentationOf({ id: service }),
    };
  }
}

const unclassified: Classification = { class: "unclassified", by: "nothing", match: "", evidence: "the sources do not say" };

function classification({ retry }: ErrorCodeInfo): Classification {
  return { ...retry, match: "" };
}
