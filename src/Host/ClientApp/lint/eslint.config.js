import js from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

// A package of its own: the rules read types through the compiler's JavaScript interface, which the TypeScript that builds the client no longer has.
export default typescript.config(
  js.configs.recommended,
  typescript.configs.recommendedTypeChecked,
  a11y.flatConfigs.recommended,
  hooks.configs.flat.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_$', varsIgnorePattern: '^_$', ignoreRestSiblings: true }],
      // A stand-in for an asynchronous function is asynchronous too, and has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // What scrolls must be reachable by keyboard: program texts and named regions.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: ['pre'], roles: ['region'], allowExpressionValues: true }],
      // Dialogs and the sign-in page put the cursor where the reader continues.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
    },
  },
);
