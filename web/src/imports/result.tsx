import { Button, Group, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../design/dialog.tsx'
import { Icon } from '../design/icons.tsx'
import { useNotifyFailure } from '../design/notify.ts'
import { Code, Moment } from '../design/written.tsx'
import { useNumber } from '../language/format.ts'
import { useSession } from '../session/session.ts'
import { AsideRows } from './aside-rows.tsx'
import { Counts } from './counts.tsx'
import classes from './imports.module.css'
import { type Import, useStep } from './queries.ts'

/** What a check or a run found, and what can be done next. */
export function Result({ one }: { readonly one: Import }) {
  const { t } = useTranslation()
  const { state, counts, sha256, finishedAt } = one
  return (
    <>
      <div className={classes.card}>
        <p className={classes.explained}>{t(`importResult.${state as 'checked' | 'done' | 'undone' | 'failed'}`)}</p>
        <Counts one={one} />
        <Group justify="space-between" mt="md">
          <Text c="dimmed" size="xs">
            {finishedAt && <Moment at={finishedAt} exact />}
            {sha256 && (
              <>
                {' · SHA-256 '}
                <Code>{sha256.slice(0, 12)}</Code>
              </>
            )}
          </Text>
          <Acts one={one} />
        </Group>
      </div>
      {state !== 'undone' && counts.refused > 0 && <AsideRows of="refused" one={one} />}
      {state !== 'undone' && counts.duplicates > 0 && <AsideRows of="duplicate" one={one} />}
      {state === 'undone' && counts.kept > 0 && <AsideRows of="kept" one={one} />}
    </>
  )
}

function Acts({ one }: { readonly one: Import }) {
  const { t } = useTranslation()
  const number = useNumber()
  const { state, counts } = one
  const run = useStep(one.id, (kith) => kith.imports.run({ importId: one.id }))
  const edit = useStep(one.id, (kith) => kith.imports.change({ importId: one.id, columns: [...one.columns] }))
  const resume = useStep(one.id, (kith) => kith.imports.resume({ importId: one.id }))
  const rows = counts.created + counts.updated
  return (
    <Group gap="xs">
      {counts.refused + counts.duplicates > 0 && state !== 'undone' && <RefusedFile one={one} />}
      {state === 'checked' && (
        <>
          <Discard one={one} />
          <Button loading={edit.isPending} onClick={() => edit.mutate()} size="sm" variant="default">
            {t('imports.changeColumns')}
          </Button>
          <Button data-run disabled={rows === 0} loading={run.isPending} onClick={() => run.mutate()} size="sm">
            {t('imports.run', { count: rows, number: number(rows) })}
          </Button>
        </>
      )}
      {state === 'failed' && one.resumable && (
        <Button loading={resume.isPending} onClick={() => resume.mutate()} size="sm">
          {t('imports.resume')}
        </Button>
      )}
      {(state === 'done' || (state === 'failed' && one.startedAt)) && <Undo one={one} />}
    </Group>
  )
}

function RefusedFile({ one }: { readonly one: Import }) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const notifyFailure = useNotifyFailure()
  async function save() {
    try {
      const content = await kith.imports.refusedFile({ importId: one.id })
      const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }))
      Object.assign(document.createElement('a'), { href: url, download: 'refused.csv' }).click()
      setTimeout(() => URL.revokeObjectURL(url), 10_000)
    } catch (error) {
      notifyFailure(error)
    }
  }
  return (
    <Button leftSection={<Icon name="download" size={16} />} onClick={() => void save()} size="sm" variant="default">
      {t('imports.refusedFile')}
    </Button>
  )
}

/** Takes back the whole import; asks first. */
export function Undo({ one }: { readonly one: Import }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const undo = useStep(one.id, (kith) => kith.imports.undo({ importId: one.id }))
  return (
    <>
      <Button leftSection={<Icon name="undo" size={16} />} onClick={() => setAsking(true)} size="sm" variant="default">
        {t('imports.undo')}
      </Button>
      {asking && (
        <Confirm
          act={undo}
          explained={t('imports.undoExplained')}
          onClose={() => setAsking(false)}
          onConfirm={() => undo.mutate()}
          title={t('imports.undo')}
        />
      )}
    </>
  )
}

/** Before it was run: the file goes, nothing else has happened. */
export function Discard({ one }: { readonly one: Import }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const discard = useStep(one.id, (kith) => kith.imports.discard({ importId: one.id }))
  const go = () => discard.mutate(undefined, { onSuccess: () => void navigate({ to: '/imports' }) })
  return (
    <Button loading={discard.isPending} onClick={go} size="sm" variant="default">
      {t('imports.discard')}
    </Button>
  )
}
