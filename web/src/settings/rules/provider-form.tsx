import { Select, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Form } from '../../design/form.tsx'
import { refusedFields } from '../../design/refused-fields.ts'
import { useAct } from '../act.ts'
import { type Provider, placeOf, withProvider } from './providers.ts'

const KINDS = ['google', 'auth0', 'generic'] as const

interface Props {
  readonly providers: readonly Provider[]
  /** Null for a new one. */
  readonly provider: Provider | null
  readonly onClose: () => void
}

export function ProviderForm({ providers, provider, onClose }: Props) {
  const { t } = useTranslation()
  const former = provider?.name ?? null
  const [next, setNext] = useState({
    kind: provider?.kind ?? 'google',
    name: provider?.name ?? 'google',
    label: provider?.label ?? 'Google',
    issuer: provider?.issuer ?? '',
    clientId: provider?.clientId ?? '',
    clientSecret: '',
    scopes: provider?.scopes ?? ['openid', 'email', 'profile'],
    trustsEmail: provider?.trustsEmail ?? false,
    provesWithoutTime: provider?.provesWithoutTime ?? false,
  })
  const set = (change: Partial<typeof next>) => setNext((before) => ({ ...before, ...change }))
  const { issuer, clientSecret, label, ...same } = next
  const save = useAct(
    (kith) =>
      kith.accounts.changeOidcSettings({
        providers: withProvider(providers, former, {
          ...same,
          scopes: [...same.scopes],
          ...(label.trim() && { label: label.trim() }),
          ...(issuer.trim() && { issuer: issuer.trim() }),
          ...(clientSecret && { clientSecret }),
        }),
      }),
    { refreshes: ['rules'], says: t('settings.saved'), onDone: onClose, inForm: true },
  )
  const errors = refusedFields(save.error)
  const error = (field: string) => errors[`providers.${placeOf(providers, former)}.${field}`]
  const title = provider ? t('providers.change') : t('providers.add')
  return (
    <Dialog onClose={onClose} opened title={title}>
      <Form
        act={save}
        disabled={!next.name.trim() || !next.clientId.trim()}
        onCancel={onClose}
        onSubmit={() => save.mutate(undefined)}
        submit={provider ? t('act.save') : title}
      >
        <Select
          allowDeselect={false}
          data={KINDS.map((value) => ({ value: value as string, label: t(`providerKind.${value}`) }))}
          label={t('providers.kind')}
          onChange={(chosen) => {
            const kind = KINDS.find((one) => one === chosen)
            if (!kind || kind === next.kind) return
            const named = kind === 'google' ? { name: 'google', label: 'Google' } : { name: kind, label: '' }
            set({ kind, issuer: '', ...(!provider && named) })
          }}
          value={next.kind}
        />
        <TextInput
          error={error('label')}
          label={t('providers.label')}
          maxLength={60}
          onChange={(event) => set({ label: event.currentTarget.value })}
          value={next.label}
        />
        <TextInput
          classNames={{ input: 'kith-code-input' }}
          description={t('providers.nameExplained')}
          error={error('name')}
          label={t('providers.name')}
          maxLength={40}
          onChange={(event) => set({ name: event.currentTarget.value })}
          value={next.name}
        />
        {next.kind !== 'google' && (
          <TextInput
            dir="ltr"
            error={error('issuer')}
            label={t('providers.issuer')}
            maxLength={500}
            onChange={(event) => set({ issuer: event.currentTarget.value })}
            placeholder="https://"
            value={next.issuer}
          />
        )}
        <TextInput
          autoComplete="off"
          dir="ltr"
          error={error('clientId')}
          label={t('providers.clientId')}
          maxLength={300}
          onChange={(event) => set({ clientId: event.currentTarget.value })}
          value={next.clientId}
        />
        <TextInput
          autoComplete="off"
          description={provider ? t('providers.secretKept') : undefined}
          dir="ltr"
          error={error('clientSecret')}
          label={t('providers.secret')}
          maxLength={1000}
          onChange={(event) => set({ clientSecret: event.currentTarget.value })}
          type="password"
          value={next.clientSecret}
        />
        <Switch
          checked={next.trustsEmail}
          description={t('providers.trustsEmailExplained')}
          label={t('providers.trustsEmail')}
          onChange={(event) => set({ trustsEmail: event.currentTarget.checked })}
        />
        <Switch
          checked={next.provesWithoutTime}
          description={t('providers.provesWithoutTimeExplained')}
          label={t('providers.provesWithoutTime')}
          onChange={(event) => set({ provesWithoutTime: event.currentTarget.checked })}
        />
      </Form>
    </Dialog>
  )
}
