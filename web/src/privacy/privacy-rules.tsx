import type { Output } from '@kith/sdk'
import { Button, Group, Select, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify, useNotifyFailure } from '../design/notify.ts'
import { NumberField } from '../design/numbers/number-field.tsx'
import { Failure, SkeletonRows } from '../design/states.tsx'
import { useUnsaved } from '../design/unsaved.ts'
import { useSession } from '../session/session.ts'
import classes from './privacy.module.css'
import { usePrivacyWrite } from './queries.ts'

type Rules = Output<'privacy.readSettings'>
const PACKS = ['pdpl-oman', 'gdpr', 'ccpa'] as const
const NUMBERS = ['dueSoonDays', 'exportKeptDays', 'inactiveMonths', 'guestsExpireDays'] as const

/** The privacy law and the retention periods. */
export function PrivacyRules() {
  const { kith } = useSession()
  const rules = useQuery({
    queryKey: ['privacy', 'rules'],
    queryFn: ({ signal }) => kith.privacy.readSettings({}, { signal }),
  })
  if (rules.isError) return <Failure error={rules.error} onRetry={rules.refetch} />
  return rules.data ? <Form rules={rules.data} /> : <SkeletonRows rows={6} />
}

function Form({ rules }: { readonly rules: Rules }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const write = usePrivacyWrite()
  const notifyFailure = useNotifyFailure()
  const [values, setValues] = useState(rules)
  useUnsaved(JSON.stringify(values) !== JSON.stringify(rules))
  const change = (part: Partial<Rules>) => setValues((before) => ({ ...before, ...part }))
  async function save(event: FormEvent) {
    event.preventDefault()
    try {
      await write((kith) => kith.privacy.changeSettings(values))
      notify(t('privacyRules.saved'))
    } catch (error) {
      notifyFailure(error)
    }
  }
  const readOnly = !may('privacy:manage')
  return (
    <form className={`${classes.panel} ${classes.rules}`} onSubmit={save}>
      <Select
        allowDeselect={false}
        data={PACKS.map((value) => ({ value, label: t(`privacyPack.${value}`) }))}
        description={t('privacyRules.packExplained')}
        disabled={readOnly}
        label={t('privacy.pack')}
        onChange={(value) => change({ pack: value as Rules['pack'] })}
        value={values.pack}
      />
      {NUMBERS.map((name) => (
        <NumberField
          allowDecimal={false}
          description={t(`privacyRulesExplained.${name}`)}
          disabled={readOnly}
          key={name}
          label={t(`privacyRules.${name}`)}
          min={1}
          onChange={(value) => change({ [name]: Number(value) })}
          value={values[name]}
        />
      ))}
      <TagsInput
        classNames={{ inputField: 'kith-code-input' }}
        description={t('privacyRulesExplained.consumers')}
        disabled={readOnly}
        label={t('privacyRules.consumers')}
        onChange={(consumers) => change({ consumers })}
        value={[...values.consumers]}
      />
      {!readOnly && (
        <Group justify="flex-end">
          <Button type="submit">{t('act.save')}</Button>
        </Group>
      )}
    </form>
  )
}
