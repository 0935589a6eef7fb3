import { loadFacts } from "../../data/catalog.js";

export default {
  paths: (): { params: { service: string } }[] => loadFacts().services.map(({ entry }) => ({ params: { service: entry.id } })),
};
