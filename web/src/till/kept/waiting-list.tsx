import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../design/states.tsx'
import { Code } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { useWaiting } from '../../offline/use-waiting.ts'
import { WaitedFor } from '../../offline/waited-for.tsx'
import classes from './kept.module.css'
import { Provisional } from './provisional.tsx'
import { WaitingEntry } from './waiting-entry.tsx'

/** All offline entries: refused, waiting and sent ones. */
export function WaitingList({ onPerson }: { readonly onPerson: (id: string) => void }) {
  const { t } = useTranslation()
  const inDigits = useNumber()
  const known = useWaiting()
  if (!known) return null
  const { waiting, sent } = known
  const others = known.waited.filter(({ isOwn }) => !isOwn)
  const settleFirst = waiting.toSorted((a, b) => Number(b.state === 'refused') - Number(a.state === 'refused'))
  return (
    <Stack gap="md">
      <Title order={2} size="h4">
        {t('offline.title')}
      </Title>
      {waiting.length + others.length === 0 && (
        <Empty icon="check" title={t('offline.none')}>
          {t('offline.noneExplained')}
        </Empty>
      )}
      <ul className={classes.entries}>
        {settleFirst.map((entry) => (
          <li key={entry.id}>
            <WaitingEntry entry={entry} onPerson={onPerson} />
          </li>
        ))}
      </ul>
      <WaitedFor whose={others} />
      {sent.length > 0 && (
        <div>
          <Text c="dimmed" mb="xs" size="xs">
            {t('offline.arrived')}
          </Text>
          <Stack gap={6}>
            {sent.map(({ id, provisional, customerId, number, owed = 0, withoutOrder }) => (
              <Group gap="sm" key={id}>
                <Provisional>{provisional}</Provisional>
                <Anchor component="button" onClick={() => onPerson(customerId)} size="sm">
                  <Code>{number}</Code>
                </Anchor>
                {owed > 0 && (
                  <Text c="var(--kith-warm-ink)" data-owed size="sm">
                    {t('offline.owed', { count: owed, number: inDigits(owed) })}
                  </Text>
                )}
                {withoutOrder && (
                  <Text c="var(--kith-warm-ink)" data-without-order size="sm">
                    {t('offline.withoutOrder')}
                  </Text>
                )}
              </Group>
            ))}
          </Stack>
        </div>
      )}
    </Stack>
  )
}
