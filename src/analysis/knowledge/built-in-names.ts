/*
 * What JavaScript and its platforms have, by the names in the specifications of ECMAScript and of Fetch, in TypeScript's library and in Node and Deno.
 */

/** Methods that give back the same text. */
export const sameTextMethods: ReadonlySet<string> = new Set(["toString", "trim", "valueOf"]);

/** Methods that give back a text in another form, in which the same words can be looked for. */
export const otherCaseMethods: ReadonlySet<string> = new Set(["normalize", "toLocaleLowerCase", "toLowerCase", "toUpperCase"]);

/** Methods that read the body of a request or a response. They throw a `TypeError` or a `SyntaxError`: none of them has a code. */
export const bodyReaders: ReadonlySet<string> = new Set(["arrayBuffer", "blob", "formData", "json", "text"]);

/** Functions of `Promise` that fail with the error of what they wait for. */
export const promiseCombinators: ReadonlySet<string> = new Set(["all", "race", "any"]);

/** Methods of a promise that give back another one. */
export const promiseMethods: ReadonlySet<string> = new Set(["then", "catch", "finally"]);

/** Methods of an array that hand each item to a function first. */
export const iteratingMethods: ReadonlySet<string> = new Set(["every", "filter", "find", "findIndex", "flatMap", "forEach", "map", "some"]);

/** Globals whose functions make one value of another, and do nothing besides. */
export const computingGlobals: ReadonlySet<string> = new Set(["Array", "Date", "JSON", "Math", "Number", "String"]);

/** Methods of a text that look for another one in it. */
export const searchingMethods: ReadonlySet<string> = new Set(["endsWith", "includes", "indexOf", "startsWith"]);

/** Globals that end the process by `exit` or `abort`: of Node and of Deno. */
export const processGlobals: ReadonlySet<string> = new Set(["process", "Deno"]);

/** Classes of collections and promises: one of them is no error. */
export const containerClasses: ReadonlySet<string> = new Set(["Array", "Map", "Promise", "ReadonlyArray", "ReadonlyMap", "ReadonlySet", "Set", "WeakMap", "WeakSet"]);

/** Types of which the last argument is the type of what is looked up in them by a key or an index. */
export const lookupTypes: ReadonlySet<string> = new Set(["Array", "Map", "ReadonlyArray", "ReadonlyMap", "Record", "WeakMap"]);
