import { basename } from "node:path";

import { shapeOf } from "./code-shape.js";
import { isServiceId } from "./page-name.js";
import { FACTS_FORMAT, type PageFacts, type SdkFacts, type ServiceFacts, type VersionFacts } from "./facts.js";
import { InputError } from "./input-error.js";
import { findJsonError } from "./json-error.js";
import { compare } from "./order.js";

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads a facts file.
 *
 * @param text the JSON
 * @param file its path; the name must be the service's
 * @throws InputError with line and column when it is no JSON, of another format, or not as `stringifyFacts` writes it
 */
export function parseFacts(text: string, file: string): ServiceFacts {
  return new FactsReader(text, file).read();
}

class FactsReader {
  constructor(
    readonly text: string,
    readonly file: string,
  ) {}

  read(): ServiceFacts {
    const root = this.#object(this.#json(), "file");
    if (root["format"] !== FACTS_FORMAT) {
      const message = `The facts are in format ${JSON.stringify(root["format"])}; this version reads format ${FACTS_FORMAT}. Update eslint-plugin-tencentcloud, or import the service again.`;
      throw this.#error(message, '"format"');
    }
    const service = this.#string(root["service"], "service");
    if (!isServiceId(service) || basename(this.file.replaceAll("\\", "/")) !== `${service}.json`) {
      throw this.#error(`The service "${service}" does not fit the file's name; the file must be named "<service>.json".`, '"service"');
    }
    const product = root["product"];
    if (product !== undefined && !Number.isSafeInteger(product)) throw this.#error("The product must be a whole number.", '"product"');
    const sdks = Object.entries(this.#object(root["sdks"] ?? {}, "sdks"));
    return {
      service,
      ...(typeof product === "number" ? { product } : {}),
      sdks: new Map(sdks.map(([repository, sdk]) => [repository, this.#sdk(repository, this.#object(sdk, repository))])),
      ...(root["pages"] === undefined ? {} : { pages: this.#pages(this.#object(root["pages"], "pages")) }),
    };
  }

  #sdk(repository: string, sdk: Members): SdkFacts {
    const descriptions = Object.entries(this.#object(sdk["descriptions"] ?? {}, "descriptions"));
    return {
      repository,
      ...(sdk["commit"] === undefined ? {} : { commit: this.#string(sdk["commit"], "commit") }),
      ...(sdk["date"] === undefined ? {} : { date: this.#string(sdk["date"], "date") }),
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
    if (version !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(version)) throw this.#error(`"${version}" is no API version.`, JSON.stringify(version));
    const codes = this.#codes(of["codes"], "codes");
    const known = new Set(codes);
    const actions = Object.entries(this.#object(of["actions"], "actions")).map(([action, listed]): [string, readonly string[]] => {
      if (!/^[A-Za-z_][A-Za-z0-9_]{0,199}$/.test(action)) throw this.#error(`"${action}" is no name of an action.`, JSON.stringify(action));
      const list = typeof listed === "string" ? listed.split(" ").filter((code) => code !== "") : listed;
      return [action, this.#codes(list, action, known)];
    });
    const sorted = new Map(actions.sort(([a], [b]) => compare(a, b)));
    // Facts that were imported before it was read lack the member; they say nothing about the parameter.
    const tokens = of["withClientToken"];
    return { codes, actions: sorted, ...(tokens === undefined ? {} : { withClientToken: this.#actions(tokens, "withClientToken", sorted) }) };
  }

  /** @param known the actions that there are */
  #actions(value: unknown, name: string, known: ReadonlyMap<string, unknown>): readonly string[] {
    if (!Array.isArray(value)) throw this.#error(`"${name}" must be a list of actions.`, JSON.stringify(name));
    return value.map((action: unknown) => {
      if (typeof action === "string" && known.has(action)) return action;
      throw this.#error(`"${name}" holds ${JSON.stringify(action)}, which is none of the actions.`, JSON.stringify(name));
    });
  }

  /** @param known codes that were checked already */
  #codes(value: unknown, name: string, known?: ReadonlySet<string>): readonly string[] {
    if (!Array.isArray(value)) throw this.#error(`"${name}" must be a list of codes.`, JSON.stringify(name));
    return value.map((code: unknown) => {
      if (typeof code !== "string") throw this.#error(`"${name}" must hold codes only.`, JSON.stringify(name));
      if (known?.has(code) !== true && shapeOf(code).kind === "none") throw this.#error(`"${code}" is no error code.`, code);
      return code;
    });
  }

  #object(value: unknown, name: string): Members {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Members;
    throw this.#error(`The ${name === "file" ? "file" : `member "${name}"`} must be an object.`, JSON.stringify(name));
  }

  #string(value: unknown, name: string): string {
    if (typeof value === "string") return value;
    throw this.#error(`The member "${name}" must be a text.`, JSON.stringify(name));
  }

  #json(): unknown {
    try {
      return JSON.parse(this.text);
    } catch {
      const offset = findJsonError(this.text);
      const found = offset >= this.text.length ? "it ends too early" : `there is an unexpected ${JSON.stringify(this.text.slice(offset, offset + 1))}`;
      throw this.#errorAt(`The file is not valid JSON: ${found}.`, offset);
    }
  }

  /** An error at the first place where a text stands in the file. */
  #error(message: string, near: string): InputError {
    return this.#errorAt(message, Math.max(0, this.text.indexOf(near)));
  }

  #errorAt(message: string, offset: number): InputError {
    const before = this.text.slice(0, offset);
    const lineStart = before.lastIndexOf("\n") + 1;
    const line = before.split("\n").length;
    return new InputError(message, { file: this.file, line, column: offset - lineStart + 1 });
  }
}
