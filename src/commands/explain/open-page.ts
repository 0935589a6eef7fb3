import { spawn } from "node:child_process";

/** What opens an address in the browser, by operating system. */
function opener(platform: NodeJS.Platform, address: string): readonly [command: string, ...args: string[]] {
  if (platform === "darwin") return ["open", address];
  // The first argument in quotes would be the window's title; "&" would end the command.
  if (platform === "win32") return ["cmd", "/c", "start", '""', address.replaceAll("&", "^&")];
  return ["xdg-open", address];
}

/** Addresses of pages have no other characters; some that they could have mean something to a command line. */
const ADDRESS = /^https:\/\/[\w./?=&-]+$/;

/**
 * Opens an address in the browser of whoever works at the machine. Waits for nothing: the browser outlives the command.
 *
 * @returns whether there was something to open it with; false too for what is no plain address
 */
export async function openPage(address: string, platform: NodeJS.Platform = process.platform): Promise<boolean> {
  if (!ADDRESS.test(address)) return false;
  const [command, ...args] = opener(platform, address);
  return new Promise<boolean>((resolve) => {
    const child = spawn(command, args, { stdio: "ignore", detached: true, windowsVerbatimArguments: true });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
    // Where Node.js is not permitted to start programs.
  }).catch(() => false);
}
