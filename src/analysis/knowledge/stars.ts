/**
 * Whether a text is what a pattern says, in which `*` stands for any characters. In time that is linear in both, times the stars at
 * most: linted code can set a rule's options in a comment, so that a regular expression made of them would be one of strangers.
 */
export function matchesStars(pattern: string, text: string): boolean {
  const [start = "", ...rest] = pattern.split("*");
  const end = rest.pop();
  if (end === undefined) return text === pattern;
  if (text.length < start.length + end.length || !text.startsWith(start) || !text.endsWith(end)) return false;
  const last = text.length - end.length;
  let at = start.length;
  for (const part of rest) {
    // The first place leaves most room for what follows.
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > last) return false;
    at = found + part.length;
  }
  return true;
}
