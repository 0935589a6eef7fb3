import { anyService, type Services } from "../knowledge/services.js";

/** `settings.tencentcloud`, shared by all rules, with nothing left out. */
export interface Settings {
  /** Services (SDK names) that errors come from where the code does not show it. */
  readonly services: Services;
  /** Modules that hand on the SDK, such as a company's wrapper package. */
  readonly sdkModules: readonly string[];
  /** Names of functions that tell whether a value is an error of the Tencent Cloud SDK. */
  readonly errorGuards: readonly string[];
  /** Names of classes whose instances are errors of the Tencent Cloud SDK, or carry one's code. */
  readonly errorClasses: readonly string[];
  /** Retry classes that overrule the tables, by code or by family (`ResourceNotFound.*`). */
  readonly retryClasses: Readonly<Record<string, string>>;
  /** Whether imports are followed into other modules; a list names packages whose modules are followed beside the project's own. */
  readonly followImports: boolean | readonly string[];
  /** A code map that is read beside the package's: a folder that `generate` wrote, or a package. */
  readonly codeMap?: string;
}

const nothingSet: Settings = { services: anyService, sdkModules: [], errorGuards: [], errorClasses: [], retryClasses: {}, followImports: true };

/** ESLint hands over the same settings for each file, and a project can have set thousands of codes. */
const known = new WeakMap<object, Settings>();

/** Reads `settings.tencentcloud`; what has the wrong shape counts as not set, and so does what throws when it is looked at. */
export function readSettings(settings: unknown): Settings {
  try {
    return settingsOf(settings);
  } catch {
    return nothingSet;
  }
}

function settingsOf(settings: unknown): Settings {
  const own = isRecord(settings) ? settings["tencentcloud"] : undefined;
  if (!isRecord(own)) return nothingSet;
  const read = known.get(own) ?? settingsIn(own);
  known.set(own, read);
  return read;
}

function settingsIn(own: Record<string, unknown>): Settings {
  return {
    services: someOrAny(strings(own["services"])),
    sdkModules: strings(own["sdkModules"]),
    errorGuards: strings(own["errorGuards"]),
    errorClasses: strings(own["errorClasses"]),
    retryClasses: isRecord(own["retryClasses"]) ? stringValues(own["retryClasses"]) : {},
    followImports: typeof own["followImports"] === "boolean" ? own["followImports"] : Array.isArray(own["followImports"]) ? strings(own["followImports"]) : true,
    ...(typeof own["codeMap"] === "string" ? { codeMap: own["codeMap"] } : {}),
  };
}

function someOrAny(services: readonly string[]): Services {
  return services.length === 0 ? anyService : services;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function stringValues(value: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
