import { Alert, Anchor, Group } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { Failure, NoPermission, SkeletonRows } from '../design/states.tsx'
import { Name } from '../design/written.tsx'
import { useSession } from '../session/session.ts'
import { ColumnsStep } from './columns/columns-step.tsx'
import classes from './imports.module.css'
import { AtWork } from './progress.tsx'
import { type Import, useImport } from './queries.ts'
import { Discard, Result } from './result.tsx'
import { StateBadge } from './state-badge.tsx'
import { Steps } from './steps.tsx'

/** One import, at the step where it is. */
export function ImportPage() {
  const { t } = useTranslation()
  const { may } = useSession()
  const { importId } = useParams({ from: '/imports/$importId' })
  const { data, error, refetch } = useImport(importId)
  if (!may('customers:import')) return <NoPermission />
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  return (
    <div className={classes.page}>
      <Anchor component={Link} size="sm" to="/imports">
        <Group gap={6}>
          <Icon name="back" size={16} />
          {t('imports.title')}
        </Group>
      </Anchor>
      {data ? <Whole one={data} /> : <SkeletonRows rows={8} />}
    </div>
  )
}

function Whole({ one }: { readonly one: Import }) {
  const { t } = useTranslation()
  return (
    <>
      <Group gap="sm">
        <h1 className={classes.title}>
          <Name>{one.fileName ?? t('imports.forgotten')}</Name>
        </h1>
        <StateBadge state={one.state} />
      </Group>
      <Steps state={one.state} />
      {one.failure !== null && (
        <Alert color="red" role="alert" variant="light">
          {one.failure}
        </Alert>
      )}
      <Step one={one} />
    </>
  )
}

function Step({ one }: { readonly one: Import }) {
  const { t } = useTranslation()
  switch (one.state) {
    case 'uploading':
      return (
        <div className={classes.card}>
          <p className={classes.explained}>{t('imports.incomplete')}</p>
          <Discard one={one} />
        </div>
      )
    case 'ready':
      return <ColumnsStep key={`${one.encoding} ${one.separator}`} one={one} />
    case 'checking':
    case 'running':
    case 'paused':
    case 'undoing':
      return <AtWork one={one} />
    default:
      return <Result one={one} />
  }
}
