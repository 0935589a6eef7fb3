import type { ErrorCodeInfo, RetryClass } from "tencentcloud-error-codes";
import { familyOf } from "../../codemap/families.js";
import { packageCodeMap, type CodeMap } from "./code-map.js";
import { joinCodeMaps } from "./joined-code-map.js";
import { OwnCodeMap } from "./own-code-map.js";
import { OwnModules } from "./own-modules.js";
import { resolveCodeMap } from "./resolve-code-map.js";

/** A code map with what was computed from it, for as long as it is the same. */
class Facts {
  private common: ReadonlyMap<string, ErrorCodeInfo> | undefined;
  private ids: ReadonlySet<string> | undefined;
  private codes: readonly string[] | undefined;
  private ofFamilies: ReadonlySet<string> | undefined;
  /** Lists of codes by the services that they come from: a project asks about the same few again and again. */
  private readonly byServices = new Map<string, readonly string[]>();
  private readonly classes = new Map<string, RetryClass>();
  private readonly byAction = new Map<string, readonly string[]>();

  /** @param ownModules how the modules of one's own code map are imported, where there is one */
  constructor(
    readonly codeMap: CodeMap,
    readonly ownModules?: OwnModules,
  ) {}

  commonCodes(): ReadonlyMap<string, ErrorCodeInfo> {
    return (this.common ??= new Map(Object.entries(this.codeMap.commonCodes())));
  }

  serviceIds(): ReadonlySet<string> {
    return (this.ids ??= new Set(this.codeMap.serviceIds()));
  }

  allCodes(): readonly string[] {
    return (this.codes ??= [...new Set([...this.commonCodes().keys(), ...this.codeMap.serviceCodes()])]);
  }

  families(): ReadonlySet<string> {
    return (this.ofFamilies ??= new Set(this.allCodes().map(familyOf)));
  }

  servicesWithAction(action: string): readonly string[] {
    const known = this.byAction.get(action) ?? this.codeMap.servicesWithAction(action);
    this.byAction.set(action, known);
    return known;
  }

  codesOf(services: readonly string[]): readonly string[] {
    const key = services.join(" ");
    const codes = this.byServices.get(key) ?? [...new Set(services.flatMap((service) => Object.keys(this.codeMap.table(service).codes)))];
    this.byServices.set(key, codes);
    return codes;
  }

  classAnywhere(code: string): RetryClass {
    const known = this.classes.get(code) ?? this.codeMap.classAnywhere(code);
    this.classes.set(code, known);
    return known;
  }
}

const ofPackage = new Facts(packageCodeMap());

interface OwnFacts {
  readonly own: OwnCodeMap;
  readonly facts: Facts;
}

/** What own code maps say together with the package's, by folder. */
const ofFolders = new Map<string, OwnFacts>();

/** Files are linted one after the other: what holds for the file that is being linted holds for all that is asked. */
let inUse = ofPackage;

export function factsInUse(): Facts {
  return inUse;
}

/** Whether the package has a service, whatever one's own code map says. */
export function isServiceOfPackage(id: string): boolean {
  return ofPackage.serviceIds().has(id);
}

/**
 * Chooses the code map for the file that is being linted.
 *
 * @param codeMap `settings.tencentcloud.codeMap`: a folder that `generate` wrote, or a package; undefined for the tables of
 * `tencentcloud-error-codes` alone
 * @param cwd what a relative folder is relative to, and where a package is looked for
 * @throws CodeMapError when there is no such code map, or it cannot be used
 */
export function useCodeMap(codeMap: string | undefined, cwd: string): void {
  inUse = ofPackage;
  if (codeMap !== undefined) inUse = factsWith(codeMap, cwd);
}

function factsWith(codeMap: string, cwd: string): Facts {
  const folder = resolveCodeMap(codeMap, cwd);
  const known = ofFolders.get(folder);
  // An editor's process lives longer than a code map.
  if (known?.own.isCurrent() === true) return known.facts;
  const own = new OwnCodeMap(codeMap, folder);
  const modules = new OwnModules(codeMap, folder, new Set(own.serviceIds()));
  const facts = new Facts(joinCodeMaps(ofPackage.codeMap, own), modules);
  ofFolders.set(folder, { own, facts });
  return facts;
}
