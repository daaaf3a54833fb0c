import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Drawing } from '../../design/drawing.tsx'
import { Icon } from '../../design/icons.tsx'
import { Empty, Failure, SkeletonRows } from '../../design/states.tsx'
import { Name } from '../../design/written.tsx'
import { useAmount } from '../../language/format.ts'
import { type Customer, useSession } from '../../session/session.ts'
import classes from '../orders/orders.module.css'
import { InteractionCard } from './interaction-card.tsx'
import { InteractionForm } from './interaction-form.tsx'
import { useInteractions, useInterests } from './queries.ts'

/** What this person said to the business elsewhere: reviews and support cases. */
export function InteractionsTab({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { may } = useSession()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInteractions(customer.id)
  const [adding, setAdding] = useState(false)
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) return <SkeletonRows rows={5} />
  const interactions = data.pages.flatMap(({ items }) => items)
  const add = may('customers:write') && !customer.restricted && !adding && (
    <Button leftSection={<Icon name="add" size={16} />} onClick={() => setAdding(true)} size="sm" variant="default">
      {t('interaction.add')}
    </Button>
  )
  return (
    <Stack gap="md">
      <Interests customerId={customer.id} />
      {adding && <InteractionForm customer={customer} onDone={() => setAdding(false)} />}
      {interactions.length === 0 ? (
        !adding && <Empty action={add} drawing={<Drawing of="letters" />} title={t('interaction.none')} />
      ) : (
        <>
          <Group justify="flex-end">{add}</Group>
          <ul className={classes.list}>
            {interactions.map((one) => (
              <li key={one.id}>
                <InteractionCard interaction={one} />
              </li>
            ))}
          </ul>
          {hasNextPage && (
            <Button loading={isFetchingNextPage} onClick={() => fetchNextPage()} variant="default">
              {t('interaction.earlier')}
            </Button>
          )}
        </>
      )}
    </Stack>
  )
}

/** From the reviews of this person. */
function Interests({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const amount = useAmount()
  const interests = useInterests(customerId).data?.items ?? []
  if (interests.length === 0) return null
  return (
    <section data-interests>
      <Title mb="xs" order={2} size="h5">
        {t('interaction.interests')}
      </Title>
      <Group gap="sm">
        {interests.map(({ interest, rating }) => (
          <Text component="span" key={interest} size="sm">
            <Name>{interest}</Name> {t('interaction.rated', { rating: amount(String(rating)) })}
          </Text>
        ))}
      </Group>
    </section>
  )
}
