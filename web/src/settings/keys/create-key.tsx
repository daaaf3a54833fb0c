import type { Input, Output } from '@kith/sdk'
import { Checkbox, SegmentedControl, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Form } from '../../design/form.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useAct } from '../act.ts'
import { ShownOnce } from '../shown-once.tsx'
import { useRoleWord, useScopeWord } from '../staff/role-word.ts'

type NewKey = Input<'tenants.createKey'>
type Scope = Output<'tenants.listRoles'>['scopes'][0]['scope']
type Role = Output<'tenants.listRoles'>['roles'][0]['role']
const TERMS = ['30', '90', '365', 'none'] as const

interface Props extends Output<'tenants.listRoles'> {
  readonly onClose: () => void
}

/** Shows the key once, because it is stored nowhere. */
export function CreateKey({ roles, scopes, onClose }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [by, setBy] = useState<'role' | 'scopes'>('role')
  const [role, setRole] = useState<Role>('cashier')
  const [chosen, setChosen] = useState<string[]>([])
  const [term, setTerm] = useState<(typeof TERMS)[number]>('365')
  const create = useAct((kith, key: NewKey) => kith.tenants.createKey(key), { refreshes: ['keys'], inForm: true })
  const [roleWord, scopeWord] = [useRoleWord(), useScopeWord()]
  const errors = refusedFields(create.error)
  const own = roles.filter(({ withinYours }) => withinYours)

  if (create.data)
    return (
      <ShownOnce
        explained={t('keys.shownOnce')}
        onClose={onClose}
        secret={create.data.apiKey}
        title={t('keys.created')}
      />
    )
  const submit = () =>
    create.mutate({
      name,
      ...(by === 'role' ? { role } : { scopes: chosen as Scope[] }),
      ...(term !== 'none' && { expiresInDays: Number(term) }),
    })
  return (
    <Dialog onClose={onClose} opened title={t('keys.create')}>
      <Form
        act={create}
        disabled={!name.trim() || (by === 'scopes' && chosen.length === 0)}
        onCancel={onClose}
        onSubmit={submit}
        submit={t('keys.create')}
      >
        <TextInput
          data-autofocus
          description={t('keys.nameExplained')}
          error={errors.name}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label={t('column.name')}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
          value={name}
        />
        <SegmentedControl
          aria-label={t('keys.mayDo')}
          data={[
            { value: 'role', label: t('keys.asRole') },
            { value: 'scopes', label: t('keys.inDetail') },
          ]}
          onChange={(chosen) => setBy(chosen as typeof by)}
          value={by}
        />
        {by === 'role' ? (
          <Select
            allowDeselect={false}
            data={own.map(({ role }) => ({ value: role as string, label: roleWord(role) }))}
            label={t('staff.role')}
            onChange={(chosen) => chosen && setRole(chosen as Role)}
            value={role}
          />
        ) : (
          <Checkbox.Group label={t('keys.mayDo')} onChange={setChosen} value={chosen}>
            <Stack gap="xs" mt="xs">
              {scopes.map(({ scope, allows }) => (
                <Checkbox key={scope} label={scopeWord(scope, allows)} size="sm" value={scope} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <Select
          allowDeselect={false}
          data={TERMS.map((one) => ({ value: one as string, label: t(`keyTerm.${one}`) }))}
          label={t('keys.ends')}
          onChange={(chosen) => chosen && setTerm(chosen as typeof term)}
          value={term}
        />
      </Form>
    </Dialog>
  )
}
