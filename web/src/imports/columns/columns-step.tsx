import type { Input } from '@kith/sdk'
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '../imports.module.css'
import { type Import, usePreview, useStep } from '../queries.ts'
import { Discard } from '../result.tsx'
import { ColumnTable } from './column-table.tsx'
import { PreviewTable } from './preview-table.tsx'
import { RulesFields } from './rules-fields.tsx'

type Change = Omit<Input<'imports.change'>, 'importId'>

/** What each column is, and the first rows as they will become. Every choice is saved at once. */
export function ColumnsStep({ one }: { readonly one: Import }) {
  const { t } = useTranslation()
  const [columns, setColumns] = useState(one.columns)
  const change = useStep(one.id, (kith, input: Change) => kith.imports.change({ importId: one.id, ...input }))
  const check = useStep(one.id, (kith) => kith.imports.check({ importId: one.id }))
  const preview = usePreview(one.id, [one.columns, one.matchBy, one.dates, one.consentOrigin, one.likely, one.encoding])
  const choose = (next: Import['columns']) => {
    setColumns(next)
    change.mutate({ columns: [...next] })
  }
  return (
    <>
      <section aria-label={t('imports.columns')} className={classes.card} data-table>
        <ColumnTable cells={preview.data?.cells ?? []} columns={columns} onColumns={choose} />
      </section>
      <RulesFields onChange={(rules) => change.mutate(rules)} one={one} />
      <section aria-label={t('imports.preview')} className={classes.card} data-table>
        <h2 className={classes.heading}>{t('imports.preview')}</h2>
        <PreviewTable preview={preview} />
      </section>
      <Group justify="flex-end">
        <Discard one={one} />
        <Button disabled={change.isPending} loading={check.isPending} onClick={() => check.mutate()}>
          {t('imports.check')}
        </Button>
      </Group>
    </>
  )
}
