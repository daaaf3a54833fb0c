import type { Output } from '@kith/sdk'
import { Button, Table, Tooltip } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../design/dialog.tsx'
import { Icon } from '../../design/icons.tsx'
import { Empty } from '../../design/states.tsx'
import { Code, Moment, Name } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { Actor } from '../../person/history-words.tsx'
import { useAct, useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import classes from '../settings-page.module.css'
import { useRoleWord, useScopeWord } from '../staff/role-word.ts'
import { Tag } from '../tag.tsx'
import { CreateKey } from './create-key.tsx'
import { Sources } from './sources.tsx'

type ApiKey = Output<'tenants.listKeys'>['items'][0]
type Roles = Output<'tenants.listRoles'>['roles']
const KEYS = ['keys'] as const
const NEEDS = 'keys:manage'

export function KeysPage() {
  const { t } = useTranslation()
  const [creating, setCreating] = useState(false)
  const [revoking, setRevoking] = useState<ApiKey | null>(null)
  const read = useSetting(KEYS, NEEDS, async (kith, signal) => {
    const [{ items }, roles] = await Promise.all([
      kith.tenants.listKeys({}, { signal }),
      kith.tenants.listRoles({}, { signal }),
    ])
    return { items, ...roles }
  })
  const revoke = useAct((kith, { id }: ApiKey) => kith.tenants.revokeKey({ keyId: id }), {
    refreshes: KEYS,
    says: t('keys.revokedNow'),
    onDone: () => setRevoking(null),
    inForm: true,
  })
  const create = (
    <Button leftSection={<Icon name="add" size={16} />} onClick={() => setCreating(true)} size="sm">
      {t('keys.create')}
    </Button>
  )
  return (
    <Section
      action={create}
      explained={t('settings.keysExplained')}
      needs={NEEDS}
      read={read}
      title={t('settings.keys')}
    >
      {({ items, roles, scopes }) => (
        <>
          {items.length === 0 ? (
            <Empty icon="lock" title={t('keys.none')} />
          ) : (
            <KeyTable items={items} onRevoke={setRevoking} roles={roles} />
          )}
          <Sources keys={items} needs={NEEDS} />
          {creating && <CreateKey onClose={() => setCreating(false)} roles={roles} scopes={scopes} />}
          {revoking && (
            <Confirm
              act={revoke}
              explained={t('keys.revokeExplained', { name: revoking.name })}
              onClose={() => {
                revoke.reset()
                setRevoking(null)
              }}
              onConfirm={() => revoke.mutate(revoking)}
              title={t('keys.revoke')}
            />
          )}
        </>
      )}
    </Section>
  )
}

interface Props {
  readonly items: readonly ApiKey[]
  readonly roles: Roles
  readonly onRevoke: (key: ApiKey) => void
}

function KeyTable({ items, roles, onRevoke }: Props) {
  const { t } = useTranslation()
  return (
    <div className={classes.card} data-table>
      <Table data-cards verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.name')}</Table.Th>
            <Table.Th>{t('keys.id')}</Table.Th>
            <Table.Th>{t('keys.mayDo')}</Table.Th>
            <Table.Th>{t('column.status')}</Table.Th>
            <Table.Th>{t('keys.made')}</Table.Th>
            <Table.Th>{t('keys.by')}</Table.Th>
            <Table.Th>{t('settings.actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((key) => (
            <Table.Tr key={key.id}>
              <Table.Th scope="row">
                <Name>{key.name}</Name>
              </Table.Th>
              <Table.Td>
                <Code>{key.id.slice(0, 8)}</Code>
              </Table.Td>
              <Table.Td>
                <MayDo roles={roles} scopes={key.scopes} />
              </Table.Td>
              <Table.Td>
                <KeyState apiKey={key} />
              </Table.Td>
              <Table.Td>
                <Moment at={key.createdAt} />
              </Table.Td>
              <Table.Td>
                <Actor actor={key.createdBy} />
              </Table.Td>
              <Table.Td>
                {key.revokedAt === null && (
                  <Button disabled={!key.withinYours} onClick={() => onRevoke(key)} size="compact-sm" variant="default">
                    {t('keys.revoke')}
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

/** The role with these permissions, else their number. */
function MayDo({ scopes, roles }: { readonly scopes: readonly string[]; readonly roles: Roles }) {
  const { t } = useTranslation()
  const [role, scope, number] = [useRoleWord(), useScopeWord(), useNumber()]
  const same = roles.find((one) => one.scopes.length === scopes.length && one.scopes.every((s) => scopes.includes(s)))
  return (
    <Tooltip label={scopes.map((one) => scope(one)).join(t('audit.comma'))} maw={420} multiline>
      <span>{same ? role(same.role) : t('keys.permissions', { number: number(scopes.length) })}</span>
    </Tooltip>
  )
}

function KeyState({ apiKey: { revokedAt, expiresAt } }: { readonly apiKey: ApiKey }) {
  const { t } = useTranslation()
  if (revokedAt !== null) return <Tag tone="quiet">{t('keys.revoked')}</Tag>
  if (expiresAt === null) return <Tag tone="accent">{t('keys.valid')}</Tag>
  if (Date.parse(expiresAt) <= Date.now()) return <Tag tone="quiet">{t('keys.expired')}</Tag>
  return (
    <Tag tone="accent">
      {t('keys.until')} <Moment at={expiresAt} />
    </Tag>
  )
}
