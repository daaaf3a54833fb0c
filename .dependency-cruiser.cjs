// From the ground up, as in server/src/modules.ts: a module may know those before it.
const MODULES = [
  'events',
  'tenants',
  'customers',
  'addresses',
  'messages',
  'verification',
  'preferences',
  'consent',
  'carts',
  'merging',
  'accounts',
  'orders',
  'incoming',
  'loyalty',
  'privacy',
  'audit',
  'jobs',
]

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'front-door',
      comment: 'Another module is reached through its index, contract or events.',
      severity: 'error',
      from: { path: '^server/src/modules/([^/]+)/' },
      to: {
        path: '^server/src/modules/[^/]+/',
        pathNot: ['^server/src/modules/$1/', '/(index|contract|events)\\.ts$'],
      },
    },
    {
      name: 'kit-knows-no-module',
      severity: 'error',
      from: { path: '^server/src/kit/' },
      to: { path: '^server/src/modules' },
    },
    {
      name: 'sql-through-tables',
      comment: 'Only the kit sees the whole schema; a module names its tables in tables.ts.',
      severity: 'error',
      from: { path: '^server/src/modules/' },
      to: { path: '^server/src/db/' },
    },
    {
      name: 'sealing-through-columns',
      comment: 'What is sealed is declared with its table, column and schema.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '^server/src/kit/sealed\\.ts$|\\.test\\.ts$' },
      to: { path: '^server/src/kit/sealing\\.ts$' },
    },
    {
      name: 'one-web-framework-folder',
      comment: 'Only what speaks HTTP knows how we do it.',
      severity: 'error',
      from: { pathNot: '^server/src/kit/http/' },
      to: { path: 'node_modules/@?fastify', pathNot: 'node_modules/@fastify/proxy-addr' },
    },
    ...MODULES.slice(0, -1).map((module, index) => ({
      name: `${module}-knows-nothing-above`,
      severity: 'error',
      from: { path: `^server/src/modules/${module}/`, pathNot: '\\.test\\.ts$' },
      to: { path: `^server/src/modules/(${MODULES.slice(index + 1).join('|')})/` },
    })),
    {
      name: 'web-speaks-through-sdk',
      comment: 'The screens know the API only as its typed client does.',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^(server|bench|e2e|sdk)/', pathNot: '^sdk/src/index\\.ts$' },
    },
    {
      name: 'sdk-stands-alone',
      severity: 'error',
      from: { path: '^sdk/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(server|bench|e2e|web)/' },
    },
    {
      name: 'modules-know-no-entrance',
      comment: 'Rules are called by main and the CLI, never the other way round.',
      severity: 'error',
      from: { path: '^server/src/(modules|kit|db)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/src/(main|kith|modules|cli/.*)\\.ts$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['kith-source', 'import', 'node', 'default'],
    },
  },
}
