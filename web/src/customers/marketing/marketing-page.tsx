import { Button, Group, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { csvOf, save } from '../../design/csv.ts'
import { DayField } from '../../design/dates/day-field.tsx'
import { Icon } from '../../design/icons.tsx'
import { useNotifyFailure } from '../../design/notify.ts'
import { Empty, NoPermission } from '../../design/states.tsx'
import { useTimeZone } from '../../language/here.ts'
import { momentOf, wallOf } from '../../language/zone.ts'
import { useSegments } from '../../person/segments.tsx'
import { useSession } from '../../session/session.ts'
import { AllContacts } from './all-contacts.tsx'
import { type Asked, addedUp, CHANNELS, exportedIn } from './asked.ts'
import { Left, ListOf } from './list-of.tsx'
import classes from './marketing.module.css'

/** Who is in a segment or has a tag, on a day, and who of them may be written to on a channel. */
export function MarketingPage() {
  const { t } = useTranslation()
  const { may } = useSession()
  const timeZone = useTimeZone()
  const { segments, tags } = useSegments()
  const [chosen, setChosen] = useState<string | null>(null)
  const [day, setDay] = useState('')
  const [channel, setChannel] = useState<Asked['channel'] | ''>('')
  if (!may('segments:read') || !may('customers:read')) return <NoPermission />
  const key = chosen ?? segments[0]?.key
  // At the end of that day; today is now.
  const end = day === '' ? Date.now() : momentOf({ day, time: '23:59' }, timeZone)
  const at = end < Date.now() ? new Date(end).toISOString() : undefined
  const asked = key === undefined ? null : { key, ...(at && { at }), ...(channel && { channel }) }
  const options = (of: typeof segments) => of.map((one) => ({ value: one.key, label: one.name }))
  return (
    <div className={classes.page}>
      <header>
        <h1 className={classes.title}>{t('marketingList.title')}</h1>
        <p className={classes.explained}>{t('marketingList.explained')}</p>
      </header>
      {asked === null ? (
        <Empty icon="people" title={t('segment.none')} />
      ) : (
        <>
          <Group align="flex-end" gap="sm">
            <NativeSelect
              data={[
                { group: t('filter.segment'), items: options(segments) },
                ...(tags.length > 0 ? [{ group: t('filter.tag'), items: options(tags) }] : []),
              ]}
              label={t('marketingList.of')}
              onChange={(event) => setChosen(event.currentTarget.value)}
              size="sm"
              value={asked.key}
            />
            <DayField
              clearable
              label={t('marketingList.day')}
              max={wallOf(Date.now(), timeZone).day}
              name="day"
              onChange={setDay}
              size="sm"
              value={day}
            />
            <NativeSelect
              data={[
                { value: '', label: t('marketingList.anyChannel') },
                ...CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) })),
              ]}
              label={t('marketingList.channel')}
              onChange={({ currentTarget: { value } }) => setChannel(CHANNELS.find((one) => one === value) ?? '')}
              size="sm"
              value={channel}
            />
            {may('customers:export') && <Export asked={asked} />}
          </Group>
          <ListOf asked={asked} key={JSON.stringify(asked)} />
        </>
      )}
      <AllContacts />
    </div>
  )
}

function Export({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const notifyFailure = useNotifyFailure()
  const exported = useMutation({
    mutationFn: async () => exportedIn(await kith.segments.exportCustomers(asked)),
    onSuccess({ items }) {
      const rows = items.map(({ number, name, name2, language, contact, unsubscribe }) =>
        [number, name, name2, language, contact, unsubscribe].map((value) => value ?? ''),
      )
      const columns = ['number', 'name', 'name2', 'language', 'contact', 'unsubscribe']
      save(`${asked.key}.csv`, new Blob([csvOf({ columns, rows })], { type: 'text/csv;charset=utf-8' }))
    },
    onError: notifyFailure,
  })
  return (
    <>
      <Button
        leftSection={<Icon name="download" size={16} />}
        loading={exported.isPending}
        onClick={() => exported.mutate()}
        size="sm"
        variant="default"
      >
        {t('marketingList.export')}
      </Button>
      {exported.data && (
        <Left looked={null} of={addedUp([exported.data.leftOut])} shown={exported.data.items.length} total={null} />
      )}
    </>
  )
}
