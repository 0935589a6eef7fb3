import type { CodeDescription, ErrorCodeInfo, RetryClass, RetryInfo, ServiceTable } from "tencentcloud-error-codes";
import { isNamedAsReading } from "../../codemap/reading.js";
import { allCodesOf, finderIn, keyWith, namesIn, type CodesByFamily } from "../../codemap/registry.js";
import { tableOf } from "../../codemap/service.js";
import { hasAction, retryClassByName, type CodeMap } from "./code-map.js";
import { CodeMapFolder, type TableFile } from "./code-map-folder.js";
import { LiteralError } from "./literals.js";

interface Registry {
  readonly ids: readonly string[];
  readonly codes: CodesByFamily;
  readonly clientTokens: Readonly<Record<string, string>>;
  readonly moreThanNamed: Readonly<Record<string, string>>;
  readonly days: Readonly<Record<string, string>>;
}

/** A code map that a project has made for itself, read as data from its sources or from what they were compiled to. */
export class OwnCodeMap implements CodeMap {
  private readonly folder: CodeMapFolder;
  private readonly registry: Registry;
  private readonly common: Readonly<Record<string, ErrorCodeInfo>>;
  private readonly find: (code: string) => readonly string[];
  private readonly tables = new Map<string, ServiceTable>();

  /**
   * @param name what the map is called in messages
   * @param folder its folder
   * @throws CodeMapError when the folder holds no code map of this format, and whenever a table turns out to be damaged
   */
  constructor(name: string, folder: string) {
    this.folder = new CodeMapFolder(name, folder);
    this.registry = this.folder.read("registry", readRegistry);
    this.common = this.folder.read("common", (file) => file.constant("rows", isRecordOf(isInfo)));
    this.find = finderIn(this.registry.codes);
  }

  /** Whether the files that were read are still the same. */
  isCurrent(): boolean {
    return this.folder.isUnchanged();
  }

  serviceIds(): readonly string[] {
    return this.registry.ids;
  }

  commonCodes(): Readonly<Record<string, ErrorCodeInfo>> {
    return this.common;
  }

  table(id: string): ServiceTable {
    const table = this.tables.get(id) ?? this.folder.read(id, (file) => readTable(id, this.common, file));
    this.tables.set(id, table);
    return table;
  }

  servicesDocumenting(code: string): readonly string[] {
    return this.find(code);
  }

  servicesWithAction(action: string): readonly string[] {
    return this.registry.ids.filter((id) => hasAction(this.table(id), action));
  }

  serviceCodes(): Iterable<string> {
    return allCodesOf(this.registry.codes);
  }

  classAnywhere(code: string): RetryClass {
    const classes = new Set(this.find(code).map((id) => this.table(id).codes[code]?.retry.class));
    const [only, second] = classes;
    if (second !== undefined) return "unclassified";
    return only ?? retryClassByName(code);
  }

  documentedOn(service: string): string | undefined {
    return keyWith(this.registry.days, service);
  }

  takesClientToken(service: string, action: string): boolean | undefined {
    return hasAction(this.table(service), action) ? namesIn(this.registry.clientTokens, service)?.includes(action) : undefined;
  }

  onlyReads(service: string, action: string): boolean | undefined {
    const others = hasAction(this.table(service), action) ? namesIn(this.registry.moreThanNamed, service) : undefined;
    return others && isNamedAsReading(action) && !others.includes(action);
  }
}

function readRegistry(file: TableFile): Registry {
  return {
    ids: file.constant("serviceIds", isListOf(isText)),
    codes: file.constant("services", isRecordOf(isListOf(isText))),
    clientTokens: file.constant("clientTokens", isRecordOf(isText)),
    moreThanNamed: file.constant("moreThanNamed", isRecordOf(isText)),
    // Code maps that were generated before there were days have none.
    days: file.declares("days") ? file.constant("days", isRecordOf(isText)) : {},
  };
}

function readTable(id: string, common: Readonly<Record<string, ErrorCodeInfo>>, file: TableFile): ServiceTable {
  const [retries, places, descriptions] = file.tableOf(isListOf(isRetry), isRecordOf(isNumber), isRecordOf(isListOf(isDescription)));
  if (Object.values(places).some((place) => place >= retries.length)) throw new LiteralError('the table "codes" lacks a retry class', 0);
  const actions = file.constant("actions", isRecordOf(isListOf(isText)));
  return { id, versions: file.versions(isListOf(isText)), codes: tableOf(common, retries, places, descriptions), actions };
}

type Is<Value> = (value: unknown) => value is Value;

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

function isListOf<Item>(is: Is<Item>): Is<readonly Item[]> {
  return (value): value is readonly Item[] => Array.isArray(value) && value.every(is);
}

function isRecordOf<Item>(is: Is<Item>): Is<Readonly<Record<string, Item>>> {
  return (value): value is Readonly<Record<string, Item>> => isRecord(value) && Object.values(value).every(is);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every class, or this does not compile. */
const classes: Readonly<Record<RetryClass, true>> = { throttled: true, transient: true, pending: true, renew: true, permanent: true, unclassified: true };

function isRetry(value: unknown): value is RetryInfo {
  return isRecord(value) && isText(value["class"]) && Object.hasOwn(classes, value["class"]) && isText(value["by"]) && isText(value["evidence"]);
}

function isDescription(value: unknown): value is CodeDescription {
  return isRecord(value) && isText(value["text"]) && isText(value["language"]) && isText(value["table"]);
}

function isInfo(value: unknown): value is ErrorCodeInfo {
  return isRecord(value) && isText(value["family"]) && typeof value["common"] === "boolean" && isRetry(value["retry"]) && isListOf(isDescription)(value["descriptions"]);
}
