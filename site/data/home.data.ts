import { loadFacts } from "./catalog.js";
import { overviewOf, type ClassCounts } from "./overview.js";

/** The figures of the start page. */
export interface HomeFigures {
  readonly codes: number;
  readonly services: number;
  readonly classes: ClassCounts;
}

declare const data: HomeFigures;
export { data };

export default {
  load(): HomeFigures {
    const { codes, services, classes } = overviewOf(loadFacts());
    return { codes, services: services.length, classes };
  },
};
