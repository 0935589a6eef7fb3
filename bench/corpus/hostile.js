import { readdirSync, readFileSync } from "node:fs";

/**
 * Files that somebody could write to make the rules slow, by name. Each function writes one of a size that grows with `count`.
 * What was exponential or worse than linear once is here, and what is of the same kind.
 */
const list = (count, item, separator = "\n") => Array.from({ length: count }, (_, index) => item(index)).join(separator);

/** What is made of something else in so many steps is followed; at the end of many more nothing is known. */
const steps = (count, index) => (index === 0 ? Math.min(count, 40) : count);

const head = `import { cbs } from "tencentcloud-sdk-nodejs"; const client = new cbs.v20170312.Client({});\n`;

/** Code inside the `catch` of a call. */
const caught = (handler, before = "") => `${head}${before}
export async function run(request, f) { try { await client.DescribeDisks(request); } catch (e) { ${handler} } }`;

/** Two codes told apart before the code, so that ways through it are followed. */
const told = (handler) => caught(`if (e.code === "InvalidParameter") f(); if (e.code === "InternalError") return; ${handler} throw e;`);

/** Fewer services than are taken for any. */
const ids = readdirSync(new URL("../../catalog/services/", import.meta.url)).map((file) => file.replace(".json", "")).filter((id) => /^[a-z]+$/.test(id)).slice(0, 100);

/** As many codes as are documented for some services and no retry can help against; from the first again after the last. */
let permanent;
function permanentCode(index) {
  permanent ??= [...new Set(["cdb", "cvm", "tke", "vpc"].flatMap((id) => readFileSync(new URL(`../../catalog/services/${id}.json`, import.meta.url), "utf8").match(/\bInvalidParameter\w*\.\w+/g)))];
  return permanent[index % permanent.length];
}

const failure = `import { TencentCloudSDKHttpException as Failure } from "tencentcloud-sdk-nodejs/tencentcloud/common/exception/tencent_cloud_sdk_exception.js";\n`;

/** A call that is repeated in a loop, of no service that could be told: all codes are documented for it. */
const repeated = (handler, before = "") => `${failure}${before}
export async function run(client, r) { for (;;) { try { return await client.go(r); } catch (e) { if (!(e instanceof Failure)) throw e; ${handler} } } }`;

export const hostileSources = {
  "helpers that ask the next one many times": (count) =>
    caught("if (h0(e)) return;", `${list(7, (index) => `function h${index}(e) { return ${list(count, () => `h${index + 1}(e)`, " || ")}; }`)}\nfunction h7(e) { return e.code === "A"; }`),
  "predicates that ask the next one many times": (count) =>
    repeated(`if (e.code === "InvalidParameter") f(); if (h0(e)) continue; throw e;`, `${list(7, (index) => `const h${index} = (e) => ${list(Math.ceil(count / 4), () => `h${index + 1}(e)`, " || ")};`)}\nconst h7 = (e) => e.code === "InvalidParameter" || e.code === "LimitExceeded";`),
  "choices between a constant and itself": (count) => caught(list(2, (index) => `if (e.code === s${steps(count, index)}) return;`), `const s0 = "A";\n${list(count, (index) => `const s${index + 1} = f ? s${index} : s${index};`)}`),
  "choices that grow": (count) => caught(`if (e.code === s${count}) return;`, `const s0 = "A";\n${list(count, (index) => `const s${index + 1} = f ? s${index} : "A${index}";`)}`),
  "texts that double": (count) => caught(list(2, (index) => `if (e.code === s${steps(count, index)}) return;`), `const s0 = "A";\n${list(count, (index) => `const s${index + 1} = s${index} + s${index};`)}`),
  "lists that double": (count) => caught(list(2, (index) => `if (l${steps(count, index)}.includes(e.code)) return;`), `const l0 = ["A"];\n${list(count, (index) => `const l${index + 1} = [...l${index}, ...l${index}];`)}`),
  "lists that grow": (count) => caught(list(count, (index) => `if (l${index}.includes(e.code)) return;`), `const l0 = ["A"];\n${list(count, (index) => `const l${index + 1} = [...l${index}, "A${index}"];`)}`),
  "objects that double": (count) => caught(list(2, (index) => `if (o${steps(count, index)}[e.code]) return;`), `const o0 = { A: 1 };\n${list(count, (index) => `const o${index + 1} = { ...o${index}, ...o${index} };`)}`),
  "a long list": (count) => caught(`if (codes.includes(e.code)) return;`, `const codes = [${list(10 * count, (index) => `"A${index}"`, ", ")}];`),
  "a long list, spread into others": (count) => caught(list(count, (index) => `const l${index} = [...codes]; if (l${index}.includes(e.code)) return;`), `const codes = [...[${list(25 * count, () => '"InternalError"', ", ")}]];`),
  "a long object": (count) => caught(`const handle = table[e.code]; if (handle) return handle();`, `const table = { ${list(10 * count, (index) => `"A${index}": go`, ", ")} };`),
  "members of a long object": (count) => caught(list(count, (index) => `if (e.code === table.A${index}) return;`), `const table = { ${list(count, (index) => `A${index}: "A.A${index}"`, ", ")} };`),
  "a switch of many cases": (count) => caught(`switch (e.code) { ${list(count, (index) => `case "A${index}": return ${index};`)} default: throw e; }`),
  "cases that fall into a switch of such cases": (count) => told(`${list(Math.min(count, 400), (index) => `switch (f${index}) { case 0: a(); case 1: b(); case 2:`)} g(); ${"}".repeat(Math.min(count, 400))}`),
  "flags that are set by flags": (count) => told(`let c0 = e.code === "A"; ${list(count, (index) => `let c${index + 1} = false; if (c${index}) c${index + 1} = c${index}; else c${index + 1} = !c${index};`)} if (c${count}) return;`),
  "flags that decide about a repeat": (count) => caught(`for (;;) { try { return await client.DescribeDisks(request); } catch (x) { let c0 = x.code === "A"; ${list(count, (index) => `let c${index + 1} = false; if (c${index}) c${index + 1} = c${index}; else c${index + 1} = !c${index};`)} if (c${count}) continue; throw x; } }`),
  "a switch about something else": (count) => caught(`if (e.code === "A") return; switch (f) { ${list(count, (index) => `case ${index}: go(); break;`)} } throw e;`),
  "catch clauses in catch clauses": (count) => `${head}export async function run(r) { ${"try { await client.DescribeDisks(r); } catch (e) { if (e.code === 'A') throw e; ".repeat(count / 2)}${"}".repeat(count / 2)} }`,
  "many actions of many services": (count) => {
    const services = ids.slice(0, Math.max(1, count / 4));
    const clients = list(services.length, (index) => `const c${index} = new ${services[index]}.v20170312.Client({});`);
    const calls = list(count, (index) => `await c${index % services.length}.Describe${index}(r);`);
    return `import { ${services.join(", ")} } from "tencentcloud-sdk-nodejs";\n${clients}\nexport async function run(r, f) { try {\n${calls}\n} catch (e) { ${list(count, (index) => `if (e.code === "InvalidParameter") f(${index});`)} throw e; } }`;
  },
  "a client that is assigned often": (count) => `${head}export async function run(r) { let c; try {\n${list(count, () => `c = make(r); await c.DescribeDisks(r);`)}\n} catch (e) { if (e.code === "A") return; throw e; } }`,
  "one handler after the other": (count) => `${head}export async function run(r) { ${list(count, (index) => `try { await client.DescribeDisks(r); } catch (e) { if (e.code === "A${index}") throw e; }`)} }`,
  "a pattern of many alternatives": (count) => caught(`if (/${list(10 * count, (index) => `A${index}`, "|")}/.test(e.code)) return;`),
  "many patterns": (count) => caught(list(count, (index) => String.raw`if (/^A${index}\w*\.(?:B|C).*D/.test(e.code)) return;`)),
  "many questions in one condition": (count) => caught(`for (;;) { try { await client.DescribeDisks(r); } catch (x) { if (x.code === "A" && ${list(count, (index) => `x.a${index} === ${index}`, " && ")}) continue; throw x; } }`),
  "functions that call each other in one circle": (count) =>
    head + list(count, (index) => `async function f${index}(r) { try { return await client.DescribeDisks(r); } catch (e) { if (e.code === "A") return f${(index + 1) % count}(r); throw e; } }`),
  "a variable that is read often": (count) => caught(`let c = e.code; c = c ?? ""; ${list(count, (index) => `if (c === "A${index}") return;`)}`),
  "a variable that is given again and read": (count) => caught(`let c = e.code; ${list(count, (index) => `c = c ?? e.code; if (c === "A${index}") return;`)}`),
  "fields of a long class": (count) => `${head}class A { ${list(count, (index) => `c${index} = new cbs.v20170312.Client({}); async m${index}(r) { try { await this.c${index}.DescribeDisks(r); } catch (e) { if (e.code === "A") return; throw e; } }`)} }`,
  "many raw answers": (count) =>
    `import axios from "axios";\nexport async function run() { ${list(count, (index) => `const r${index} = await axios.post("https://cbs.tencentcloudapi.com", {}); use(r${index}.data.Response.DiskSet);`)} }`,
  "a template of many values": (count) => caught("if (e.code === `" + "${f}".repeat(count) + "`) return;"),
  "a text put together step by step": (count) => caught(`let s = ""; ${list(count, (index) => `s += "a${index}"; if (e.code === s) return;`)}`),
  "an address that doubles": (count) =>
    `import axios from "axios";\nasync function send(s, a) { ${list(count, (index) => `const t${index + 1} = \`\${${index === 0 ? "s" : `t${index}`}}\${${index === 0 ? "a" : `t${index}`}}\`;`, " ")} return axios.post(\`https://\${s}.tencentcloudapi.com/\${t${count}}${"\${s ? s : a}".repeat(steps(count, 0))}\`, { Action: a }); }\nexport async function run() { try { return await send("cbs", "AttachDisks"); } catch (e) { if (e.code === "A") return null; throw e; } }`,
  "a chain of handlers that throw on": (count) => `${head}export const run = (r) => client.DescribeDisks(r)${list(count / 2, (index) => `.catch((e) => { if (e.code === "A${index}") return; throw e; })`)};`,
  "a chain of one handler that throws on": (count) => `${head}function heard(e) { if (e.code === "A") return; throw e; }\nexport const run = (r) => client.DescribeDisks(r)${".catch(heard)".repeat(count / 3)};`,
  "statements that try in each other": (count) => `${head}export async function run(r) { ${"try { await client.DescribeDisks(r);".repeat(count / 2)} ${list(count / 2, (index) => `} catch (e) { if (e.code === "A${index}") return; throw e; }`)} }`,
  "loops in loops": (count) => `${head}export async function run(r) { ${"for (;;) { try { await client.DescribeDisks(r); } catch (e) { if (e.code === 'A') continue; throw e; } ".repeat(count / 3)}${"}".repeat(count / 3)} }`,
  "many handlers in one loop": (count) => `${head}export async function run(r) { for (const x of r) { ${list(count, (index) => `const y${index} = x + 1; try { await client.DescribeDisks(y${index}); } catch (e) { if (e.code === "A${index}") continue; throw e; }`)} return; } }`,
  "a helper that one handler calls often": (count) => `${head}function help(e, r) { ${list(count, (index) => `if (e.code === "A${index}") return run(r);`)} throw e; }\nexport async function run(r) { try { await client.DescribeDisks(r); } catch (e) { ${list(count, () => "help(e, r);")} throw e; } }`,
  "a predicate that many handlers ask": (count) =>
    `${head}function fits(e) { ${list(count / 2, (index) => `if (e.code === "A${index}") return true;`)} return false; }\n${list(count / 2, (index) => `export async function run${index}(r) { for (;;) { try { return await client.DescribeDisks(r); } catch (e) { if (fits(e)) continue; throw e; } } }`)}`,
  "a helper of many calls and tests that many handlers ask before they repeat": (count) =>
    `${head}function help(e, f) { ${"f(e.code === 'A', e.code === 'A', e.code === 'A');".repeat(count)} }\n${list(count, (index) => `export async function run${index}(r, f) { for (;;) try { return await client.DescribeDisks(r); } catch (e) { help(e, f); } }`)}`,
  "tests that many handlers share, of one family and of many codes, and of many families": (count) =>
    `${failure}function one(e, f) { f(e.code.startsWith("InvalidParameter.")); ${list(count / 8, (index) => `f(e.code === "A.A${index}");`)} }
function many(e, f) { ${list(count / 8, () => `f(e.code.startsWith("InvalidParameter."));`)} }
${list(count / 4, (index) => `export async function run${index}(client, r, f) { for (;;) { try { return await client.go(r); } catch (e) { if (!(e instanceof Failure)) throw e; ${index < count / 8 ? "one" : "many"}(e, f); } } }`)}`,
  "responses that are chosen from earlier ones": (count) =>
    `import axios from "axios";\nexport async function run(s) { let a0;\n${list(count, (index) => `a0 = await axios.post("https://cbs.tencentcloudapi.com", s); const a${index + 1} = s ? a0 : a${index}; if (a${index + 1}.data.Response.Error.Code === "A${index}") return;`)} }`,
  "looks at the error of one response": (count) =>
    `import axios from "axios";\nexport async function run(s) { const a = await axios.post("https://cbs.tencentcloudapi.com", s);\n${list(count, (index) => `if (a.data.Response.Error && a.data.Response.Error.Code === "A${index}") return; use(a.data.Response.F${index}.G);`)} }`,
  "a helper, a list and a predicate that many calls share": (count) =>
    `${head}import pRetry from "p-retry";\nasync function all(r) { ${list(count, (index) => `await client.Describe${index}(r);`)} }\nconst codes = new Set([${list(count / 2, () => '"InternalError"', ", ")}]);\nconst fits = (e) => ${list(count / 4, () => `e.code === "InternalError" || `, "")}false;\n${list(count / 4, (index) => `export async function a${index}(r) { try { await all(r); } catch (e) { if (e.code === "A") return; throw e; } }
export async function b${index}(r) { try { await client.DescribeDisks(r); } catch (e) { if (codes.has(e.code)) return; throw e; } }
export const c${index} = (r) => pRetry(() => client.DescribeDisks(r), { shouldRetry: fits });`)}`,
  "classes that extend each other, of errors and of what calls": (count) =>
    `${head}${list(count, (index) => `class E${index} extends ${index === 0 ? "Error" : `E${index - 1}`} { constructor(code) { super(code); this.code = code; } ${index === 0 ? "async m(r) { return client.DescribeDisks(r); }" : `async n${index}(r) { try { return await this.m(r); } catch (e) { if (e.code === "A${index}") return; throw e; } }`} }`)}\nexport async function run(r) { ${list(count, (index) => `try { try { await client.DescribeDisks(r); } catch (e) { throw new E${index}(e.code); } } catch (x) { if (x instanceof E${index} && x.code === "A${index}") return; throw x; }`)} }`,
  "documented codes that are repeated on, one by one": (count) => repeated(`${list(count / 2, (index) => `if (e.code === "${permanentCode(index)}") f(${index});`)} if (r.done) throw e;`),
  "documented codes that are repeated on, in one condition": (count) => repeated(`if (!(${list(count, (index) => `e.code === "${permanentCode(index)}"`, " || ")})) throw e;`),
  "tests of families": (count) => repeated(`${list(count / 2, (index) => `if (e.code.startsWith("Family${index}.")) continue;`)} throw e;`),
  "tests of one family": (count) => repeated(`${list(count / 4, () => `if (e.code.startsWith("InvalidParameter.")) f();`)} throw e;`),
  "other questions in one condition": (count) => caught(`for (;;) { try { await client.DescribeDisks(r); } catch (x) { if ((${list(count, (index) => `x.a === ${index}`, " || ")}) && x.code === "A") continue; throw x; } }`),
  "long chains": (count) => caught(`if (${list(count / 2, (index) => `e.code === "A${index}"`, " || ")}) f(); ${list(count / 2, (index) => `if (e.code === "A${index}") return ${index};`, " else ")} else throw e;`),
  "blocks in blocks": (count) => caught(`${list(count / 3, (index) => `if (e.code !== "A${index}") {`)} throw e; ${"}".repeat(count / 3)}`),
  "callers of a function that sends much": (count) =>
    `import axios from "axios";\nasync function send(a, r) { ${list(count / 2, (index) => `await axios.post("https://cbs.tencentcloudapi.com", { ${index === 0 ? list(count, (text) => `p${text}: a + r.p${text}`, ", ") : ""} }, { headers: { "X-TC-Action": a } });`)} }\n${list(count / 2, (index) => `export async function run${index}(r) { try { return await send("Describe${index}", r); } catch (e) { if (e.code === "A") return null; throw e; } }`)}`,
  "a host that is put before itself": (count) =>
    `import axios from "axios";\nclass Api { constructor(x) { ${list(count, () => "this.host = x + this.host;")} } send() { return axios.post("https://" + this.host + ".tencentcloudapi.com", {}); } async run() { try { return await this.send(); } catch (e) { if (e.code === "A") return; throw e; } } }`,
  "a list for retrying": (count) => `${head}export const RETRYABLE_CODES = [${list(10 * count, (index) => `"InvalidParameter.A${index}"`, ",")}];`,
  "a long message": (count) => caught(`if (e.code === "${"A".repeat(100 * count)}") return;`),
};

/** What `init` looks through for names of services. */
export const hostileTexts = {
  "imports that never end": (count) => `tencentcloud-sdk-nodejs ${"import { ".repeat(100 * count)}`,
  "names of packages in a row": (count) => "tencentcloud-sdk-nodejs-".repeat(50 * count),
  "a long host": (count) => `tencentcloud-sdk-nodejs ${"a-".repeat(500 * count)}.${"a.".repeat(500 * count)}`,
};

const pageHead = "## Error Codes\n\n### Service Error Codes\n\n| Error Code | Description |\n|---|---|\n| A.B | It failed. |\n";
const htmlHead = "<html><body><h2>Error Codes</h2><table><tr><th>Error Code</th><th>Description</th></tr><tr><td>A.B</td><td>It failed.</td></tr>";

/** Pages that `import` may be given; the size is up to 100 characters for each of `count`. */
export const hostilePages = {
  "a page of very short rows": (count) => pageHead + "|a|b|\n".repeat(17 * count),
  "a page of many tables": (count) => pageHead + "|a|\n|-|\n|b|\n\n".repeat(5 * count),
  "a page of one line of bars": (count) => pageHead + "|".repeat(100 * count),
  "a page of underlines": (count) => pageHead + "a\n-\n".repeat(10 * count),
  "a page of open links": (count) => `${pageHead}| A.C | ${"[a](b \"".repeat(14 * count)} |`,
  "a page of open elements": (count) => htmlHead + "<div>".repeat(20 * count),
  "a page of open cells": (count) => htmlHead + "<tr><td>".repeat(12 * count),
  "a page of attributes": (count) => `${htmlHead}<td ${list(12 * count, (index) => `a${index}=b`, " ")}>x</td>`,
  "a page of character references": (count) => `${htmlHead}<td>${"&amp;".repeat(20 * count)}`,
  "a page of comments that never end": (count) => htmlHead + "<!--".repeat(25 * count),
  "a page of cells over many rows and columns": (count) => htmlHead + '<tr><td rowspan=65000 colspan=1000>a</td></tr>'.repeat(2 * count),
};
