/** The words of a name or of a piece of code, in small letters: `getSTSToken`, `get_sts_token` and `this.sts.token2` hold `sts` and `token`. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])|[^A-Za-z]+/g, "$1$2 ")
    .toLowerCase()
    .split(" ")
    .filter((word) => word !== "");
}
