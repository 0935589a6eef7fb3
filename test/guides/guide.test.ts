import { afterAll, describe, expect, it } from "vitest";
import { createGuidedProject } from "./guided-project.js";
import { stepsOf } from "./guide-steps.js";

const { project, run } = createGuidedProject();

afterAll(() => {
  project.remove();
});

/** As the guide shows it: without the folder, and without the blank lines around it. */
function shown(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll(`${project.directory}/`, "").replaceAll(/[ \t]+$/gm, "").trim();
}

// The steps build on each other: the first that goes wrong is the one to look at.
describe("the guide for a new service, step by step in an empty folder", () => {
  it.each(stepsOf("docs/new-service.md").map((step) => [`line ${String(step.line)}: ${step.kind === "file" ? step.path : step.commands.join("; ")}`, step] as const))("%s", (_, step) => {
    if (step.kind === "file") {
      project.write(step.path, step.text);
      return;
    }
    const runs = step.commands.map(run);
    const printed = shown(runs.map(({ stdout }) => stdout).join(""));
    if (step.prints !== undefined) expect(printed).toBe(shown(step.prints));
    // What shows no problem has none.
    else expect(runs.map(({ status, stderr }) => ({ status, stderr: status === 0 ? "" : stderr }))).toEqual(runs.map(() => ({ status: 0, stderr: "" })));
  });
});

it("the guide in Chinese has the same steps", () => {
  const withoutLines = (page: string): unknown => stepsOf(page).map((step) => ({ ...step, line: 0, ...(step.kind === "file" ? { text: step.text.replaceAll(/^ *\/[/*].*\n/gm, "") } : {}) }));
  expect(withoutLines("docs/zh-CN/new-service.md")).toEqual(withoutLines("docs/new-service.md"));
});
