import type { Output } from '@kith/sdk'
import { Button, Group, Select, Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../design/dialog.tsx'
import { Code, Moment, Name } from '../../design/written.tsx'
import { useAct } from '../act.ts'
import classes from '../settings-page.module.css'
import { Tag } from '../tag.tsx'
import { useRoleWord } from './role-word.ts'

export type Member = Output<'accounts.listStaff'>['items'][0]
export type Roles = Output<'tenants.listRoles'>['roles']
const STAFF = ['staff'] as const
const TONES = { active: 'accent', invited: 'warm', disabled: 'quiet' } as const

export function StaffTable({ members, roles }: { readonly members: readonly Member[]; readonly roles: Roles }) {
  const { t } = useTranslation()
  const [disabling, setDisabling] = useState<Member | null>(null)
  const disable = useAct((kith, { id }: Member) => kith.accounts.disableStaff({ accountId: id }), {
    refreshes: STAFF,
    says: t('staff.disabled'),
    onDone: () => setDisabling(null),
    inForm: true,
  })
  return (
    <div className={classes.card} data-table>
      <Table data-cards verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.name')}</Table.Th>
            <Table.Th>{t('column.email')}</Table.Th>
            <Table.Th>{t('staff.role')}</Table.Th>
            <Table.Th>{t('column.status')}</Table.Th>
            <Table.Th>{t('staff.signedIn')}</Table.Th>
            <Table.Th>{t('settings.actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map((member) => (
            <StaffRow key={member.id} member={member} onDisable={() => setDisabling(member)} roles={roles} />
          ))}
        </Table.Tbody>
      </Table>
      {disabling && (
        <Confirm
          act={disable}
          explained={t(disabling.status === 'invited' ? 'staff.endExplained' : 'staff.disableExplained', {
            who: disabling.name ?? disabling.email,
          })}
          onClose={() => {
            disable.reset()
            setDisabling(null)
          }}
          onConfirm={() => disable.mutate(disabling)}
          title={t(disabling.status === 'invited' ? 'staff.end' : 'staff.disable')}
        />
      )}
    </div>
  )
}

interface Props {
  readonly member: Member
  readonly roles: Roles
  readonly onDisable: () => void
}

function StaffRow({ member, roles, onDisable }: Props) {
  const { t } = useTranslation()
  const word = useRoleWord()
  const change = useAct((kith, role: Member['role']) => kith.accounts.changeRole({ accountId: member.id, role }), {
    refreshes: STAFF,
    says: t('staff.roleChanged'),
  })
  const enable = useAct((kith) => kith.accounts.enableStaff({ accountId: member.id }), {
    refreshes: STAFF,
    says: t('staff.enabled'),
  })
  const withinYours = (role: string) => roles.find((one) => one.role === role)?.withinYours ?? false
  return (
    <Table.Tr>
      <Table.Th scope="row">{member.name ? <Name>{member.name}</Name> : '–'}</Table.Th>
      <Table.Td>
        <Code>{member.email}</Code>
      </Table.Td>
      <Table.Td>
        <Select
          allowDeselect={false}
          aria-label={t('staff.roleOf', { who: member.name ?? member.email })}
          data={roles.map(({ role }) => ({ value: role as string, label: word(role), disabled: !withinYours(role) }))}
          disabled={!withinYours(member.role) || change.isPending}
          onChange={(role) => role && role !== member.role && change.mutate(role as Member['role'])}
          size="xs"
          value={member.role}
          w="10rem"
        />
      </Table.Td>
      <Table.Td>
        <Tag tone={TONES[member.status]}>{t(`staff.${member.status}State`)}</Tag>
      </Table.Td>
      <Table.Td>{member.signedInAt ? <Moment at={member.signedInAt} /> : '–'}</Table.Td>
      <Table.Td>
        <Group gap="xs">
          {member.status === 'disabled' ? (
            <Button
              disabled={!withinYours(member.role)}
              loading={enable.isPending}
              onClick={() => enable.mutate(undefined)}
              size="compact-sm"
              variant="default"
            >
              {t('staff.enable')}
            </Button>
          ) : (
            <Button disabled={!withinYours(member.role)} onClick={onDisable} size="compact-sm" variant="default">
              {t(member.status === 'invited' ? 'staff.end' : 'staff.disable')}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
