import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Form } from '../../design/form.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useTenant } from '../../session/tenant.ts'
import { useAct } from '../act.ts'
import { useRoleWord } from './role-word.ts'
import type { Member, Roles } from './staff-table.tsx'

const LOCALES = ['en', 'ar'] as const

export function InviteDialog({ roles, onClose }: { readonly roles: Roles; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const word = useRoleWord()
  const tenant = useTenant()
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [role, setRole] = useState<Member['role']>('cashier')
  const [locale, setLocale] = useState(tenant.locale)
  const invite = useAct(
    (kith) => kith.accounts.inviteStaff({ email, role, locale, ...(name.trim() && { name: name.trim() }) }),
    { refreshes: ['staff'], says: t('staff.invited'), onDone: onClose, inForm: true },
  )
  const errors = refusedFields(invite.error)
  return (
    <Dialog onClose={onClose} opened title={t('staff.invite')}>
      <Form
        act={invite}
        disabled={!email.trim()}
        onCancel={onClose}
        onSubmit={() => invite.mutate(undefined)}
        submit={t('staff.send')}
      >
        <TextInput
          autoComplete="off"
          classNames={{ input: 'kith-code-input' }}
          data-autofocus
          error={errors.email}
          label={t('column.email')}
          onChange={(event) => setEmail(event.currentTarget.value)}
          type="email"
          value={email}
        />
        <TextInput
          error={errors.name}
          label={t('column.name')}
          maxLength={100}
          onChange={(event) => setName(event.currentTarget.value)}
          value={name}
        />
        <Select
          allowDeselect={false}
          data={roles
            .filter(({ withinYours }) => withinYours)
            .map(({ role }) => ({ value: role as string, label: word(role) }))}
          label={t('staff.role')}
          onChange={(chosen) => chosen && setRole(chosen as Member['role'])}
          value={role}
        />
        <Select
          allowDeselect={false}
          data={LOCALES.map((one) => ({ value: one as string, label: t(`locale.${one}`) }))}
          label={t('staff.invitationLanguage')}
          onChange={(chosen) => chosen && setLocale(chosen as typeof locale)}
          value={locale}
        />
      </Form>
    </Dialog>
  )
}
