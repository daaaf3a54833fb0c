import { execFileSync } from 'node:child_process'

/** What is older than its sources is built before any test: two that start at once must not build at once. */
export function buildWhatIsStale(): void {
  execFileSync(process.execPath, ['server/bin/kith.mjs', '--version'])
  execFileSync(process.execPath, ['web/build.mjs', '--if-stale'])
  execFileSync(process.execPath, ['docs/site/build.mjs', '--if-stale'])
}
