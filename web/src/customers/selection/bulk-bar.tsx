import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Icon } from '../../design/icons.tsx'
import { useNumber } from '../../language/format.ts'
import { useSession } from '../../session/session.ts'
import { BulkDeactivate } from './bulk-deactivate.tsx'
import { BulkExport } from './bulk-export.tsx'
import classes from './selection.module.css'
import type { Selection } from './selection.ts'

const FORMS = { deactivate: BulkDeactivate, export: BulkExport } as const

/** The actions on all selected customers that this user may do. */
export function BulkBar({ selection }: { readonly selection: Selection }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const number = useNumber()
  const [act, setAct] = useState<keyof typeof FORMS | null>(null)
  const { chosen, finding, isCut, stop, clear } = selection
  const Form = act && FORMS[act]
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
      <Button onClick={clear} size="compact-sm" variant="subtle">
        {t('bulk.clear')}
      </Button>
      <Dialog
        closeOnClickOutside={false}
        onClose={() => setAct(null)}
        opened={act !== null}
        title={act === 'export' ? t('bulk.export') : t('act.deactivate')}
      >
        {Form && <Form onClose={() => setAct(null)} people={[...chosen.values()]} />}
      </Dialog>
    </Group>
  )
}
