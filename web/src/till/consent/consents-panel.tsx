import { Group, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { Empty, Failure, SkeletonRows } from '../../design/states.tsx'
import { Name } from '../../design/written.tsx'
import { toLanguage } from '../../language/language.ts'
import type { Customer } from '../../session/session.ts'
import classes from './consent.module.css'
import { ConsentState } from './consent-state.tsx'
import { ReadAloud } from './read-aloud.tsx'
import { titleIn, useAsked } from './use-asked.ts'

interface Props {
  readonly customer: Customer
  readonly onDone: () => void
}

/** The consents that can be asked for at the counter. Enter opens one, Enter again records the answer. */
export function ConsentsPanel({ customer, onDone }: Props) {
  const { t, i18n } = useTranslation()
  const own = toLanguage(i18n.language)
  const [chosen, setChosen] = useState<string | null>(null)
  const { asked, error, refetch } = useAsked(customer.id)
  const reading = asked?.find(({ document }) => document.documentId === chosen)
  if (error) return <Failure error={error} onRetry={refetch} />
  if (!asked) return <SkeletonRows rows={4} />
  if (reading) {
    return (
      <ReadAloud asked={reading} customer={customer} key={reading.document.documentId} onDone={() => setChosen(null)} />
    )
  }
  const first = Math.max(
    0,
    asked.findIndex(({ state }) => state.state !== 'granted'),
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape means the same wherever in it the focus is
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone()
      }}
    >
      <Group justify="space-between" mb="sm">
        <Title order={3} size="h5">
          {t('spoken.title')}
        </Title>
        <UnstyledButton className={classes.leave} onClick={onDone}>
          {t('act.close')} <kbd dir="ltr">Esc</kbd>
        </UnstyledButton>
      </Group>
      {asked.length === 0 ? (
        <Empty icon="check" title={t('spoken.none')}>
          {t('spoken.noneExplained')}
        </Empty>
      ) : (
        <Stack gap={6}>
          {asked.map(({ document, state }, index) => (
            <UnstyledButton
              autoFocus={index === first}
              className={classes.line}
              key={document.documentId}
              onClick={() => setChosen(document.documentId)}
            >
              <Text component="span" fw={550} size="sm">
                <Name>{titleIn(document, own)}</Name>
              </Text>
              <ConsentState state={state.state} />
              <Icon name="forward" size={16} />
            </UnstyledButton>
          ))}
        </Stack>
      )}
    </div>
  )
}
