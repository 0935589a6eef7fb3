import { describe, expect, it } from "vitest";

import { cli } from "./run-cli.js";

interface Census {
  readonly entries: number;
  readonly classes: Readonly<Record<string, number>>;
  readonly families: readonly { readonly name: string; readonly unclassified: number }[];
  readonly codes: readonly { readonly code: string; readonly services: readonly string[] }[];
}

async function census(...options: readonly string[]): Promise<Census> {
  return JSON.parse((await cli("retry", "--json", ...options)).stdout) as Census;
}

describe("retry", () => {
  it("counts the entries by class, and those without a class by family and by service", async () => {
    const { code, stdout } = await cli("retry");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+ entries in the services' own tables, by retry class:$/m);
    expect(stdout).toMatch(/^ {2}permanent +\d+ +\d+\.\d %$/m);
    expect(stdout).toMatch(/^ {2}FailedOperation +\d+ of \d+ +\d+\.\d %/m);
    expect(stdout).toContain("Pass --service or --family to list the codes");
  });

  it("gives each entry one class", async () => {
    const { entries, classes } = await census();
    expect(Object.values(classes).reduce((sum, count) => sum + count, 0)).toBe(entries);
  });

  it("lists the codes of a family of a service that have no class", async () => {
    const { stdout } = await cli("retry", "--service", "cbs", "--family", "UnsupportedOperation");
    expect(stdout).toMatch(/Codes without a class:\n {2}UnsupportedOperation\.StateError +cbs\n$/);
  });

  it("names every code without a class once in its JSON", async () => {
    const { classes, codes, families } = await census("--service", "cbs");
    const listed = codes.reduce((sum, { services }) => sum + services.length, 0);
    expect([listed, families.reduce((sum, { unclassified }) => sum + unclassified, 0)]).toEqual([classes["unclassified"], classes["unclassified"]]);
  });

  it("says so when there is no such service or family", async () => {
    expect(await cli("retry", "--service", "cbz")).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(/^The catalog has no service "cbz"\. Did you mean .*cbs/) as string });
    expect(await cli("retry", "--family", "FailedOperaton")).toMatchObject({ code: 2, stdout: "", stderr: 'The catalog has no family "FailedOperaton". Did you mean FailedOperation?\n' });
  });
});
