import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "../../rules/index.js";
import { codePage, rulePage } from "../../src/catalog/addresses.js";
import { examplesOf } from "../../site/playground/examples.js";
import { lint, type Input, type Tools } from "../../site/playground/lint.js";
import { root } from "../packages/project.js";
import { startBrowser } from "./browser.js";
import { serve, type StaticServer } from "./serve.js";

const require = createRequire(import.meta.url);
/** The pages of services are alike, and most of what there is to build: all of them are built in the long mode, otherwise these. */
const built = process.env["LONG_RUNS"] === undefined ? ["cbs", "cdb", "cvm", "iai", "tke", "vpc"] : undefined;
/** A site that is built already; else it is built first. */
const dist = process.env["SITE_DIST"] ?? join(root, "site", "dist");

let server: StaticServer;
let browser: Browser;
let context: BrowserContext;
/** What no page may do: ask another host for something, or write an error or a warning to the console. */
const faults: string[] = [];

beforeAll(async () => {
  if (process.env["SITE_DIST"] === undefined) {
    const vitepress = join(root, "node_modules", "vitepress", "bin", "vitepress.js");
    const env = { ...process.env, ...(built === undefined ? {} : { SITE_SERVICES: built.join(",") }) };
    // With room for what is young, a fifth less of the time goes into collecting it.
    execFileSync(process.execPath, ["--max-semi-space-size=64", vitepress, "build", join(root, "site")], { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] });
  }
  server = await serve(dist);
  browser = await startBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${server.origin}/`) && !/^(?:data|blob):/.test(url)) faults.push(`request: ${url}`);
  });
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()} at ${message.location().url}`);
  });
  context.on("weberror", (error) => faults.push(`error: ${error.error().message}`));
}, 600_000);

afterAll(async () => {
  await browser.close();
  server.close();
});

async function open(path: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(server.origin + path);
  return page;
}

/** Runs a test on a page of its own. */
function onPage(path: string, test: (page: Page) => Promise<void>): () => Promise<void> {
  return async () => {
    const page = await open(path);
    try {
      await test(page);
    } finally {
      await page.close();
    }
  };
}

const field = (page: Page): ReturnType<Page["locator"]> => page.locator(".search textarea");

describe("the search", { timeout: 120_000 }, () => {
  it(
    "tells what to do about a code from a log in two actions",
    onPage("/", async (page) => {
      await field(page).fill("2026-11-21 ERROR cbs.tencentcloudapi.com code: InvalidDisk.Busy, message: The disk is busy.");
      await page.locator(".hits a").first().waitFor();
      await field(page).press("Enter");
      expect(await page.locator(".advice").innerText()).toContain("Wait for its state, then retry.");
      expect(page.url()).toBe(`${server.origin}/codes/#cbs/InvalidDisk.Busy`);
    }),
  );

  it(
    "finds what comes near a misspelt code, and can be used with the keyboard alone",
    onPage("/zh-CN/", async (page) => {
      await field(page).pressSequentially("InvalidDisk.Bussy");
      await page.getByText("文档里没有这样拼写的错误码").waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.locator(".advice").waitFor();
      expect(page.url()).toBe(`${server.origin}/zh-CN/codes/#cbs/InvalidDisk.Busy`);
    }),
  );

  it(
    "loads at most 200 kB before the first result",
    onPage("/mark.svg", async (page) => {
      const files: string[] = [];
      page.on("response", (response) => files.push(new URL(response.url()).pathname.replace(/^\/$/, "/index.html")));
      await page.goto(`${server.origin}/`);
      await field(page).fill("InvalidDisk.Busy");
      await page.locator(".hits a").first().waitFor();
      // The actions are asked for when the codes can be found, and may have come meanwhile.
      const needed = files.filter((file) => file !== "/data/actions.json");
      expect(needed).toContain("/data/codes.json");
      expect(needed.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0)).toBeLessThan(200_000);
    }),
  );

  it(
    "finds actions once they are loaded",
    onPage("/", async (page) => {
      await field(page).fill("AttachDisks");
      await page.locator(`.hits a[href="/services/cbs#AttachDisks"]`).click();
      await page.locator("details#AttachDisks[open]").waitFor();
    }),
  );
});

describe("an address of its own", { timeout: 120_000 }, () => {
  it(
    "has each code of each service",
    onPage("/codes/#cbs/InvalidDisk.Busy", async (page) => {
      await page.getByText("The cloud disk is busy. Try again later.").waitFor();
      expect(await page.locator("h1").innerText()).toBe("InvalidDisk.Busy");
      expect(await page.title()).toContain("InvalidDisk.Busy");
      await page.getByRole("tab", { name: "Retry" }).click();
      expect(await page.locator("#snippet pre").innerText()).toContain("isRetryable(error, cbsErrorCodes)");
    }),
  );

  it(
    "has each code of the gateway",
    onPage("/codes/#InternalError", async (page) => {
      await page.getByText("Every action of every service can return it").waitFor();
    }),
  );

  it(
    "has a code that nobody documents, with those that come near",
    onPage("/codes/#InvalidDisk.Bussy", async (page) => {
      await page.getByText("This code is not documented.").waitFor();
      await page.locator(`.tags a[href="/codes/#InvalidDisk.Busy"]`).click();
      await page.locator(".class-pending").first().waitFor();
    }),
  );

  it(
    "has each family",
    onPage("/codes/#InvalidDisk.*", async (page) => {
      await page.locator(".hits a").first().waitFor();
      expect(await page.locator(".hits a").allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining("InvalidDisk.Busy")]));
    }),
  );

  it(
    "has each service, with tables that filter",
    onPage("/services/cbs", async (page) => {
      await page.locator("table.codes").waitFor();
      await page.getByLabel("Retry class").selectOption("pending");
      await page.getByLabel("Filter the codes").fill("disk");
      const rows = await page.locator("table.codes tbody tr").allInnerTexts();
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter((row) => !/pending/.test(row) || !/disk/i.test(row))).toEqual([]);
    }),
  );

  it(
    "keeps the code when the language is changed",
    onPage("/codes/#cbs/InvalidDisk.Busy", async (page) => {
      await page.locator(".advice").waitFor();
      await page.getByRole("button", { name: "Change language" }).hover();
      await page.getByRole("link", { name: "简体中文" }).first().click();
      await page.getByText("资源正忙或尚未就绪").waitFor();
      await page.getByText("文档中写明稍后重试有用").waitFor();
      expect(page.url()).toBe(`${server.origin}/zh-CN/codes/#cbs/InvalidDisk.Busy`);
      expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    }),
  );
});

describe("the documentation", { timeout: 120_000 }, () => {
  it.each([
    ["/guide/", "idempotent"],
    ["/zh-CN/guide/", "幂等"],
  ])("is searched in the language of %s", async (path, word) => {
    const page = await open(path);
    await page.locator(".VPNavBarSearch button").first().click();
    await page.locator(".VPLocalSearchBox input").fill(word);
    await page.locator(".VPLocalSearchBox .result").first().waitFor();
    expect(await page.locator(".VPLocalSearchBox .result").first().getAttribute("href")).toContain(path.replace("guide/", ""));
    await page.close();
  });

  it("has no link to a page that is not there", () => {
    const pages = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
    const missing = pages.flatMap((file) => {
      const targets = [...readFileSync(join(dist, file), "utf8").matchAll(/href="(\/[^"#?]*)/g)].map(([, target = ""]) => target);
      return [...new Set(targets)].filter((target) => !isThere(target)).map((target) => `${file}: ${target}`);
    });
    expect(missing).toEqual([]);
    expect(pages.length).toBeGreaterThan(built === undefined ? 500 : 50);
  });
});

describe("what is there before any script runs", () => {
  it("is each page that rules, code map and command line lead to", () => {
    const addresses = [codePage("InvalidDisk.Busy", "cbs", "/"), ...Object.keys(plugin.rules).map((rule) => rulePage(rule, "/"))];
    expect(addresses.map((address) => address.replace(/#.*/, "")).filter((path) => !isThere(path))).toEqual([]);
  });

  it("is every code of a service", () => {
    for (const page of ["services/cbs.html", "zh-CN/services/cbs.html"]) expect(readFileSync(join(dist, page), "utf8")).toContain("<code>InvalidDisk.Busy</code>");
  });
});

function isThere(target: string): boolean {
  const [, service] = /^\/(?:zh-CN\/)?services\/([^/]+)$/.exec(target) ?? [];
  // What is not built this time is there if its data are.
  if (service !== undefined && built !== undefined) return existsSync(join(dist, "data", "services", `${service}.json`));
  return [target, `${target}.html`, `${target}index.html`].some((name) => existsSync(join(dist, name)) && !name.endsWith("/"));
}

const examples = readdirSync(join(root, "docs", "rules"))
  .flatMap((file) => examplesOf(file.slice(0, -".md".length), readFileSync(join(root, "docs", "rules", file), "utf8")));

/** What stands behind `#` for an input, however long it is. */
function deflated(input: object): string {
  return deflateRawSync(JSON.stringify({ source: "", language: "ts", config: "strict", rules: {}, settings: {}, ...input })).toString("base64url");
}

describe("the playground", { timeout: 180_000 }, () => {
  it(
    "gives the reports and suggestions of the command line for every example of the documentation",
    onPage("/playground/", async (page) => {
      const inputs = examples.map(
        ({ source, language, rule, options }): Input => ({
          source,
          language,
          config: "strict",
          rules: options === undefined ? {} : { [`tencentcloud/${rule}`]: ["error", options] },
          settings: {},
        }),
      );
      const tools: Tools = { linter: new Linter(), plugin, parser: parser };
      const expected = inputs.map((input) => lint(tools, input));
      expect(expected.flat().length).toBeGreaterThan(examples.length / 3);
      const found = await page.evaluate(`(${LINT_ALL})(${JSON.stringify(inputs)})`);
      expect(found).toEqual(expected);
    }),
  );

  it(
    "reports while one types, and applies suggestions",
    onPage("/playground/#no-undocumented-code/incorrect-1", async (page) => {
      await page.locator(".reports .says").first().waitFor();
      expect(await page.locator(".reports .says").allInnerTexts()).toEqual([expect.stringContaining(`"InvalidDisk.NotFound" is not a documented error code for cbs`)]);
      await page.locator(".reports .action-button").first().click();
      await page.getByText("No reports.").waitFor();
      expect(await page.locator(".cm-content").innerText()).toContain(`=== "InvalidDiskId.NotFound"`);
      await page.locator(".cm-content").press("ControlOrMeta+End");
      await page.keyboard.type("const x: = 1;");
      await page.locator(".reports .says").first().waitFor();
    }),
  );

  it(
    "keeps all of it in the address",
    onPage("/playground/#no-undocumented-code/incorrect-1", async (page) => {
      await page.locator(".reports .says").first().waitFor();
      await page.locator("details.options summary").click();
      await page.getByLabel("Services").fill("tke");
      await page.getByLabel("Rules and their options").fill(`{ "tencentcloud/no-undocumented-code": ["error", { "allow": ["InvalidDisk.NotFound"] }] }`);
      await page.getByText("No reports.").waitFor();
      await expect.poll(() => page.url()).toMatch(/#[\w-]{200,}$/);
      const second = await open(page.url().slice(server.origin.length));
      await second.getByText("No reports.").waitFor();
      expect(await second.getByLabel("Services").inputValue()).toBe("tke");
      await second.close();
    }),
  );

  it.each([
    ["is cut within a character", "#%E9", "1 report"],
    ["names services in another way than as a list", `#${deflated({ settings: { services: "cbs" } })}`, 'Expected an array of strings, but got "cbs".'],
    ["is longer than anybody's code", `#${deflated({ source: "a".repeat(1_000_001) })}`, "1,000,000 bytes"],
  ])("starts with an address that %s", async (_, hash, says) => {
    // In a window of its own: VitePress complains of such an address in the console.
    const page = await browser.newPage();
    try {
      await page.goto(`${server.origin}/playground/${hash}`);
      await page.getByText(says).first().waitFor();
      await page.locator(".cm-editor").waitFor();
    } finally {
      await page.close();
    }
  });

  it(
    "shows what ESLint says about an option that there is not",
    onPage("/playground/", async (page) => {
      await page.locator(".reports .says").first().waitFor();
      await page.locator("details.options summary").click();
      await page.getByLabel("Rules and their options").fill(`{ "tencentcloud/no-undocumented-code": ["error", { "scop": "action" }] }`);
      expect(await page.locator(".failure").innerText()).toContain("scop");
    }),
  );
});

/** Runs in the page: asks a worker of the playground for all reports, one input after the other. */
const LINT_ALL = `async (inputs) => {
  const worker = new Worker("/data/playground.js", { type: "module" });
  worker.postMessage({ services: new URL("/data/services/", location.href).href });
  const all = [];
  for (const [number, input] of inputs.entries()) {
    all.push(await new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }) => resolve(data.reports ?? data.failure);
      worker.postMessage({ number, input });
    }));
  }
  worker.terminate();
  return all;
}`;

/** Runs in the page: what axe-core objects to, with the elements that it is about. */
function violations(options: object): string {
  return `axe.run(${JSON.stringify({ ...options, resultTypes: ["violations"] })}).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ target }) => target.join(" ")).join(", ")))`;
}

describe("everybody", { timeout: 180_000 }, () => {
  /** Pages of each kind, with what shows that they are complete. */
  const paths = [
    ["/", ".hero textarea"],
    ["/zh-CN/codes/#cbs/InvalidDisk.Busy", ".advice"],
    ["/codes/", ".divisions"],
    ["/services/", ".service-list"],
    ["/zh-CN/services/cbs", "table.codes"],
    ["/rules/no-message-match", ".vp-doc h1"],
    ["/zh-CN/guide/monorepos", ".vp-doc h1"],
    ["/playground/", ".reports .says"],
  ] as const;

  it.each(paths)("can use %s, light and dark, on a phone, a tablet and a desk", async (path, complete) => {
    const page = await open(path);
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
    await page.locator(complete).first().waitFor();
    await page.waitForLoadState("networkidle");
    await page.addScriptTag({ path: require.resolve("axe-core/axe.min.js") });
    const found: Record<string, unknown> = {};
    found["light"] = await page.evaluate(violations({}));
    await page.emulateMedia({ colorScheme: "dark" });
    // Nothing but the colours differs.
    found["dark"] = await page.evaluate(violations({ runOnly: ["color-contrast"] }));
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      found[`${width} pixels`] = await page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)");
    }
    expect(found).toEqual({ light: [], dark: [], "360 pixels": 0, "768 pixels": 0, "1280 pixels": 0 });
    await page.close();
  });

  it("meets every page of the documentation as it stands in its file", async () => {
    const before = faults.length;
    const page = await open("/");
    const english = readdirSync(dist, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/")).filter((file) => /^(?:guide|rules)\/.*\.html$/.test(file));
    expect(english.length).toBeGreaterThan(15);
    // A page and its translation are made of the same elements: of each two one is met, in turn, and in the long mode both.
    const paths = english.sort().flatMap((path, index) => [path, `zh-CN/${path}`].filter((_, language) => built === undefined || language === index % 2));
    for (const path of paths) {
      await page.goto(`${server.origin}/${path.replace(/(?:index)?\.html$/, "")}`);
      // Vue says on the console where its page differs from the file's.
      await page.waitForFunction("document.querySelector('#app').__vue_app__ !== undefined");
    }
    await page.close();
    expect(faults.slice(before)).toEqual([]);
  });

  // Last: all pages above have been open.
  it("is asked to load nothing from elsewhere, and meets no error", () => {
    expect(faults).toEqual([]);
  });
});
