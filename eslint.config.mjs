import next from "eslint-config-next/core-web-vitals";
import boundaries from "eslint-plugin-boundaries";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { rooms } from "./scripts/lint/rooms.mjs";
import house from "./scripts/lint/rules.mjs";

const code = ["app/**", "catalogue/**", "components/**", "lib/**", "db/**", "server/**", "worker/**"];
const tests = ["**/*.test.ts", "**/*.test.tsx"];
const around = ["scripts/**", "bench/**", "e2e/**", "db/test/**", "*.config.{ts,mjs}", ...tests];

/** @type {(selector: string, message: string) => {selector: string, message: string}} */
const forbid = (selector, message) => ({ selector, message });
const everywhere = [
  forbid("MemberExpression[object.name='sql'][property.name='raw']", "sql.raw injects text into SQL: use a parameter."),
  forbid("CallExpression[callee.property.name='unsafe']", "unsafe() injects text into SQL: use a parameter."),
];
const ownReaders = [
  forbid("CallExpression[callee.property.name='email']", "An e-mail address has one reader: lib/shared/email.ts."),
  forbid(
    "ImportDeclaration[source.value=/^(libphonenumber-js|ibantools)/]",
    "Telephone numbers and IBAN have one reader each, in lib/shared.",
  ),
];
const pages = [
  forbid("CallExpression[callee.property.name='bind']", "A bound action loops without JavaScript: use a hidden field."),
  forbid("JSXAttribute[name.name='style']", "The security policy refuses inline styles: use a class."),
  forbid("JSXAttribute[name.name='dangerouslySetInnerHTML']", "Text is rendered as text."),
];
const time = [
  forbid("NewExpression[callee.name='Date'][arguments.length=0]", "Use clock.now() of lib/kernel/clock.ts."),
  forbid(
    "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    "Use clock.now() of lib/kernel/clock.ts.",
  ),
];
const actions = [
  forbid(
    "Property[key.name='run'] > ArrowFunctionExpression > Identifier.params:first-child[name=/^_/]",
    "formAction found who acts: give it to the command, and say who the action is for.",
  ),
  forbid("CallExpression[callee.name='done'] > Identifier[name='input']", "onDone is given the input."),
];
const noFinder = {
  name: "@/lib/web/session/current-actor",
  importNames: ["citizenOrGuest", "currentActor", "currentCitizen", "currentVisitor"],
  message: "`who` says whose the action is, and `run` is given who acts.",
};
const oneMover = forbid(
  "CallExpression[callee.property.name='set'][callee.object.callee.property.name='update'][callee.object.arguments.0.name='demandes'] > ObjectExpression > Property[key.name='status']",
  "A demande is moved by moveTo alone, which takes and gives back what its states hold.",
);
const noSuspense = {
  name: "react",
  importNames: ["Suspense", "lazy"],
  message: "What stands under Suspense is hidden when JavaScript is off.",
};
const noEnv = { object: "process", property: "env", message: "Settings are read by lib/kernel/env.ts alone." };

export default defineConfig(
  globalIgnores([
    "**/.next/**",
    ".build/**",
    ".data/**",
    "**/next-env.d.ts",
    "test-results/**",
    "playwright-report/**",
    "coverage/**",
  ]),
  ...next,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { house },
    rules: {
      "house/needs-reason": "error",
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", 80],
      eqeqeq: "error",
      "no-console": "error",
      "no-restricted-properties": ["error", noEnv],
      "no-restricted-syntax": ["error", ...everywhere],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-meaningless-void-operator": "off",
      "@typescript-eslint/no-misused-spread": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { allowDefaultCaseForExhaustiveSwitch: false }],
    },
  },
  {
    files: code.map((folder) => `${folder}/*.{ts,tsx}`),
    plugins: { boundaries },
    ...rooms,
  },
  {
    files: ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"],
    rules: {
      "house/no-loading-file": "error",
      "no-restricted-syntax": ["error", ...everywhere, ...ownReaders, ...pages, ...time],
      "no-restricted-imports": ["error", { paths: [noSuspense] }],
    },
  },
  {
    files: ["app/**/*actions.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...everywhere, ...ownReaders, ...pages, ...time, ...actions],
      "no-restricted-imports": ["error", { paths: [noSuspense, noFinder] }],
    },
  },
  {
    files: ["lib/**/*.{ts,tsx}", "worker/**/*.ts"],
    ignores: ["lib/kernel/clock.ts"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, ...ownReaders, ...time, oneMover] },
  },
  {
    files: ["lib/demandes/moves/move-to.ts"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, ...ownReaders, ...time] },
  },
  {
    files: ["lib/shared/phone.ts", "lib/shared/iban.ts"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, ...time] },
  },
  {
    files: ["app/**/*.ts", "lib/*/schema.ts", "lib/*/schema/**/*.ts"],
    // The definitions of démarches: no form posts them.
    ignores: ["lib/demarches/schema.ts"],
    rules: { "house/one-reader": "error" },
  },
  {
    files: code.map((folder) => `${folder}/*.{ts,tsx}`),
    ignores: tests,
    rules: { "house/french-spaces": "error", "house/field-types": "error" },
  },
  {
    files: ["lib/kernel/env.ts", "proxy.ts", "instrumentation.ts", ...around],
    rules: { "no-restricted-properties": "off" },
  },
  {
    files: around,
    rules: {
      "max-lines-per-function": "off",
      "no-restricted-syntax": "off",
      "no-console": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
    },
  },
  // Playwright's fixtures call `use`, which is no hook of React.
  { files: ["e2e/**/*.ts"], rules: { "react-hooks/rules-of-hooks": "off", "house/awaited-press": "error" } },
  { files: ["lib/**/*.{ts,tsx}"], rules: { "house/file-names": "error" } },
  // A closed list may serve only to write its type.
  { files: ["lib/vocabulary/*.ts"], rules: { "@typescript-eslint/no-unused-vars": "off" } },
  {
    files: ["scripts/**/*.mjs", "bench/**/*.mjs"],
    ignores: ["**/*.test.mjs"],
    rules: { "max-lines-per-function": ["error", 80] },
  },
  { files: ["**/*.{js,mjs,cjs}"], rules: { "house/typed-comments": "error" } },
  { files: ["**/*.cjs"], rules: { "@next/next/no-assign-module-variable": "off" } },
);
