import { Anchor, Button, Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { Empty } from '../../design/states.tsx'
import { Code, Name } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { useSession } from '../../session/session.ts'
import { useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import classes from '../settings-page.module.css'
import { Standing } from './standing.tsx'
import { MANAGES, NEEDS, nameOf, WEBHOOKS, type Webhook } from './webhook.ts'
import { WebhookForm } from './webhook-form.tsx'

export function WebhooksPage() {
  const { t } = useTranslation()
  const { may } = useSession()
  const [adding, setAdding] = useState(false)
  const read = useSetting(WEBHOOKS, NEEDS, async (kith, signal) => {
    const [{ items }, { items: types }] = await Promise.all([
      kith.webhooks.list({}, { signal }),
      kith.webhooks.listEventTypes({}, { signal }),
    ])
    return { items, types: types.map(({ type }) => type) }
  })
  const add = may(MANAGES) && (
    <Button leftSection={<Icon name="add" size={16} />} onClick={() => setAdding(true)} size="sm">
      {t('webhooks.add')}
    </Button>
  )
  return (
    <Section
      action={add}
      explained={t('settings.webhooksExplained')}
      needs={NEEDS}
      read={read}
      title={t('settings.webhooks')}
    >
      {({ items, types }) => (
        <>
          {items.length === 0 ? (
            <div className={classes.card}>
              <Empty icon="trail" title={t('webhooks.none')}>
                {t('webhooks.noneExplained')}
              </Empty>
            </div>
          ) : (
            <WebhookTable items={items} />
          )}
          {adding && <WebhookForm onClose={() => setAdding(false)} types={types} webhook={null} />}
        </>
      )}
    </Section>
  )
}

function WebhookTable({ items }: { readonly items: readonly Webhook[] }) {
  const { t } = useTranslation()
  const number = useNumber()
  return (
    <div className={classes.card} data-table>
      <Table data-cards verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.name')}</Table.Th>
            <Table.Th>{t('webhooks.url')}</Table.Th>
            <Table.Th>{t('webhooks.events')}</Table.Th>
            <Table.Th>{t('column.status')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((webhook) => (
            <Table.Tr key={webhook.id}>
              <Table.Th scope="row">
                <Anchor component={Link} params={{ webhookId: webhook.id } as never} to="/settings/webhooks/$webhookId">
                  <Name>{nameOf(webhook)}</Name>
                </Anchor>
              </Table.Th>
              <Table.Td>
                <Code>{webhook.url}</Code>
              </Table.Td>
              <Table.Td>{webhook.types === null ? t('webhooks.all') : number(webhook.types.length)}</Table.Td>
              <Table.Td>
                <Standing webhook={webhook} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
