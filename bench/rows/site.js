import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

import { median, milliseconds, root } from "../lib/measure.js";

const dist = join(root, "site/dist");
/** How many times slower the processor is made. */
const SLOWER = 4;
/** Codes, words, misspelt codes, services and actions, typed key by key. */
// cspell:disable-next-line
const TEXTS = ["InvalidDisk.Busy", "InvalidDisk.Bussy", "disk not found", "LimtExceded", "cbs busy", "AttachDisks", "InvalidParameterVlaue.LimitExceded", "ResourceNotFound.FunctionName", "zzqqxx", "RequestLimitExceeded.UinLimit"];

/** What the site loads before the first result, when that comes, and what a key takes; `npm run site:build` first. */
export async function site({ siteRuns }) {
  if (!existsSync(join(dist, "index.html"))) throw new Error("site/dist: the site is not built; run npm run site:build first.");
  const { serve, startBrowser } = await tools();
  const server = await serve(dist);
  const browser = await startBrowser();
  try {
    const first = [];
    for (let run = 0; run < siteRuns; run += 1) first.push(await firstResult(browser, server.origin));
    const runs = [];
    for (let run = 0; run < siteRuns; run += 1) runs.push(await keystrokes(browser, server.origin));
    const keys = runs[0].map((_, key) => ({ page: median(runs.map((run) => run[key].page)), worker: median(runs.map((run) => run[key].worker)) }));
    return [...sizes(first[0].files), firstRow(first.map(({ time }) => time)), ...keyRows(keys)];
  } finally {
    await browser.close();
    server.close();
  }
}

/** The browser and the server of the tests. */
async function tools() {
  const outdir = join(root, "bench/dist/site-tools");
  await build({ entryPoints: ["browser", "serve"].map((name) => join(root, `test/site/${name}.ts`)), outdir, outExtension: { ".js": ".mjs" }, bundle: true, packages: "external", platform: "node", format: "esm", logLevel: "warning" });
  return { ...(await import(`${outdir}/browser.mjs`)), ...(await import(`${outdir}/serve.mjs`)) };
}

/** From the start of loading to the first result, with a text that was there before the page was alive. */
async function firstResult(browser, origin) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const files = new Set();
  page.on("response", (response) => files.add(new URL(response.url()).pathname.replace(/\/$/, "/index.html")));
  await page.addInitScript(WAIT_FOR_FIRST);
  await slow(context, page);
  await page.goto(`${origin}/`);
  await page.waitForFunction("window.firstResult !== undefined", undefined, { timeout: 60_000 });
  const time = await page.evaluate("window.firstResult");
  await context.close();
  return { time, files: [...files].filter((file) => file !== "/data/actions.json") };
}

/**
 * The time of each key, on the page's side and in the worker. The browser slows the page down and not its workers: the
 * answers are timed with nothing slowed, and count as many times.
 */
async function keystrokes(browser, origin) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(TIME_ANSWERS);
  await page.goto(`${origin}/`);
  await page.locator(".search textarea").fill("a");
  await page.locator(".hits a").first().waitFor();
  await page.waitForLoadState("networkidle"); // cspell:disable-line
  const type = () => page.evaluate(`(${TYPE})(${JSON.stringify(TEXTS)})`);
  const usual = await type();
  await slow(context, page);
  const slowed = await type();
  await context.close();
  return slowed.map(({ all, answer }, key) => ({ page: all - answer, worker: SLOWER * usual[key].answer }));
}

async function slow(context, page) {
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
}

function sizes(files) {
  const zipped = (names) => names.reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name))).length, 0) / 1000;
  const row = (what, kilobytes, aim) => ({ what, ours: `${kilobytes.toFixed(1)} kB`, peer: "–", ratio: "–", aim: aim === undefined ? "–" : `≤ ${aim} kB`, met: aim === undefined || kilobytes <= aim });
  return [
    row("site: all files before the first result, compressed", zipped(files), 200),
    row("the same, the index of the codes", zipped(["data/codes.json"])),
    row("site: the index of the actions, loaded after it, compressed", zipped(["data/actions.json"])),
  ];
}

function firstRow(times) {
  return { what: `site: time to the first result, processor ${SLOWER} times slower`, ours: milliseconds(quantile(times, 0.5)), peer: "–", ratio: "–", aim: "–", met: true };
}

function keyRows(keys) {
  const times = keys.map(({ page, worker }) => page + worker);
  const row = (name, part, aim) => ({ what: `site: a key to its results, processor ${SLOWER} times slower, ${name} of ${keys.length}`, ours: milliseconds(quantile(times, part)), peer: `${milliseconds(quantile(keys.map(({ worker }) => worker), part))} (the worker's part)`, ratio: "–", aim: `≤ ${aim} ms`, met: quantile(times, part) <= aim });
  return [row("median", 0.5, 50), row("95th percentile", 0.95, 50)];
}

function quantile(numbers, part) {
  return [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];
}

const WAIT_FOR_FIRST = `addEventListener("DOMContentLoaded", () => {
  const field = document.querySelector(".search textarea");
  if (field !== null) field.value = "InvalidDisk.Busy";
  new MutationObserver(() => {
    if (document.querySelector(".hits a") !== null) window.firstResult ??= performance.now();
  }).observe(document.body, { childList: true, subtree: true });
})`;

const TIME_ANSWERS = `{
  const { postMessage } = Worker.prototype;
  window.answered = () => {};
  const asked = new Map();
  Worker.prototype.postMessage = function (message) {
    if (message.number !== undefined) {
      if (asked.size === 0) this.addEventListener("message", ({ data }) => {
        if (data.number !== undefined) window.answered(performance.now() - asked.get(data.number));
      });
      asked.set(message.number, performance.now());
    }
    return postMessage.call(this, message);
  };
}`;

/** Types the texts; after each key waits for the answer, has the results laid out, and lets the browser paint. */
const TYPE = `async (texts) => {
  const field = document.querySelector(".search textarea");
  const turn = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
  const keys = [];
  for (const text of texts) {
    for (let length = 1; length <= text.length; length += 1) {
      const answered = new Promise((resolve) => (window.answered = resolve));
      const start = performance.now();
      field.value = text.slice(0, length);
      field.dispatchEvent(new Event("input", { bubbles: true }));
      const answer = await answered;
      await turn();
      document.body.offsetHeight;
      keys.push({ all: performance.now() - start, answer });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return keys;
}`;
