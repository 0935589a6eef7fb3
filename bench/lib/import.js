/** Imports a module in this fresh process and prints how long that took: `node bench/lib/import.js <specifier>`. */
const start = performance.now();
await import(process.argv[2]);
console.log(JSON.stringify({ time: performance.now() - start }));
