import type { Output } from '@kith/sdk'
import { Button, Progress, Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../design/dialog.tsx'
import { Icon } from '../../design/icons.tsx'
import { Moment } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { Actor } from '../../person/history-words.tsx'
import { useAct, useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import classes from '../settings-page.module.css'
import { Tag } from '../tag.tsx'
import { useSoon } from './soon.ts'

type Job = Output<'jobs.listJobs'>['items'][0]
const JOBS = ['jobs'] as const
const NEEDS = 'jobs:run'
const LOOKS_AGAIN_MS = 700
const LOOKS_NOW_AND_THEN_MS = 30_000
const TONES = { waiting: 'warm', running: 'blue', done: 'accent', failed: 'danger' } as const

const isUnderWay = ({ runs }: Job) => runs[0]?.state === 'waiting' || runs[0]?.state === 'running'

/** The scheduled jobs, with their last results. */
export function JobsPage() {
  const { t } = useTranslation()
  const read = useSetting(JOBS, NEEDS, (kith, signal) => kith.jobs.listJobs({}, { signal }), {
    refetchInterval: (data) => (data?.items.some(isUnderWay) ? LOOKS_AGAIN_MS : LOOKS_NOW_AND_THEN_MS),
  })
  return (
    <Section explained={t('settings.jobsExplained')} needs={NEEDS} read={read} title={t('settings.jobs')}>
      {({ items }) => (
        <div className={classes.card} data-table>
          <Table data-cards verticalSpacing={10}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('jobs.job')}</Table.Th>
                <Table.Th>{t('jobs.next')}</Table.Th>
                <Table.Th>{t('jobs.last')}</Table.Th>
                <Table.Th>{t('jobs.state')}</Table.Th>
                <Table.Th>{t('jobs.took')}</Table.Th>
                <Table.Th>{t('settings.actions')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((job) => (
                <JobRow job={job} key={job.name} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Section>
  )
}

/** The progress if the job reports it; else only that it is running. */
function HowFar({ run: { state, progress } }: { readonly run: Job['runs'][0] }) {
  const { t } = useTranslation()
  const number = useNumber()
  if (!progress) return <Progress animated aria-label={t(`jobState.${state}`)} mt={6} size="sm" striped value={100} />
  const { done, total } = progress
  return (
    <>
      <span className="second-name numbers">{t('jobs.progress', { done: number(done), all: number(total) })}</span>
      <Progress aria-label={t(`jobState.${state}`)} mt={6} size="sm" value={total === 0 ? 100 : (done / total) * 100} />
    </>
  )
}

function JobRow({ job }: { readonly job: Job }) {
  const { t, i18n } = useTranslation()
  const { soon, took } = useSoon()
  const [asking, setAsking] = useState(false)
  const run = useAct((kith) => kith.jobs.runJob({ name: job.name }), {
    refreshes: JOBS,
    onDone: () => setAsking(false),
  })
  const [last] = job.runs
  const underWay = isUnderWay(job)
  const key = `job.${job.name}` as 'job.fold-customer-tally'
  const called = i18n.exists(key) ? t(key) : job.summary
  return (
    <Table.Tr data-job={job.name}>
      <Table.Th scope="row">{called}</Table.Th>
      <Table.Td className={`numbers ${classes.short}`}>{soon(job.nextAt)}</Table.Td>
      <Table.Td>
        {last ? (
          <>
            <Moment at={last.finishedAt ?? last.startedAt ?? last.askedAt} />
            {last.askedBy && (
              <span className="second-name">
                <Actor actor={last.askedBy} />
              </span>
            )}
          </>
        ) : (
          t('jobs.never')
        )}
      </Table.Td>
      <Table.Td miw="8rem">
        {last && <Tag tone={TONES[last.state]}>{t(`jobState.${last.state}`)}</Tag>}
        {underWay && <HowFar run={last!} />}
      </Table.Td>
      <Table.Td className={`numbers ${classes.short}`}>
        {last?.startedAt && last.finishedAt ? took(Date.parse(last.finishedAt) - Date.parse(last.startedAt)) : '–'}
      </Table.Td>
      <Table.Td>
        <Button
          disabled={underWay}
          leftSection={<Icon name="play" size={14} />}
          loading={run.isPending}
          onClick={() => (job.forgets ? setAsking(true) : run.mutate(undefined))}
          size="compact-sm"
          variant="default"
        >
          {t('jobs.run')}
        </Button>
        {asking && (
          <Confirm
            act={run}
            explained={t('jobs.forgets', { job: called })}
            onClose={() => setAsking(false)}
            onConfirm={() => run.mutate(undefined)}
            title={t('jobs.run')}
          />
        )}
      </Table.Td>
    </Table.Tr>
  )
}
