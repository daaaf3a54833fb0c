import { KithRefusal } from '@kith/sdk'
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../../design/notify.ts'
import { directionOf, toLanguage } from '../../language/language.ts'
import { useSameKey } from '../../reach/same-key.ts'
import { type Customer, useSession } from '../../session/session.ts'
import { RefusedAlert } from '../refused-alert.tsx'
import { useShownReading } from '../second-screen/show.ts'
import classes from './consent.module.css'
import { ConsentState } from './consent-state.tsx'
import { type Asked, documentsKey, statesKey, textIn, titleIn } from './use-asked.ts'

const DECISIONS = {
  none: ['granted'],
  withdrawn: ['granted'],
  outdated: ['granted', 'withdrawn'],
  pending: ['granted', 'withdrawn'],
  granted: ['withdrawn'],
} as const
type Decision = 'granted' | 'withdrawn'

interface Props {
  readonly asked: Asked
  readonly customer: Customer
  readonly onDone: () => void
}

/** The text to read aloud, and one key per answer. */
export function ReadAloud({ asked: { document, state }, customer, onDone }: Props) {
  const { t, i18n } = useTranslation()
  const { kith } = useSession()
  const queries = useQueryClient()
  const keyFor = useSameKey()
  const main = useRef<HTMLButtonElement>(null)
  const [language, setLanguage] = useState(customer.locale)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<unknown>(null)
  const shown = textIn(document, language)
  const other = language === 'en' ? 'ar' : 'en'
  useShownReading(shown)
  // A busy button loses the focus, and with it every key.
  useEffect(() => {
    if (!busy) main.current?.focus()
  }, [busy])

  async function record(decision: Decision) {
    setBusy(true)
    setRefused(null)
    const { documentId, latest } = document
    const heard = { documentId, version: latest.version, decision, source: 'spoken' as const, language: shown.language }
    const input = { customerId: customer.id, ...heard }
    try {
      await kith.consent.decide(input, { idempotencyKey: keyFor(input) })
      await queries.invalidateQueries({ queryKey: statesKey(customer.id) })
      notify(t(`spoken.${decision}Told`, { title: titleIn(document, toLanguage(i18n.language)) }))
      onDone()
    } catch (error) {
      setRefused(error)
      setBusy(false)
      // A newer version may exist: it is shown instead, to be read again.
      if (error instanceof KithRefusal) void queries.invalidateQueries({ queryKey: documentsKey })
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape means the same wherever in it the focus is
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone()
      }}
    >
      <Stack gap="md">
        <Group justify="space-between" wrap="nowrap">
          <Text c="dimmed" size="sm">
            {t('spoken.readAloud')}
          </Text>
          <ConsentState state={state.state} />
        </Group>
        <blockquote className={classes.text} dir={directionOf(shown.language)} lang={shown.language}>
          <Title order={3} size="h4">
            {shown.title}
          </Title>
          <p>{shown.text}</p>
        </blockquote>
        <RefusedAlert error={refused} />
        <Group gap="xs">
          {DECISIONS[state.state].map((decision, index) => (
            <Button
              color={decision === 'withdrawn' ? 'red.8' : 'kith'}
              key={decision}
              loading={busy}
              onClick={() => record(decision)}
              ref={index === 0 ? main : undefined}
              rightSection={index === 0 && <kbd dir="ltr">Enter</kbd>}
              variant={index === 0 ? 'filled' : 'outline'}
            >
              {t(`spoken.${decision}`)}
            </Button>
          ))}
          <Button onClick={onDone} rightSection={<kbd dir="ltr">Esc</kbd>} variant="default">
            {t('spoken.notNow')}
          </Button>
          {document.latest.texts[other] && (
            <Button onClick={() => setLanguage(other)} variant="subtle">
              {t(`spokenIn.${other}`)}
            </Button>
          )}
        </Group>
      </Stack>
    </div>
  )
}
