import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reportOf } from './report.mjs'

interface Drill {
  readonly summary: string
  readonly rounds: number
  readonly note: string
  readonly project: string
  /** The commit of the version before, where a drill begins with one. */
  readonly from?: string
  readonly files: readonly string[]
}
const drills = JSON.parse(readFileSync('server/test/drills/drills.json', 'utf8')) as Record<string, Drill>
const drill = (...args: string[]) =>
  spawnSync(process.execPath, ['server/test/drills/run.mjs', ...args], { encoding: 'utf8' })

test('every drill is listed, has its tests, and has its figures or a word why not', () => {
  const { status, stdout } = drill('--list')
  expect(status).toBe(0)
  const page = readFileSync('docs/drills.md', 'utf8')
  for (const [name, { summary, note, files, project }] of Object.entries(drills)) {
    expect(stdout).toContain(`${summary} (${note})`)
    expect(page).toContain(`\n## ${name}\n`)
    expect(files.filter((file) => !existsSync(file))).toEqual([])
    expect(['processes', 'server']).toContain(project)
  }
  expect(drill().stdout).toBe(stdout)
  expect(JSON.parse(drill('--list', '--json').stdout)).toEqual(drills)
})

test.each([[['--rounds', '0']], [['--rounds', 'many']], [['--rounds', '1001']], [['--round', '3']], [['twice']]])(
  '%j is no wish for a drill, and runs none',
  (args) => {
    const { status, stderr } = drill('delivery', ...args)
    expect([status, stderr]).toEqual([64, expect.stringMatching(/^npm run drill -- delivery \[--rounds n\]/)])
  },
)

test('only a drill that begins with an earlier version can be told which', () => {
  const { status, stderr } = drill('delivery', '--from', 'HEAD')
  expect([status, stderr]).toEqual([64, expect.stringMatching(/^npm run drill -- delivery \[--rounds n\],/)])
  const refused = drill('upgrade', '--from', '; ls')
  expect([refused.status, refused.stderr]).toEqual([64, expect.stringContaining('[--from <commit>]')])
})

test('the report has each promise once, with how often it was kept, and what was measured', () => {
  const of = (title: string, status: string) => ({ title, status })
  const report = reportOf(
    {
      testResults: [
        {
          assertionResults: [
            of('goes on after a kill (1)', 'passed'),
            of('goes on after a kill (2)', 'passed'),
            of('goes on after a full disk (1)', 'skipped'),
            of('numbers have no gaps', 'failed'),
            of('nothing is lost', 'passed'),
          ],
        },
      ],
    },
    [{ what: 'writes after a kill', promised: 'within 2,000 ms', seen: '212, 340 ms' }],
  )
  expect(report.split('\n')).toEqual([
    'promised                   seen',
    'goes on after a kill       held, 2 times',
    'goes on after a full disk  not tried here',
    'numbers have no gaps       BROKEN, 1 of 1',
    'nothing is lost            held',
    '',
    'measured             promised         seen',
    'writes after a kill  within 2,000 ms  212, 340 ms',
  ])
})
