// Dates as documents have them: ISO, of a day, a month or a year.

/** Days since 1 January of year 1, counted as Python's date.toordinal. */
function ordinal(year, month, day) {
  return Math.round(Date.UTC(year, month - 1, day) / 864e5) + 719163;
}

/** Ordinal of an ISO date (the middle of a month or year whose day or month is not known), or null. */
export function dayOf(text) {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text || "");
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] || 7), Number(match[3] || (match[2] ? 15 : 1))];
  if (year < 1900 || year > 2100) return null;
  const moment = new Date(Date.UTC(year, month - 1, day));
  return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day ? ordinal(year, month, day) : null;
}

/** `2017-10-25` as `25/10/2017`. */
export function shortDate(text) {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text || "");
  return match ? match.slice(1).filter(Boolean).reverse().join("/") : text || "";
}
