/** Whether a text is the id of a commit: 7 to 64 hexadecimal digits. */
export function isCommit(text: string): boolean {
  return /^[0-9a-f]{7,64}$/i.test(text);
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // Some engines take the 30th of February for a day in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
