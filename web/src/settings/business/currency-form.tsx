import type { Output } from '@kith/sdk'
import { Select } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CURRENCY } from '../../customers/orders/queries.ts'
import { Form } from '../../design/form.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useCurrencyName } from '../../language/format.ts'
import { useAct } from '../act.ts'
import { BELOW } from '../rules/rules-card.tsx'
import classes from '../settings-page.module.css'

interface Props {
  readonly decided: Output<'orders.readSettings'>
  readonly refreshes: readonly [section: string]
}

/** What orders are added up in; the server refuses another one as soon as an order counts. */
export function CurrencyForm({ decided: { currency, ownCurrency }, refreshes }: Props) {
  const { t } = useTranslation()
  const nameOf = useCurrencyName()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState(currency)
  const save = useAct((kith) => kith.orders.changeSettings({ currency: chosen }), {
    refreshes,
    says: t('settings.saved'),
    onDone: () => void queries.invalidateQueries({ queryKey: CURRENCY }),
    inForm: true,
  })
  const currencies = useMemo(
    () => Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code} · ${nameOf(code)}` })),
    [nameOf],
  )
  const explained = t('settings.currencyExplained')
  return (
    <section aria-label={t('settings.currency')} className={classes.card} data-narrow>
      <h2 className={classes.cardTitle}>{t('settings.currency')}</h2>
      <Form
        act={save}
        disabled={chosen === currency}
        onSubmit={() => save.mutate(undefined)}
        submit={t('settings.currencySave')}
      >
        <Select
          allowDeselect={false}
          data={currencies}
          description={
            ownCurrency === null
              ? `${explained} ${t('settings.currencyOf', { currency: nameOf(currency) })}`
              : explained
          }
          error={refusedFields(save.error)['currency']}
          inputWrapperOrder={[...BELOW]}
          label={t('settings.currency')}
          limit={80}
          name="currency"
          nothingFoundMessage={t('shell.findNothing')}
          onChange={(code) => code && setChosen(code)}
          searchable
          value={chosen}
        />
      </Form>
    </section>
  )
}
