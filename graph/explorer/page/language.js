// What the page says, in Vietnamese or English.

const STORED = "luocdo-language";
const spoken = { table: {}, at: 0 };

export function learn(table, lang) {
  spoken.table = table;
  setLanguage(keptLanguage(lang));
}

export function language() {
  return spoken.at === 1 ? "en" : "vi";
}

/** The language chosen before, where the browser lets a page keep something; else `lang`. */
export function keptLanguage(lang) {
  try {
    return window.localStorage.getItem(STORED) || lang;
  } catch {
    return lang;
  }
}

export function keepLanguage(lang) {
  try {
    window.localStorage.setItem(STORED, lang);
  } catch {
    // pages without storage forget the choice
  }
}

export function setLanguage(lang) {
  spoken.at = lang === "en" ? 1 : 0;
  document.documentElement.lang = language();
}

/** The words for `key`, with `{name}` filled in from `values`. */
export function t(key, values = {}) {
  const pair = spoken.table[key];
  const text = pair ? pair[spoken.at] : key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The Vietnamese or English name in a row of one of the data's tables. */
export function named(row) {
  return row[language()];
}

/** First letter as a capital. */
export function capital(text) {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}

/** The longer words for `key`, where the page has them: for a title; else null. */
export function help(key) {
  return `${key}-help` in spoken.table ? t(`${key}-help`) : null;
}

export function number(value) {
  return value.toLocaleString(language() === "en" ? "en" : "vi");
}

/** Fills every element of `root` that names its words in data-t, data-t-label, data-t-title or data-t-placeholder. */
export function translate(root = document) {
  for (const element of root.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of root.querySelectorAll("[data-t-label]")) {
    element.setAttribute("aria-label", t(element.dataset.tLabel));
    if (element.matches("button")) element.title = t(element.dataset.tLabel);
  }
  for (const element of root.querySelectorAll("[data-t-title]")) element.title = t(element.dataset.tTitle);
  for (const element of root.querySelectorAll("[data-t-placeholder]")) {
    element.setAttribute("placeholder", t(element.dataset.tPlaceholder));
  }
}
