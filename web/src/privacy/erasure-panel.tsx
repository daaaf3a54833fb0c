import type { Output } from '@kith/sdk'
import { Alert, Button, Group, Select, Table, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import badge from '../design/badges.module.css'
import { ActDialog } from '../design/dialog.tsx'
import { Icon } from '../design/icons.tsx'
import { notify, useNotifyFailure } from '../design/notify.ts'
import { Code, Count, Names } from '../design/written.tsx'
import { useCustomer } from '../person/queries.ts'
import { useSession } from '../session/session.ts'
import { useErasureWords } from './erasure-words.ts'
import classes from './privacy.module.css'
import type { PrivacyRequest } from './queries.ts'

const REASONS = [
  'requested',
  'consent_withdrawn',
  'objection',
  'no_longer_needed',
  'unlawful',
  'legal_obligation',
] as const
type Reason = (typeof REASONS)[number]

interface Props {
  readonly customerId: string
  readonly request?: PrivacyRequest
}

/** First the preview, then, after typing the number, the erasure. */
export function ErasurePanel({ customerId, request }: Props) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const notifyFailure = useNotifyFailure()
  const [erasing, setErasing] = useState(false)
  const preview = useMutation({
    mutationFn: () => kith.privacy.previewErasure({ customerId }),
    onError: notifyFailure,
  })
  return (
    <section className={classes.panel}>
      <Group justify="space-between">
        <h2>{t('privacyErasure.title')}</h2>
        <Button loading={preview.isPending} onClick={() => preview.mutate()} size="sm" variant="default">
          {t('privacyErasure.preview')}
        </Button>
      </Group>
      <Text c="dimmed" size="sm">
        {t('privacyErasure.explained')}
      </Text>
      {preview.data?.legalHold && (
        <Alert color="red" icon={<Icon name="lock" />} role="alert" variant="light">
          {t('privacyErasure.held')}
        </Alert>
      )}
      {preview.data && <Preview tables={preview.data.tables} />}
      {preview.data && !preview.data.legalHold && (
        <Group justify="flex-end">
          <Button color="red.8" onClick={() => setErasing(true)} size="sm">
            {t('privacyErasure.erase')}
          </Button>
        </Group>
      )}
      <Erase customerId={customerId} onClose={() => setErasing(false)} opened={erasing} request={request} />
    </section>
  )
}

type Tables = Output<'privacy.previewErasure'>['tables']

/** In words first; table by table for those who ask. */
function Preview({ tables }: { readonly tables: Tables }) {
  const { t } = useTranslation()
  const { goes, stays } = useErasureWords()
  return (
    <div data-goes role="status">
      <Text size="sm">{t('privacyGoes.goes', { what: goes(tables) })}</Text>
      <Text mt={4} size="sm">
        {t('privacyGoes.stays', { what: stays(tables) })}
      </Text>
      <details>
        <summary>{t('privacyGoes.details')}</summary>
        <TableByTable tables={tables} />
      </details>
    </div>
  )
}

function TableByTable({ tables }: { readonly tables: Tables }) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keys
    <div className={classes.list} tabIndex={0}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('privacyErasure.table')}</Table.Th>
            <Table.Th>{t('privacyErasure.rows')}</Table.Th>
            <Table.Th>{t('privacyErasure.fate')}</Table.Th>
            <Table.Th>{t('privacyErasure.why')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tables.map(({ module, table, rows, fate, why }) => (
            <Table.Tr key={`${module} ${table} ${fate} ${why}`}>
              <Table.Td>
                <Code>{table}</Code>
              </Table.Td>
              <Table.Td>
                <Count>{rows}</Count>
              </Table.Td>
              <Table.Td>
                <span className={badge.badge} data-tone={fate === 'erased' ? 'danger' : 'quiet'}>
                  {t(`privacyFate.${fate}`)}
                </span>
              </Table.Td>
              <Table.Td>{why}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

interface Erasing {
  readonly customerId: string
  readonly opened: boolean
  readonly onClose: () => void
  readonly request: PrivacyRequest | undefined
}

function Erase({ customerId, request, opened, onClose }: Erasing) {
  const { t } = useTranslation()
  const { kith } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const customer = useCustomer(customerId).data
  const [reason, setReason] = useState<Reason>('requested')
  const [typed, setTyped] = useState('')
  async function erase() {
    await kith.privacy.eraseCustomer({ customerId, reason, ...(request && { requestId: request.id }) })
    notify(t('privacyErasure.done'))
    // Before anything is asked again: what this page shows of the person is gone.
    await navigate({ to: '/privacy', search: { tab: 'erasures' }, ignoreBlocker: true })
    await queries.invalidateQueries({ queryKey: ['privacy'] })
  }
  return (
    <ActDialog
      act={t('privacyErasure.erase')}
      danger
      onAct={erase}
      onClose={onClose}
      opened={opened}
      ready={customer !== undefined && typed.trim().toUpperCase() === customer.number}
      title={t('privacyErasure.title')}
    >
      {customer && (
        <Text size="sm">
          <Names of={customer} /> · <Code>{customer.number}</Code>
        </Text>
      )}
      <Alert color="red" icon={<Icon name="warning" />} variant="light">
        {t('privacyErasure.forGood')}
      </Alert>
      <Select
        allowDeselect={false}
        data={REASONS.map((value) => ({ value, label: t(`privacyReason.${value}`) }))}
        label={t('person.reason')}
        onChange={(value) => setReason(value as Reason)}
        value={reason}
      />
      <TextInput
        classNames={{ input: 'kith-code-input' }}
        label={t('privacyErasure.type', { number: customer?.number ?? '' })}
        name="number"
        onChange={(event) => setTyped(event.currentTarget.value)}
        value={typed}
      />
    </ActDialog>
  )
}
