/**
 * The arrows between the layers: what a layer may import besides itself and npm packages. Whatever is not named is refused.
 * Tests and the files that wire everything (app/server.ts, workers/main.ts, scripts) are free.
 */
const layers = {
  domain: { path: '^app/domain/', may: [] },
  config: { path: '^app/config/', may: [] },
  styles: { path: '^app/styles/', may: [] },
  'ui components': { path: '^app/components/ui/', may: ['domain'] },
  components: { path: '^app/components/(?!ui/)', may: ['domain', 'ui components'] },
  reports: { path: '^app/reports/', may: ['domain', 'ui components'] },
  db: { path: '^db/(?!embedded/|testing/|seed/)', may: ['domain', 'config'] },
  'embedded database': { path: '^db/embedded/', may: [] },
  'session tables': { path: '^db/(connection|tenant|rows|schema\\.generated|queries/(session|sign-in|membership)[^/]*)\\.', own: false, may: [] },
  'app errors': { path: '^app/services/app-error\\.', own: false, may: [] },
  auth: { path: '^app/auth/', may: ['domain', 'config', 'session tables', 'app errors'] },
  http: { path: '^app/http/', may: ['domain', 'config', 'session tables'] },
  'job contracts': { path: '^workers/jobs/', may: ['domain'] },
  services: { path: '^app/services/', may: ['domain', 'config', 'db', 'job contracts', 'auth'] },
  'load context': { path: '^app/load-context\\.', may: ['domain', 'config', 'services', 'auth'] },
  routes: {
    path: '^app/(routes/|root\\.|entry\\.|routes\\.ts)',
    may: ['domain', 'config', 'styles', 'services', 'auth', 'http', 'ui components', 'components', 'reports', 'load context'],
  },
  'pdf renderer': { path: '^workers/pdf/', may: ['config'] },
  'job handlers': { path: '^workers/handlers/', may: ['domain', 'config', 'services', 'reports', 'pdf renderer', 'job contracts'] },
  outbox: { path: '^workers/outbox/', may: ['config', 'db', 'job contracts'] },
};

const ours = '^(app|db|workers|scripts|e2e)/';
const testFiles = '(\\.test\\.tsx?$|/testing/)';
const serverOnly = '\\.server\\.tsx?$';

const arrows = Object.entries(layers)
  .filter(([, layer]) => layer.own !== false)
  .map(([name, layer]) => ({
    name: `layer: ${name}`,
    comment: `${name} may import ${layer.may.length > 0 ? layer.may.join(', ') : 'nothing of ours'} and itself.`,
    severity: 'error',
    from: { path: layer.path, pathNot: testFiles },
    to: { path: ours, pathNot: [layer.path, ...layer.may.map((other) => layers[other].path)] },
  }));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'domain packages',
      comment: 'The domain is pure: zod, exact arithmetic and a hash function only.',
      severity: 'error',
      from: { path: layers.domain.path, pathNot: testFiles },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/(zod|@noble/hashes)/' },
    },
    {
      name: 'no cycles',
      comment: 'Modules that need each other are one module, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'server code stays on the server',
      comment: 'Domain, components, reports and the browser entry are bundled for the browser.',
      severity: 'error',
      from: { path: '^app/(domain/|components/|reports/|entry\\.client)', pathNot: [testFiles, serverOnly] },
      to: { path: serverOnly, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tests stay out',
      comment: 'What only tests need never reaches the product.',
      severity: 'error',
      from: { pathNot: [testFiles, '^db/testing/', '^e2e/', '^scripts/'] },
      to: { path: [testFiles, '^db/testing/', '^e2e/'] },
    },
    {
      name: 'only scripts start the embedded database',
      comment: 'Web and workers know a URL, not who runs the server behind it.',
      severity: 'error',
      from: { pathNot: ['^db/(embedded|testing)/', '^scripts/', '^e2e/', testFiles] },
      to: { path: layers['embedded database'].path },
    },
    {
      name: 'every import resolves',
      comment: 'A path that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|\\.?/?\\.cache/|~/\\.cache/)' },
    },
    {
      name: 'declared packages only',
      comment: 'Packages that package.json does not name come and go with others.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|\\.data|\\.cache|public)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
