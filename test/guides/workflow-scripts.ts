/**
 * The scripts of a workflow's steps by the names of the steps; steps without a name are left out. Read by their indentation,
 * which is the same throughout the workflows of this repository.
 */
export function scriptsOf(workflow: string): ReadonlyMap<string, string> {
  const scripts = new Map<string, string>();
  for (const [, name = "", step = ""] of workflow.matchAll(/^ {6}- name: (.*)\n((?: {8}.*\n|\n)*)/gm)) {
    const [, block, line] = /^ {8}run: (?:\|\n((?: {10}.*\n|\n)*)|(.*)\n)/m.exec(step) ?? [];
    const script = block?.replaceAll(/^ {10}/gm, "") ?? line;
    if (script !== undefined) scripts.set(name, script);
  }
  return scripts;
}
