import { loadFacts } from "./catalog.js";
import { overviewOf, type Overview } from "./overview.js";

declare const data: Overview;
export { data };

export default {
  load: (): Overview => overviewOf(loadFacts()),
};
