import litPlugin from "eslint-plugin-lit";
import litA11y from "eslint-plugin-lit-a11y";
import wc from "eslint-plugin-wc";
import tseslint from "typescript-eslint";

/** Folders whose code runs in the halls' and residents' browsers. */
const pages = ["display", "ticket-station", "counter-panel", "manager-console", "phone", "shared/ui"];
const inPages = pages.map((folder) => `${folder}/**/*.ts`);

const secureContextOnly = "needs a secure context, and halls use plain HTTP";

/** Style features newer than the oldest boxes; those in style files the build lowers, those in scripts it does not. */
const newerStyles = [
  [":(is|where|has)\\(", "no :is(), :where() or :has()"],
  ["\\baspect-ratio\\s*:", "no aspect-ratio"],
  ["@(container|layer|scope)\\b", "no @container, @layer or @scope"],
  ["\\bcolor-mix\\(", "no color-mix()"],
  ["\\d[dsl]v[hw]\\b", "no dvh, svh or lvh"],
  ["(^|[{};\\s])inset\\s*:", "no inset: write top, right, bottom and left"],
  ["(^|[{};])\\s*&", "no nesting"],
];

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "tests/.out/", "server/store/migrations/"] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  { files: ["**/*.js", "**/*.cjs"], languageOptions: { sourceType: "module" } },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/max-params": ["error", { max: 3 }],
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Spreading a string gives its characters, which is what reading numbers digit by digit wants.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // A Fastify plugin is an async function, whether it waits for something or not.
      "@typescript-eslint/require-await": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack"] }],
      "no-restricted-syntax": ["error", ...everywhere()],
    },
  },
  {
    files: ["*.config.ts", "*.config.js"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["server/**/*.ts"],
    ignores: ["server/main.ts"],
    rules: {
      "no-console": "error",
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Only server/main.ts reads the environment." },
        { object: "process", property: "exit", message: "Only server/main.ts ends the process." },
      ],
    },
  },
  {
    files: ["server/domain/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", "process", "fetch", "setTimeout", "setInterval", "setImmediate", "crypto"],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "The domain is pure: take randomness as an argument." },
        { object: "Date", property: "now", message: "The domain is pure: take the time as an argument." },
        { object: "Temporal", property: "Now", message: "The domain is pure: take the time as an argument." },
      ],
    },
  },
  {
    files: inPages,
    extends: [litPlugin.configs["flat/recommended"], wc.configs["flat/best-practice"], litA11y.configs.recommended],
    rules: {
      // Lit calls the listeners of a template with the element as `this`.
      "@typescript-eslint/unbound-method": "off",
      // Every element here extends LitElement, which has all lifecycle callbacks.
      "wc/guard-super-call": "off",
      "lit/lifecycle-super": "error",
      "lit/no-classfield-shadowing": "error",
      "lit/no-legacy-imports": "error",
      "lit/no-native-attributes": "error",
      "lit/prefer-static-styles": "error",
      "no-restricted-syntax": ["error", ...everywhere(), ...newerStyles.map(newerStyle)],
      "no-restricted-globals": [
        "error",
        { name: "caches", message: `It ${secureContextOnly}.` },
        { name: "structuredClone", message: "Chromium 87 has none." },
      ],
      "no-restricted-properties": [
        "error",
        { object: "crypto", property: "randomUUID", message: `It ${secureContextOnly}.` },
        { object: "crypto", property: "subtle", message: `It ${secureContextOnly}.` },
        { object: "AbortSignal", property: "timeout", message: "Chromium 87 has none." },
        { object: "AbortSignal", property: "any", message: "Chromium 87 has none." },
      ],
    },
  },
  {
    // A test file is many small stories under one heading.
    files: ["tests/**/*.test.ts"],
    rules: { "max-lines": ["error", { max: 500, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ["tests/**/*.ts"],
    // expect(double.method) looks at the method and does not call it.
    rules: { "@typescript-eslint/unbound-method": "off" },
  },
);

function everywhere() {
  return [
    { selector: "TSEnumDeclaration", message: "Use a union of literals." },
    { selector: "ExportDefaultDeclaration", message: "Use a named export." },
    { selector: "ExportAllDeclaration", message: "Import from the file that defines it." },
  ];
}

function newerStyle([pattern, message]) {
  return {
    selector: `TaggedTemplateExpression[tag.name='css'] TemplateElement[value.raw=/${pattern}/m]`,
    message: `The halls' boxes run Chromium 87: ${message}.`,
  };
}
