import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { csvOf, save } from '../../design/csv.ts'
import { Icon } from '../../design/icons.tsx'
import { useNotifyFailure } from '../../design/notify.ts'
import { useNumber } from '../../language/format.ts'
import { toLanguage } from '../../language/language.ts'
import { useSession } from '../../session/session.ts'
import { usePreferenceSchema } from '../preferences/queries.ts'
import { CHANNELS, contactsIn } from './asked.ts'
import classes from './marketing.module.css'

const COLUMNS = ['customerId', 'name', 'name2', 'language', 'contact', 'unsubscribe'] as const

/** Everyone who agreed to a channel and wants a topic, in any segment: as a file with the links to unsubscribe. */
export function AllContacts() {
  const { t, i18n } = useTranslation()
  const { kith, may } = useSession()
  const number = useNumber()
  const notifyFailure = useNotifyFailure()
  const topics = usePreferenceSchema().data?.topics ?? []
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('email')
  const [chosen, setChosen] = useState<string | null>(null)
  const topic = chosen ?? topics[0]?.key
  const exported = useMutation({
    mutationFn: async (of: string) => contactsIn(await kith.consent.marketingContacts({ channel, topic: of })),
    onSuccess: (contacts) => {
      const rows = contacts.map((one) => COLUMNS.map((column) => one[column] ?? ''))
      save(
        `marketing-${channel}.csv`,
        new Blob([csvOf({ columns: COLUMNS, rows })], { type: 'text/csv;charset=utf-8' }),
      )
    },
    onError: notifyFailure,
  })
  if (!may('customers:export') || topic === undefined) return null
  return (
    <section className={classes.all} data-all-contacts>
      <h2 className={classes.subtitle}>{t('marketingAll.title')}</h2>
      <p className={classes.explained}>{t('marketingAll.explained')}</p>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          data={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
          label={t('marketingList.channel')}
          onChange={({ currentTarget: { value } }) => setChannel(CHANNELS.find((one) => one === value) ?? channel)}
          size="sm"
          value={channel}
        />
        <NativeSelect
          data={topics.map(({ key, label }) => ({ value: key, label: label[toLanguage(i18n.language)] }))}
          label={t('marketingAll.topic')}
          onChange={(event) => setChosen(event.currentTarget.value)}
          size="sm"
          value={topic}
        />
        <Button
          leftSection={<Icon name="download" size={16} />}
          loading={exported.isPending}
          onClick={() => exported.mutate(topic)}
          size="sm"
          variant="default"
        >
          {t('marketingList.export')}
        </Button>
      </Group>
      {exported.data && (
        <Text role="status" size="sm">
          {t('marketingList.written', { shown: number(exported.data.length) })}
        </Text>
      )}
    </section>
  )
}
