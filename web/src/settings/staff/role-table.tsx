import type { Output } from '@kith/sdk'
import { Table, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import classes from '../settings-page.module.css'
import { useRoleWord, useScopeWord } from './role-word.ts'

/** Every permission and the roles that have it, from the server, so that it is never out of date. */
export function RoleTable({ roles, scopes }: Output<'tenants.listRoles'>) {
  const { t } = useTranslation()
  const [role, scope] = [useRoleWord(), useScopeWord()]
  return (
    <div className={classes.card} data-table>
      <Table striped verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('staff.permission')}</Table.Th>
            {roles.map((one) => (
              <Table.Th key={one.role} ta="center">
                {role(one.role)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {scopes.map((one) => (
            <Table.Tr key={one.scope}>
              <Table.Th scope="row">{scope(one.scope, one.allows)}</Table.Th>
              {roles.map(({ role, scopes }) => (
                <Table.Td key={role} ta="center">
                  <Has permission={scopes.includes(one.scope)} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function Has({ permission }: { readonly permission: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <span aria-hidden="true" style={{ color: permission ? 'var(--kith-ink)' : 'var(--kith-ink-soft)' }}>
        {permission ? <Icon name="check" size={16} /> : '–'}
      </span>
      <VisuallyHidden>{permission ? t('staff.may') : t('staff.mayNot')}</VisuallyHidden>
    </>
  )
}
