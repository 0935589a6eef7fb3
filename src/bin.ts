#!/usr/bin/env node
process.exitCode = await (await import("./cli.js")).runCli(process.argv.slice(2));
