import { basename } from "node:path/posix";

import { shapeOf } from "./code-shape.js";
import { withoutMark } from "./encoding.js";
import { slashed } from "./files.js";
import { problemOfServiceId } from "./page-name.js";
import { excerptOfJson, quoted } from "./printable.js";
import { isCommit, isDay } from "./stamp-forms.js";
import { FACTS_FORMAT, type PageFacts, type SdkFacts, type ServiceFacts, type VersionFacts } from "./facts.js";
import type { InputError } from "./input-error.js";
import { jsonErrorAt, readJson } from "./json-read.js";
import { compare } from "./order.js";

const REPOSITORY = /^[\w.-]{1,100}\/[\w.-]{1,100}$/;

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads a facts file.
 *
 * @param text the JSON
 * @param file its path; the name must be the service's
 * @throws InputError with line and column when it is no JSON, of another format, or not as `stringifyFacts` writes it
 */
export function parseFacts(text: string, file: string): ServiceFacts {
  return new FactsReader(withoutMark(text), file).read();
}

class FactsReader {
  constructor(
    readonly text: string,
    readonly file: string,
  ) {}

  read(): ServiceFacts {
    const root = this.#object(readJson(this.text, this.file), "file");
    if (root["format"] !== FACTS_FORMAT) {
      const message = `The facts are in format ${excerptOfJson(root["format"])}; this version reads format ${FACTS_FORMAT}. Update eslint-plugin-tencentcloud, or import the service again.`;
      throw this.#error(message, '"format"');
    }
    const service = this.#string(root["service"], "service");
    const problem = problemOfServiceId(service);
    if (problem !== undefined) throw this.#error(problem, '"service"');
    if (basename(slashed(this.file)) !== `${service}.json`) {
      throw this.#error(`The service ${quoted(service)} does not fit the file's name; the file must be named "<service>.json".`, '"service"');
    }
    const product = root["product"];
    if (product !== undefined && !(Number.isSafeInteger(product) && Number(product) > 0)) throw this.#error("The product must be a whole number above 0.", '"product"');
    const sdks = Object.entries(this.#object(root["sdks"] ?? {}, "sdks"));
    return {
      service,
      ...(typeof product === "number" ? { product } : {}),
      sdks: new Map(sdks.map(([repository, sdk]) => [repository, this.#sdk(repository, this.#object(sdk, repository))])),
      ...(root["pages"] === undefined ? {} : { pages: this.#pages(this.#object(root["pages"], "pages")) }),
    };
  }

  #sdk(repository: string, sdk: Members): SdkFacts {
    if (!REPOSITORY.test(repository)) throw this.#error(`${quoted(repository)} is no name of a repository, such as "TencentCloud/tencentcloud-sdk-go".`, JSON.stringify(repository));
    const descriptions = Object.entries(this.#object(sdk["descriptions"] ?? {}, "descriptions"));
    return {
      repository,
      ...(sdk["commit"] === undefined ? {} : { commit: this.#form(sdk["commit"], "commit", isCommit, "the id of a commit") }),
      ...(sdk["date"] === undefined ? {} : { date: this.#form(sdk["date"], "date", isDay, "a day such as \"2026-08-21\"") }),
      ...this.#pages(sdk),
      descriptions: new Map(descriptions.map(([code, text]) => [code, this.#string(text, code)])),
    };
  }

  #pages(facts: Members): PageFacts {
    const versions = Object.entries(this.#object(facts["versions"], "versions"));
    return {
      versions: new Map(versions.map(([version, of]) => [version, this.#version(version, this.#object(of, version))])),
      tryAgainLater: this.#codes(facts["tryAgainLater"], "tryAgainLater"),
    };
  }

  #version(version: string, of: Members): VersionFacts {
    if (version !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(version)) throw this.#error(`${quoted(version)} is no API version.`, JSON.stringify(version));
    const codes = this.#codes(of["codes"], "codes");
    const known = new Set(codes);
    const actions = Object.entries(this.#object(of["actions"], "actions")).map(([action, listed]): [string, readonly string[]] => {
      if (!/^[A-Za-z_][A-Za-z0-9_]{0,199}$/.test(action)) throw this.#error(`${quoted(action)} is no name of an action.`, JSON.stringify(action));
      const list = typeof listed === "string" ? listed.split(" ").filter((code) => code !== "") : listed;
      return [action, this.#codes(list, action, known)];
    });
    const sorted = new Map(actions.sort(([a], [b]) => compare(a, b)));
    // Facts that were imported before it was read lack the members; they say nothing about it.
    const tokens = of["withClientToken"];
    const more = of["moreThanNamed"];
    return {
      codes,
      actions: sorted,
      ...(tokens === undefined ? {} : { withClientToken: this.#actions(tokens, "withClientToken", sorted) }),
      ...(more === undefined ? {} : { moreThanNamed: this.#actions(more, "moreThanNamed", sorted) }),
    };
  }

  /** @param known the actions that there are */
  #actions(value: unknown, name: string, known: ReadonlyMap<string, unknown>): readonly string[] {
    if (!Array.isArray(value)) throw this.#error(`${quoted(name)} must be a list of actions.`, JSON.stringify(name));
    return value.map((action: unknown) => {
      if (typeof action === "string" && known.has(action)) return action;
      throw this.#error(`${quoted(name)} holds ${excerptOfJson(action)}, which is none of the actions.`, JSON.stringify(name));
    });
  }

  /** @param known codes that were checked already */
  #codes(value: unknown, name: string, known?: ReadonlySet<string>): readonly string[] {
    if (!Array.isArray(value)) throw this.#error(`${quoted(name)} must be a list of codes.`, JSON.stringify(name));
    return value.map((code: unknown) => {
      if (typeof code !== "string") throw this.#error(`${quoted(name)} must hold codes only.`, JSON.stringify(name));
      if (known?.has(code) !== true && shapeOf(code).kind === "none") throw this.#error(`${quoted(code)} is no error code.`, code);
      return code;
    });
  }

  #object(value: unknown, name: string): Members {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Members;
    throw this.#error(`The ${name === "file" ? "file" : `member ${quoted(name)}`} must be an object.`, JSON.stringify(name));
  }

  #form(value: unknown, name: string, fits: (text: string) => boolean, what: string): string {
    const text = this.#string(value, name);
    if (fits(text)) return text;
    throw this.#error(`The member ${quoted(name)} holds ${quoted(text)}, which is not ${what}.`, JSON.stringify(name));
  }

  #string(value: unknown, name: string): string {
    if (typeof value === "string") return value;
    throw this.#error(`The member ${quoted(name)} must be a text.`, JSON.stringify(name));
  }

  /** An error at the first place where a text stands in the file. */
  #error(message: string, near: string): InputError {
    return jsonErrorAt(message, this.text, this.file, Math.max(0, this.text.indexOf(near)));
  }
}
