import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { PATIENCE_MS, TEST_MS } from './server/test/patience.ts'

/** Journeys in the browser take longest: begun last, one of them would keep everything waiting. */
class JourneysFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isJourney = ({ moduleId }: TestSpecification) => moduleId.includes('/e2e/')
    return [...sorted.filter(isJourney), ...sorted.filter((file) => !isJourney(file))]
  }
}

const TESTS = ['server', 'sdk', 'web', 'bench', 'packages', 'examples'].map((folder) => `${folder}/**/*.test.ts`)
/** What stands in for a module would stand in for it in the next file too, where files share their modules. */
const MOCKING = readdirSync('server', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))
  .map((file) => `server/${file}`)
  .filter((file) => readFileSync(file, 'utf8').includes('vi.mock('))
/** What starts databases and servers as processes of their own: slow, and apart from `npm test`. */
const PROCESSES = [
  'server/test/{processes,operate,servers}/*.test.ts',
  'server/test/real-proxies.test.ts',
  'server/src/db/embedded/*.test.ts',
]

const database = { globalSetup: ['server/test/global-setup.ts'] }
const seeded = { ...database, setupFiles: ['server/test/seed.ts'] }
const journeys = { globalSetup: ['server/test/global-setup.ts', 'e2e/global-setup.ts'] }
const project = (name: string, test: object) => ({ extends: true as const, test: { name, ...test } })

export default defineConfig({
  ssr: { resolve: { conditions: ['kith-source', ...defaultServerConditions] } },
  test: {
    projects: [
      project('server', {
        ...seeded,
        include: TESTS,
        exclude: ['**/node_modules/**', ...MOCKING, ...PROCESSES],
        isolate: false,
      }),
      project('mocking', { ...seeded, include: MOCKING }),
      project('processes', { ...database, include: PROCESSES }),
      project('e2e', { ...journeys, include: ['e2e/*.test.ts'] }),
      project('screens', { ...journeys, include: ['e2e/*.screens.ts'] }),
    ],
    sequence: { sequencer: JourneysFirst },
    testTimeout: TEST_MS,
    hookTimeout: TEST_MS,
    expect: { poll: { timeout: PATIENCE_MS } },
    // The servers that tests start as processes of their own: a busy machine is no overload, and no slow database.
    env: { KITH_MAX_DELAY_MS: '0', KITH_SLOW_STATEMENT_MS: '0' },
    // By default one less than there are cores, which on two is none beside the browser's.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    maxConcurrency: 2,
    coverage: {
      provider: 'v8',
      include: ['server/src/**/*.ts', 'sdk/src/**/*.ts'],
      // The commands run as processes of their own in the project `processes`, where this count does not see them.
      exclude: ['**/*.test.ts', '**/*.harness.ts', 'server/src/db/schema.ts', 'server/src/cli/**'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 85, statements: 85, functions: 85, branches: 85 },
    },
  },
})
