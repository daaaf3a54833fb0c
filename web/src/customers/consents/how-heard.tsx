import { Group, Radio, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const HEARD = ['spoken', 'till'] as const
export interface Heard {
  readonly source: (typeof HEARD)[number]
  readonly spokenTo?: string
}

/** How the decision was given. */
export function HowHeard({ onChange }: { readonly onChange: (heard: Heard) => void }) {
  const { t } = useTranslation()
  const [source, setSource] = useState<Heard['source']>('spoken')
  const [spokenTo, setSpokenTo] = useState('')
  useEffect(
    () => onChange({ source, ...(source === 'spoken' && spokenTo.trim() && { spokenTo: spokenTo.trim() }) }),
    [source, spokenTo, onChange],
  )
  return (
    <>
      <Radio.Group label={t('consent.heard')} onChange={(value) => setSource(value as Heard['source'])} value={source}>
        <Group gap="lg" mt="xs">
          {HEARD.map((value) => (
            <Radio key={value} label={t(`consentSource.${value}`)} value={value} />
          ))}
        </Group>
      </Radio.Group>
      {source === 'spoken' && (
        <TextInput
          autoComplete="off"
          label={t('consent.spokenTo')}
          maxLength={80}
          onChange={(event) => setSpokenTo(event.currentTarget.value)}
          value={spokenTo}
        />
      )}
    </>
  )
}
