import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "../lib/measure.js";
import { createRandom } from "../lib/random.js";
import { plainTemplates } from "./plain.js";
import { readServices } from "./services.js";
import { tencentTemplates } from "./tencent.js";

const compilerOptions = {
  target: "ES2023",
  lib: ["ES2023", "DOM"],
  module: "NodeNext",
  types: ["node"],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/**
 * Writes a project of TypeScript files, half of them with code for Tencent Cloud. It stands inside the repository, so that
 * the SDK's real types are found. The same count gives the same files.
 *
 * @returns the folders of the project and of its two halves
 */
export async function writeCorpus(count) {
  const project = join(root, "bench/dist/corpus", String(count));
  const services = await readServices();
  const random = createRandom(20170312);
  rmSync(project, { recursive: true, force: true });
  const halves = { tencent: join(project, "tencent"), plain: join(project, "plain") };
  for (const folder of Object.values(halves)) mkdirSync(folder, { recursive: true });
  writeFileSync(join(project, "package.json"), `{"type":"commonjs"}`);
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["tencent", "plain"] }));
  for (let index = 0; index < count / 2; index += 1) {
    writeFileSync(join(halves.tencent, `file${index}.ts`), tencentFile(random, services, index));
    writeFileSync(join(halves.plain, `file${index}.ts`), plainFile(random, index));
  }
  return { project, ...halves };
}

/** A file with a client and two to five functions that use it, among functions that do not. */
export function tencentFile(random, services, index, size = 2 + random.below(4)) {
  const service = services[index % services.length];
  const head = random.pick([deepImport, perVersionImport, rootImport, deepImport])(service);
  const functions = Array.from({ length: size }, (_, place) => {
    const template = tencentTemplates[(index * 5 + place) % tencentTemplates.length];
    return template(namesFor(random, service, `f${place}`));
  });
  return [head, ...interleaved(functions, plainParts(random, size))].join("\n\n").concat("\n");
}

/** A file of two to nine parts without any Tencent Cloud. */
export function plainFile(random, index) {
  return [`/** Part ${index} of a service. */`, ...plainParts(random, 2 + random.below(8))].join("\n\n").concat("\n");
}

function plainParts(random, count) {
  return Array.from({ length: count }, (_, place) => random.pick(plainTemplates)({ name: `part${place}` }));
}

function namesFor(random, service, name) {
  const action = random.pick(service.actions);
  const codes = [...random.some(service.lists[action], 6), ...random.some(service.codes, 6)];
  // One function in four has a code that no document lists.
  if (random.below(4) === 0) codes[0] = codes[0].replace(/\w$/, "x");
  return { name, client: "client", service: service.id, Service: typeName(service.id), action, codes: [...new Set([...codes, ...service.codes])] };
}

function interleaved(first, second) {
  return first.flatMap((item, index) => (second[index] === undefined ? [item] : [item, second[index]]));
}

function typeName(id) {
  return id.charAt(0).toUpperCase() + id.slice(1);
}

const exceptionImport = `import TencentCloudSDKHttpException from "tencentcloud-sdk-nodejs/tencentcloud/common/exception/tencent_cloud_sdk_exception.js";`;
const configuration = `{ credential: { secretId: process.env["ID"] ?? "", secretKey: process.env["KEY"] ?? "" }, region: "ap-guangzhou" }`;

function deepImport({ id, version }) {
  return head(id, [`import { ${id} as sdk } from "tencentcloud-sdk-nodejs/tencentcloud/services/${id}/index.js";`], `sdk.${version}.Client`);
}

function perVersionImport({ id, version }) {
  return head(id, [`import { Client } from "tencentcloud-sdk-nodejs/tencentcloud/services/${id}/${version}/${id}_client.js";`], "Client");
}

function rootImport({ id, version }) {
  return head(id, [`import * as tencentcloud from "tencentcloud-sdk-nodejs";`], `tencentcloud.${id}.${version}.Client`);
}

function head(id, lines, client) {
  const codeMap = `import { is${typeName(id)}Error, type ${typeName(id)}ErrorCode } from "tencentcloud-error-codes/${id}";`;
  return `${[...lines, exceptionImport, codeMap].join("\n")}

const ${typeName(id)}Client = ${client};
type ${typeName(id)}Api = InstanceType<typeof ${client}>;
const client = new ${typeName(id)}Client(${configuration});`;
}
