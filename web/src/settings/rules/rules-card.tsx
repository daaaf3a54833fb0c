import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../design/form.tsx'
import classes from '../settings-page.module.css'

interface Props {
  readonly title: string
  readonly act: { readonly isPending: boolean; readonly error: unknown }
  readonly onSubmit: () => void
  readonly children: ReactNode
}

export function RulesCard({ title, act, onSubmit, children }: Props) {
  const { t } = useTranslation()
  return (
    <section aria-label={title} className={classes.card} data-narrow>
      <h2 className={classes.cardTitle}>{title}</h2>
      <Form act={act} onSubmit={onSubmit} submit={t('act.save')}>
        <div className={classes.fields}>{children}</div>
      </Form>
    </section>
  )
}

/** Below the field, where it does not push the fields of a row apart. */
export const BELOW = ['label', 'input', 'description', 'error'] as const
