import type { RetryClass } from "../../src/codemap/types.js";

/** What the site says, in one language. */
export interface Text {
  readonly siteName: string;
  readonly lead: string;
  readonly leadNote: (codes: number, services: number) => string;
  readonly search: {
    readonly label: string;
    readonly placeholder: string;
    readonly try: string;
    readonly found: (shown: number, total: number) => string;
    readonly nothing: string;
    readonly nearest: string;
    readonly pasted: string;
    readonly undocumented: (code: string) => string;
    readonly failed: string;
    readonly loading: string;
    readonly services: string;
    readonly actions: string;
    readonly clear: string;
  };
  readonly ruleSuggests: string;
  readonly everyService: string;
  readonly services: (count: number) => string;
  readonly codes: (count: number) => string;
  readonly actionsCount: (count: number) => string;
  readonly family: string;
  readonly class: string;
  readonly classes: Readonly<Record<RetryClass, { readonly name: string; readonly brief: string; readonly advice: string }>>;
  readonly code: {
    readonly title: string;
    readonly intro: string;
    readonly next: string;
    readonly evidence: string;
    readonly meaning: string;
    readonly noDescription: string;
    readonly returnedBy: string;
    readonly returnedByEvery: string;
    readonly returnedByNone: string;
    readonly ownLists: string;
    readonly inTypeScript: string;
    readonly guard: string;
    readonly match: string;
    readonly retry: string;
    readonly install: string;
    readonly rules: string;
    readonly near: string;
    readonly official: string;
    readonly undocumented: string;
    readonly undocumentedNear: string;
    readonly differs: (service: string) => string;
    readonly familyTitle: (family: string) => string;
    readonly moreActions: (count: number) => string;
    readonly copy: string;
    readonly copied: string;
    readonly notFor: (service: string) => string;
  };
  readonly watched: {
    readonly undocumented: string;
    readonly retry: string;
    readonly family: string;
    readonly common: string;
  };
  readonly snippets: Readonly<Record<RetryClass, string>>;
  readonly service: {
    readonly title: (service: string) => string;
    readonly lead: (codes: number, actions: number) => string;
    readonly filter: string;
    readonly allClasses: string;
    readonly allFamilies: string;
    readonly byFamily: string;
    readonly actions: string;
    readonly filterActions: string;
    readonly clientToken: string;
    readonly common: string;
    readonly commonLead: (count: number) => string;
    readonly nothing: string;
    readonly import: string;
    readonly meaning: string;
    readonly versions: string;
  };
  readonly servicesPage: {
    readonly title: string;
    readonly lead: (services: number) => string;
    readonly filter: string;
    readonly service: string;
    readonly picture: string;
    readonly pictureNote: string;
    readonly showAll: (count: number) => string;
    readonly showFew: string;
  };
  readonly pictures: {
    readonly classes: string;
    readonly classesNote: string;
    readonly families: string;
    readonly familiesNote: string;
    readonly distribution: (name: string, parts: string) => string;
  };
  readonly home: {
    readonly classesTitle: string;
    readonly classesLead: string;
    readonly toolsTitle: string;
    readonly rulesTitle: string;
    readonly rulesText: string;
    readonly rulesLink: string;
    readonly mapTitle: string;
    readonly mapText: string;
    readonly mapLink: string;
    readonly playTitle: string;
    readonly playText: string;
    readonly playLink: string;
    readonly disclaimer: string;
  };
}
