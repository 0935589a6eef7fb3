/** Turns an OpenAPI document into types: `node bench/openapi-typescript.js document.json types.ts`. */
import { readFileSync, writeFileSync } from "node:fs";

import openapiTS, { astToString } from "openapi-typescript";

const [document, types] = process.argv.slice(2);
writeFileSync(types, astToString(await openapiTS(JSON.parse(readFileSync(document, "utf8")), { silent: true })));
