import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { PATIENCE_MS, TEST_MS } from './server/test/patience.ts'

/** The journeys in the browser take minutes and are small files: begun last, one of them would keep everybody waiting. */
class JourneysFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isJourney = ({ moduleId }: TestSpecification) => moduleId.includes('/e2e/')
    return [...sorted.filter(isJourney), ...sorted.filter((file) => !isJourney(file))]
  }
}

export default defineConfig({
  test: {
    include: ['{server,sdk,web,e2e,bench}/**/*.test.ts'],
    globalSetup: ['server/test/global-setup.ts'],
    sequence: { sequencer: JourneysFirst },
    testTimeout: TEST_MS,
    hookTimeout: TEST_MS,
    // The servers that tests start as processes of their own: a busy machine is no overload.
    env: { KITH_MAX_DELAY_MS: '0' },
    // By default one less than there are cores, which on two is none beside the browser's.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Of the journeys of a file two go on at once: one waits while the other works.
    maxConcurrency: 2,
    expect: { poll: { timeout: PATIENCE_MS } },
    coverage: {
      provider: 'v8',
      include: ['server/src/**/*.ts', 'sdk/src/**/*.ts'],
      // The commands run as processes of their own in process.test.ts, where this count does not see them.
      exclude: ['**/*.test.ts', '**/*.harness.ts', 'server/src/db/schema.ts', 'server/src/cli/**'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 85, statements: 85, functions: 85, branches: 85 },
    },
  },
})
