import { MultiSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MomentField } from '../design/dates/moment-field.tsx'
import { ActDialog } from '../design/dialog.tsx'
import { NumberField } from '../design/numbers/number-field.tsx'
import { type Breach, usePrivacyWrite } from './queries.ts'

type DataKind = Breach['dataKinds'][number]
const DATA_KINDS: readonly DataKind[] = [
  'names',
  'contacts',
  'addresses',
  'orders',
  'payments',
  'credentials',
  'health',
  'other',
]

interface Props {
  readonly opened: boolean
  readonly onClose: () => void
}

/** The deadline runs from the notice, so this form is short; details can be added. */
export function BreachForm(dialog: Props) {
  const { t } = useTranslation()
  const write = usePrivacyWrite()
  const [what, setWhat] = useState('')
  const [people, setPeople] = useState<number | string>(0)
  const [dataKinds, setDataKinds] = useState<DataKind[]>([])
  const [noticed, setNoticed] = useState<number | null>(null)
  const record = () =>
    write((kith) =>
      kith.privacy.recordBreach({
        what: what.trim(),
        people: Number(people),
        dataKinds,
        ...(noticed !== null && { noticedAt: new Date(noticed).toISOString() }),
      }),
    )
  return (
    <ActDialog
      act={t('breach.record')}
      onAct={record}
      ready={what.trim() !== ''}
      title={t('breach.record')}
      {...dialog}
    >
      <Textarea
        data-autofocus
        label={t('breach.what')}
        maxLength={5_000}
        minRows={3}
        onChange={(event) => setWhat(event.currentTarget.value)}
        value={what}
      />
      <MomentField
        clearable
        description={t('breach.noticedExplained')}
        label={t('breach.noticedOn')}
        name="noticed"
        onChange={setNoticed}
        value={noticed}
      />
      <NumberField allowDecimal={false} label={t('breach.people')} onChange={setPeople} value={people} />
      <MultiSelect
        data={DATA_KINDS.map((value) => ({ value, label: t(`breachData.${value}`) }))}
        label={t('breach.data')}
        onChange={(values) => setDataKinds(values as DataKind[])}
        value={dataKinds}
      />
    </ActDialog>
  )
}
