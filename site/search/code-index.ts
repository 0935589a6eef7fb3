import type { RetryInfo } from "../../src/codemap/types.js";
import type { ActionIndexFile, CodeIndexFile } from "./index-format.js";
import { lettersIn } from "./near.js";
import { unpackCodes } from "./packed-codes.js";

/** A service whose own list has a code, with the code's class there. */
export interface Owner {
  readonly service: string;
  readonly retry: RetryInfo;
}

/** An action of a service. */
export interface Action {
  readonly service: string;
  readonly action: string;
  readonly lower: string;
}

/** What a search looks through, made from the files. Codes have their numbers, in the order of their names. */
export class CodeIndex {
  readonly codes: readonly string[];
  readonly lower: readonly string[];
  /** Which letters each code has. */
  readonly letters: readonly number[];
  readonly services: readonly string[];
  /** The numbers of a family's codes, by the family's name. */
  readonly families: ReadonlyMap<string, readonly number[]>;
  /** Empty until the file with the actions is there. */
  actions: readonly Action[] = [];
  readonly #file: CodeIndexFile;
  readonly #owners: readonly string[];
  readonly #common: ReadonlySet<number>;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #serviceNumbers: ReadonlyMap<string, number>;

  constructor(file: CodeIndexFile) {
    this.#file = file;
    this.codes = unpackCodes(file.codes);
    this.lower = this.codes.map((code) => code.toLowerCase());
    this.letters = this.lower.map(lettersIn);
    this.services = file.services;
    this.families = familiesOf(this.codes);
    this.#owners = file.owners.split("\n");
    this.#common = new Set(file.common);
    this.#numbers = new Map(this.codes.map((code, number) => [code, number]));
    this.#serviceNumbers = new Map(file.services.map((service, number) => [service, number]));
  }

  addActions({ actions }: ActionIndexFile): void {
    this.actions = actions.split("\n").flatMap((names, service) =>
      names.split(" ").filter((name) => name !== "").map((action) => ({ service: this.services[service] ?? "", action, lower: action.toLowerCase() })),
    );
  }

  /** The number of a code, in exactly this spelling. */
  numberOf(code: string): number | undefined {
    return this.#numbers.get(code);
  }

  hasService(name: string): boolean {
    return this.#serviceNumbers.has(name);
  }

  isCommon(number: number): boolean {
    return this.#common.has(number);
  }

  /** Whether a service's own list has the code, or every service can return it. */
  isOf(number: number, service: string): boolean {
    if (this.#common.has(number)) return true;
    const wanted = this.#serviceNumbers.get(service);
    return wanted !== undefined && this.#ownersOf(number).includes(wanted);
  }

  /** The class of a code as most of its services have it. */
  retryOf(number: number): RetryInfo {
    return this.#retry(this.#file.retry[number]);
  }

  /** The services whose own lists have the code, in the order of their names. */
  ownersOf(number: number): readonly Owner[] {
    return this.#ownersOf(number).map((service) => ({
      service: this.services[service] ?? "",
      retry: this.#retry(this.#file.differing[`${number} ${service}`] ?? this.#file.retry[number]),
    }));
  }

  #ownersOf(number: number): readonly number[] {
    const owners = this.#owners[number] ?? "";
    return owners === "" ? [] : owners.split(" ").map(Number);
  }

  #retry(place: number | undefined): RetryInfo {
    return this.#file.retries[place ?? 0] ?? { class: "unclassified", by: "nothing", evidence: "" };
  }
}

function familiesOf(codes: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const families = new Map<string, number[]>();
  codes.forEach((code, number) => {
    const family = code.split(".", 1)[0] ?? code;
    const members = families.get(family);
    if (members === undefined) families.set(family, [number]);
    else members.push(number);
  });
  return families;
}
