import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname, uptime } from "node:os";

/** By how many seconds two looks at the time of the last start of a machine may differ: clocks are set. */
const CLOCK_CHANGE = 120;

const LARGEST_ID = 0x7fffffff;
const NAME = /^(\d{1,10})-(\d{1,20})-([0-9a-f]{1,32})-([0-9a-f]{8})$/;

/**
 * The name of this process among all of this and other machines: its id, when it started, when the machine started, and
 * which machine it is. The id alone is given to other processes later.
 */
export function nameOfThisProcess(): string {
  return [process.pid, startOf(process.pid)?.start ?? 0, startOfMachine(), machine()].join("-");
}

/** What is known of a process by its name; `unknown` for one of another machine or container, and for a text that is no such name. */
export function fateOf(name: string): "alive" | "gone" | "unknown" {
  const [, pid, start, boot, place] = NAME.exec(name) ?? [];
  if (pid === undefined || start === undefined || boot === undefined || place !== machine()) return "unknown";
  // The system would take 0 and larger numbers for groups of processes.
  if (Number(pid) === 0 || Number(pid) > LARGEST_ID) return "unknown";
  if (!isSameBoot(boot) || !isThere(Number(pid))) return "gone";
  const now = startOf(Number(pid));
  if (now === undefined || start === "0") return "alive";
  return now.start === start && !now.ended ? "alive" : "gone";
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

/** When a process started, in the system's own count, and whether it only waits to be cleared away; undefined where only Linux tells it. */
function startOf(pid: number): { readonly start: string; readonly ended: boolean } | undefined {
  if (!isOwnProc()) return undefined;
  // The program's name, in parentheses, can hold anything.
  const fields = textOf(`/proc/${String(pid)}/stat`)?.replace(/^.*\)\s/s, "").split(" ");
  const [state, start] = [fields?.[0], fields?.[19]];
  return state === undefined || start === undefined || !/^\d+$/.test(start) ? undefined : { start, ended: state === "Z" || state === "X" };
}

/** Whether `/proc` counts processes as this one does: a container can see that of the machine, which has other processes of the same ids. */
function isOwnProc(): boolean {
  try {
    return readlinkSync("/proc/self") === String(process.pid);
  } catch {
    return false;
  }
}

/** Linux numbers each start of the machine; elsewhere its time, in seconds, tells one from another. */
function startOfMachine(): string {
  const id = textOf("/proc/sys/kernel/random/boot_id")?.trim().replaceAll("-", "").toLowerCase();
  return id !== undefined && /^[0-9a-f]{32}$/.test(id) ? id : Math.round(Date.now() / 1000 - uptime()).toString(16);
}

function isSameBoot(boot: string): boolean {
  const now = startOfMachine();
  if (now.length === 32 || boot.length === 32) return now === boot;
  return Math.abs(Number.parseInt(now, 16) - Number.parseInt(boot, 16)) <= CLOCK_CHANGE;
}

/** A container counts its processes by itself, so it is a machine of its own. */
function machine(): string {
  let processes = "";
  try {
    processes = readlinkSync("/proc/self/ns/pid");
  } catch {
    // Only Linux has such spaces.
  }
  return createHash("sha256").update(`${hostname()} ${processes}`).digest("hex").slice(0, 8);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
