/** Files that somebody could write to make the rules slow, by name; the number says how large. */
export const hostileSources: Readonly<Record<string, (count: number) => string>>;

/** Texts that somebody could write to make `init` slow, by name; the number says how large. */
export const hostileTexts: Readonly<Record<string, (count: number) => string>>;
export const hostilePages: Readonly<Record<string, (count: number) => string>>;
