import { Select, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../design/dates/day-field.tsx'
import { ActDialog } from '../design/dialog.tsx'
import { useTimeZone } from '../language/here.ts'
import { momentOf, wallOf } from '../language/zone.ts'
import { byMatch, isAskable, useFound } from '../person/queries.ts'
import { KINDS, type Kind, usePrivacyWrite } from './queries.ts'

const DEBOUNCE_MS = 200
const SHOWN = 8

interface Props {
  readonly opened: boolean
  readonly onClose: () => void
  /** Given when recording on the customer's own page. */
  readonly customerId?: string
}

/** The legal deadline runs once this is saved. */
export function RecordRequest({ opened, onClose, customerId }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const write = usePrivacyWrite()
  const [person, setPerson] = useState<string | null>(null)
  const [kind, setKind] = useState<Kind>('access')
  const [text, setText] = useState('')
  const [received, setReceived] = useState('')
  const timeZone = useTimeZone()
  const whose = customerId ?? person

  async function record() {
    const made = await write((kith) =>
      kith.privacy.recordRequest({
        customerId: whose!,
        kind,
        text: text.trim(),
        ...(received && { receivedAt: new Date(momentOf({ day: received, time: '00:00' }, timeZone)).toISOString() }),
      }),
    )
    setText('')
    setReceived('')
    await navigate({ to: '/privacy/requests/$requestId', params: { requestId: made.id }, ignoreBlocker: true })
  }
  return (
    <ActDialog
      act={t('privacy.start')}
      onAct={record}
      onClose={onClose}
      opened={opened}
      ready={whose !== null && text.trim() !== ''}
      title={t('privacy.record')}
    >
      {customerId === undefined && <PersonField onPerson={setPerson} person={person} />}
      <Select
        allowDeselect={false}
        data={KINDS.map((value) => ({ value, label: t(`privacyKind.${value}`) }))}
        label={t('privacy.kind')}
        onChange={(value) => setKind(value as Kind)}
        value={kind}
      />
      <Textarea
        label={t('privacy.asked')}
        maxLength={5_000}
        minRows={3}
        name="text"
        onChange={(event) => setText(event.currentTarget.value)}
        value={text}
      />
      <DayField
        clearable
        description={t('privacy.receivedExplained')}
        label={t('privacy.receivedOn')}
        max={wallOf(Date.now(), timeZone).day}
        name="received"
        onChange={setReceived}
        value={received}
      />
    </ActDialog>
  )
}

interface Chosen {
  readonly person: string | null
  readonly onPerson: (id: string | null) => void
}

function PersonField({ person, onPerson }: Chosen) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed, DEBOUNCE_MS)
  const { data, isSuccess } = useFound(asked, SHOWN)
  const found = data?.items ?? []
  const { matches, soundsLike } = byMatch(found)
  const option = ({ id, name, number }: (typeof found)[number]) => ({ value: id, label: `${name} · ${number}` })
  const none = isSuccess && isAskable(asked) && found.length === 0
  return (
    <Select
      data={[
        ...matches.map(option),
        ...(soundsLike.length > 0 ? [{ group: t('found.soundsLike'), items: soundsLike.map(option) }] : []),
      ]}
      data-autofocus
      // The server has matched them already, in either script.
      filter={({ options }) => options}
      // An empty list would be announced as a list box without options.
      description={none ? t('shell.findNothing') : undefined}
      label={t('privacy.person')}
      onChange={onPerson}
      onSearchChange={setTyped}
      placeholder={t('customers.search')}
      searchable
      searchValue={typed}
      value={person}
    />
  )
}
