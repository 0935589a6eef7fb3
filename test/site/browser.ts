import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser } from "playwright-core";

/**
 * Starts a browser: the Chromium that comes with a package where it runs, which needs nothing that is installed, and
 * elsewhere the Chrome of the machine.
 */
export async function startBrowser(): Promise<Browser> {
  if (process.platform !== "linux" || process.arch !== "x64") return playwright.launch({ channel: "chrome" });
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    // Several pages in one process stop answering when one of them is closed; to draw as a graphics card would takes a third of the time, and a process
    // for each page compiles for each what all have in common.
    args: [...chromium.args.filter((argument) => !/single-process|in-process-gpu|use-gl|use-angle|swiftshader|ignore-gpu/.test(argument)), "--disable-gpu", "--renderer-process-limit=1", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    timeout: 120_000,
  });
}
