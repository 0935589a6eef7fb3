import plugin from "./index.js";

// CommonJS code gets the plugin itself, not the module's namespace: ESLint refuses `plugins: { tencentcloud }` beside a
// preset unless both name one object. Compiled imports ask what `require` gives for its `default`.
Object.defineProperty(plugin, "default", { value: plugin });

export { configs, default, meta, rules } from "./index.js";
export { plugin as "module.exports" };
