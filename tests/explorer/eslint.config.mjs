// Rules for the scripts of the explorer's page.
import js from "@eslint/js";

const browser = [
  "Blob", "CSS", "DecompressionStream", "Image", "Path2D", "ResizeObserver", "Response", "TextEncoder", "URL", "URLSearchParams", "XMLSerializer", "atob", "clearTimeout",
  "document", "history", "location", "navigator", "performance", "requestAnimationFrame", "setTimeout", "window",
];

export default [
  js.configs.recommended,
  {
    languageOptions: {
      ecmaVersion: 2023,
      sourceType: "module",
      globals: Object.fromEntries(browser.map((name) => [name, "readonly"])),
    },
    rules: {
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-shadow": "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Text from documents is text: use el() and text nodes." },
        { property: "outerHTML", message: "Text from documents is text: use el() and text nodes." },
        { property: "insertAdjacentHTML", message: "Text from documents is text: use el() and text nodes." },
      ],
    },
  },
];
