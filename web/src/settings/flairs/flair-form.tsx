import type { Output } from '@kith/sdk'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../design/form.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useAct } from '../act.ts'
import { replaced, without } from '../preferences/draft.ts'
import classes from '../settings-page.module.css'
import { FlairPreview } from './flair-preview.tsx'
import { type Flair, OneFlair } from './one-flair.tsx'

const NEW: Flair = {
  key: '',
  name: { en: '', ar: '' },
  description: null,
  icon: '★',
  category: null,
  rule: null,
  offered: true,
}

/** What the rules would give is tried before they are saved. */
export function FlairForm({ decided }: { readonly decided: Output<'membership.readFlairs'> }) {
  const { t } = useTranslation()
  const [flairs, setFlairs] = useState(decided.catalogue.flairs)
  const save = useAct((kith) => kith.membership.changeFlairs({ flairs }, { ifMatch: decided.version }), {
    refreshes: ['flairs'],
    says: t('settings.saved'),
    inForm: true,
  })
  const errors = refusedFields(save.error)
  return (
    <section aria-label={t('settings.flairs')} className={classes.card} data-narrow>
      <Form act={save} onSubmit={() => save.mutate(undefined)} submit={t('act.save')}>
        {flairs.map((flair, at) => (
          <OneFlair
            errors={errors}
            flair={flair}
            key={at}
            onDrop={() => setFlairs((before) => [...without(before, at)])}
            onFlair={(next) => setFlairs((before) => [...replaced(before, at, next)])}
            path={`flairs.${at}`}
          />
        ))}
        <Button
          onClick={() => setFlairs((before) => [...before, NEW])}
          size="sm"
          style={{ justifySelf: 'start' }}
          variant="default"
        >
          {t('flairRules.add')}
        </Button>
        <FlairPreview flairs={flairs} />
      </Form>
    </section>
  )
}
