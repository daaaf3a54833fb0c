const { readFileSync } = require('node:fs')
const { join } = require('node:path')

// From the ground up: a module may know those before it.
const MODULES = /export const modules = \[([^\]]+)\]/
  .exec(readFileSync(join(__dirname, 'server/src/modules.ts'), 'utf8'))[1]
  .match(/\w+/g)
// The floors of a module that has some, from the ground up: a floor may know those before it.
const FLOORS = {
  accounts: ['login', 'session', 'claims', 'gate', 'ways-in', 'people'],
}
// The folders of the screens, from the ground up: those of one floor do not know each other.
const SCREENS = [
  ['reach'],
  ['language'],
  ['design'],
  ['offline'],
  ['session'],
  ['person', 'loyalty', 'membership'],
  ['customers'],
  ['till', 'duplicates', 'privacy', 'settings', 'account', 'audit', 'dashboard', 'inbox', 'imports'],
  ['mine'],
  ['shell'],
]
const NOT_TESTS = '\\.(test|harness)\\.ts$'

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'front-door',
      comment: 'Another module is reached through its index, contract or events; its harness is for tests.',
      severity: 'error',
      from: { path: '^server/src/modules/([^/]+)/' },
      to: {
        path: '^server/src/modules/[^/]+/',
        pathNot: ['^server/src/modules/$1/', '/(index|contract|events|[a-z-]+\\.harness)\\.ts$'],
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
      name: 'database-through-tables',
      comment: 'The handles of a transaction are for `tables()` and the transaction itself.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '^server/src/kit/(context|transaction|tables)\\.ts$' },
      to: { path: '^server/src/kit/handles\\.ts$' },
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
    ...Object.entries(FLOORS).flatMap(([module, floors]) => [
      ...floors.slice(0, -1).map((floor, index) => ({
        name: `${module}-${floor}-knows-nothing-above`,
        severity: 'error',
        from: { path: `^server/src/modules/${module}/${floor}/`, pathNot: NOT_TESTS },
        to: { path: `^server/src/modules/${module}/(${floors.slice(index + 1).join('|')})/` },
      })),
      {
        name: `${module}-floors-know-no-front-door`,
        comment: 'An operation takes the contract of its own folder.',
        severity: 'error',
        from: { path: `^server/src/modules/${module}/[^/]+/`, pathNot: NOT_TESTS },
        to: { path: `^server/src/modules/${module}/[^/]+\\.ts$` },
      },
    ]),
    ...SCREENS.slice(0, -1).map((floor, index) => ({
      name: `web-${floor[0]}-knows-nothing-above`,
      severity: 'error',
      from: { path: `^web/src/(${floor.join('|')})/` },
      to: { path: `^web/src/(${SCREENS.slice(index).flat().join('|')})/`, pathNot: '^web/src/$1/' },
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
