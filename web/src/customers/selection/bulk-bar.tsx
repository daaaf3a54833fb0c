import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Icon } from '../../design/icons.tsx'
import { useNumber } from '../../language/format.ts'
import { useSegments } from '../../person/segments.tsx'
import { useSession } from '../../session/session.ts'
import { BulkExport } from './bulk-export.tsx'
import { BulkDeactivate, BulkReactivate } from './bulk-status.tsx'
import { BulkTag } from './bulk-tag.tsx'
import classes from './selection.module.css'
import type { Selection } from './selection.ts'

const FORMS = { deactivate: BulkDeactivate, reactivate: BulkReactivate, tag: BulkTag, export: BulkExport } as const
/** The states that reactivating ends. */
const INACTIVE: readonly string[] = ['deactivated', 'suspended', 'cancelled']

/** The actions on all selected customers that this user may do. */
export function BulkBar({ selection }: { readonly selection: Selection }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const number = useNumber()
  const [act, setAct] = useState<keyof typeof FORMS | null>(null)
  const { chosen, finding, isCut, stop, clear } = selection
  const Form = act && FORMS[act]
  const { tagsByHand } = useSegments()
  const titles = {
    deactivate: t('act.deactivate'),
    reactivate: t('act.reactivate'),
    tag: t('bulk.tag'),
    export: t('bulk.export'),
  }
  if (finding !== null) {
    return (
      <Group aria-label={t('bulk.title')} className={classes.bar} component="section" gap="xs">
        <Text aria-live="polite" fw={600} size="sm">
          {t('bulk.finding', { number: number(finding) })}
        </Text>
        <Button onClick={stop} size="compact-sm" variant="default">
          {t('bulk.stop')}
        </Button>
      </Group>
    )
  }
  if (chosen.size === 0 && !act) return null
  return (
    <Group aria-label={t('bulk.title')} className={classes.bar} component="section" gap="xs">
      <Text aria-live="polite" fw={600} size="sm">
        {t('bulk.chosen', { count: chosen.size, number: number(chosen.size) })}
        {isCut && ` · ${t('bulk.cut')}`}
      </Text>
      {may('customers:export') && (
        <Button
          leftSection={<Icon name="download" size={14} />}
          onClick={() => setAct('export')}
          size="compact-sm"
          variant="default"
        >
          {t('bulk.export')}
        </Button>
      )}
      {may('customers:deactivate') && (
        <Button
          leftSection={<Icon name="close" size={14} />}
          onClick={() => setAct('deactivate')}
          size="compact-sm"
          variant="default"
        >
          {t('act.deactivate')}
        </Button>
      )}
      {may('customers:deactivate') && [...chosen.values()].some(({ status }) => INACTIVE.includes(status)) && (
        <Button
          leftSection={<Icon name="check" size={14} />}
          onClick={() => setAct('reactivate')}
          size="compact-sm"
          variant="default"
        >
          {titles.reactivate}
        </Button>
      )}
      {may('segments:tag') && tagsByHand.length > 0 && (
        <Button
          leftSection={<Icon name="add" size={14} />}
          onClick={() => setAct('tag')}
          size="compact-sm"
          variant="default"
        >
          {titles.tag}
        </Button>
      )}
      <Button onClick={clear} size="compact-sm" variant="subtle">
        {t('bulk.clear')}
      </Button>
      <Dialog closeOnClickOutside={false} onClose={() => setAct(null)} opened={act !== null} title={act && titles[act]}>
        {Form && <Form onClose={() => setAct(null)} people={[...chosen.values()]} />}
      </Dialog>
    </Group>
  )
}
