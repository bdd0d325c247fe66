import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { exactFigures } from './scripts/lint/exact-figures.mjs';

const tests = ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', 'db/testing/**', 'app/domain/testing/**'];
const configs = ['*.config.{ts,js}', 'e2e/*.config.ts', '.dependency-cruiser.cjs'];

const environmentRule = {
  selector: "MemberExpression[object.name='process'][property.name='env'], MemberExpression[object.name='process'][property.value='env']",
  message: 'Settings are read and checked in app/config/env.server.ts; take them from there.',
};
const defaultExportRule = {
  selector: 'ExportDefaultDeclaration',
  message: 'Use a named export: one name everywhere. Only routes and configuration files export by default.',
};
const restrict = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules] });

export default tseslint.config(
  {
    ignores: [
      'build/**',
      'node_modules/**',
      '.data/**',
      '.cache/**',
      'public/**',
      'test-results/**',
      'playwright-report/**',
      '**/*.generated.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    rules: {
      'max-lines': ['error', 400],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      ...restrict(environmentRule, defaultExportRule),
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ['app/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
  { files: ['app/domain/**/*.ts'], ignores: [...tests, '**/testing/**'], plugins: { hengji: { rules: { 'exact-figures': exactFigures } } }, rules: { 'hengji/exact-figures': 'error' } },
  { files: ['app/config/env.server.ts', 'scripts/{start,check}/**', 'scripts/{build,migrate}.ts', 'db/embedded/**'], rules: restrict(defaultExportRule) },
  { files: ['app/root.tsx', 'app/entry.*.tsx', 'app/routes.ts', 'app/routes/**'], rules: restrict(environmentRule) },
  { files: ['scripts/**', 'e2e/**'], rules: { 'no-console': 'off' } },
  { files: ['scripts/**/*.mjs', ...configs, ...tests], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.{cjs,mjs,js}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
