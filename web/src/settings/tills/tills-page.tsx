import type { Output } from '@kith/sdk'
import { Button, Stack, Table, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm, Dialog } from '../../design/dialog.tsx'
import { Drawing } from '../../design/drawing.tsx'
import { Form } from '../../design/form.tsx'
import { Icon } from '../../design/icons.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { Empty } from '../../design/states.tsx'
import { Code, Moment, Name } from '../../design/written.tsx'
import { useAct, useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import classes from '../settings-page.module.css'
import { Tag } from '../tag.tsx'

type Till = Output<'accounts.listTills'>['items'][0]
const TILLS = ['tills'] as const
const NEEDS = 'tills:manage'
const TONES = { waiting: 'warm', paired: 'accent', revoked: 'quiet' } as const

export function TillsPage() {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const [revoking, setRevoking] = useState<Till | null>(null)
  const read = useSetting(TILLS, NEEDS, (kith, signal) => kith.accounts.listTills({}, { signal }))
  const revoke = useAct((kith, { id }: Till) => kith.accounts.revokeTill({ tillId: id }), {
    refreshes: TILLS,
    says: t('tills.revokedNow'),
    onDone: () => setRevoking(null),
    inForm: true,
  })
  const add = (
    <Button leftSection={<Icon name="add" size={16} />} onClick={() => setAdding(true)} size="sm">
      {t('tills.register')}
    </Button>
  )
  return (
    <Section
      action={add}
      explained={t('settings.tillsExplained')}
      needs={NEEDS}
      read={read}
      title={t('settings.tills')}
    >
      {({ items }) => (
        <>
          {items.length === 0 ? (
            <div className={classes.card}>
              <Empty drawing={<Drawing of="till" />} title={t('tills.none')}>
                {t('tills.noneExplained')}
              </Empty>
            </div>
          ) : (
            <TillTable items={items} onRevoke={setRevoking} />
          )}
          {adding && <RegisterTill onClose={() => setAdding(false)} />}
          {revoking && (
            <Confirm
              act={revoke}
              explained={t('tills.revokeExplained', { name: revoking.name })}
              onClose={() => {
                revoke.reset()
                setRevoking(null)
              }}
              onConfirm={() => revoke.mutate(revoking)}
              title={t('tills.revoke')}
            />
          )}
        </>
      )}
    </Section>
  )
}

interface Props {
  readonly items: readonly Till[]
  readonly onRevoke: (till: Till) => void
}

function TillTable({ items, onRevoke }: Props) {
  const { t } = useTranslation()
  return (
    <div className={classes.card} data-table>
      <Table data-cards verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.name')}</Table.Th>
            <Table.Th>{t('column.status')}</Table.Th>
            <Table.Th>{t('tills.paired')}</Table.Th>
            <Table.Th>{t('tills.used')}</Table.Th>
            <Table.Th>{t('settings.actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((till) => (
            <Table.Tr key={till.id}>
              <Table.Th scope="row">
                <Name>{till.name}</Name>
              </Table.Th>
              <Table.Td>
                <Tag tone={TONES[till.status]}>{t(`tillState.${till.status}`)}</Tag>
              </Table.Td>
              <Table.Td>{till.pairedAt ? <Moment at={till.pairedAt} /> : '–'}</Table.Td>
              <Table.Td>{till.usedAt ? <Moment at={till.usedAt} /> : '–'}</Table.Td>
              <Table.Td>
                {till.status !== 'revoked' && (
                  <Button onClick={() => onRevoke(till)} size="compact-sm" variant="default">
                    {t('tills.revoke')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function RegisterTill({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const register = useAct((kith) => kith.accounts.registerTill({ name }), { refreshes: TILLS, inForm: true })
  const made = register.data
  if (made) {
    return (
      <Dialog key="pairing" onClose={onClose} opened title={t('tills.pair', { name: made.name })}>
        <Stack gap="md">
          <Text size="sm">{t('tills.pairExplained')}</Text>
          <div className={classes.secret} data-large data-secret>
            <Code>{made.pairingCode}</Code>
          </div>
          <Text c="dimmed" size="sm">
            {t('tills.validUntil')} <Moment at={made.pairingExpiresAt} exact />
          </Text>
          <Button onClick={onClose} style={{ alignSelf: 'flex-end' }}>
            {t('act.close')}
          </Button>
        </Stack>
      </Dialog>
    )
  }
  return (
    <Dialog onClose={onClose} opened title={t('tills.register')}>
      <Form
        act={register}
        disabled={!name.trim()}
        onCancel={onClose}
        onSubmit={() => register.mutate(undefined)}
        submit={t('tills.register')}
      >
        <TextInput
          data-autofocus
          error={refusedFields(register.error).name}
          label={t('tills.name')}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
          placeholder={t('tills.example')}
          value={name}
        />
      </Form>
    </Dialog>
  )
}
