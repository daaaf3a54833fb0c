import type { Output } from '@kith/sdk'
import { Button, Group, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../../design/notify.ts'
import { Failure, SkeletonRows } from '../../design/states.tsx'
import { Moment, Name } from '../../design/written.tsx'
import { login } from '../../session/carry.ts'
import { FormError, useSending } from '../../session/form/sending.tsx'
import { addPasskey, passkeysWork, wasClosed } from '../../session/sign-in/passkey.ts'
import classes from '../account-page.module.css'
import { useOwnPasskeys, useReload } from '../own.ts'
import { Section, SureButton } from '../section.tsx'
import { deviceOf } from './device.ts'

type Passkey = Output<'accounts.listPasskeys'>['items'][0]

export function Passkeys() {
  const { t } = useTranslation()
  const reload = useReload()
  const passkeys = useOwnPasskeys()
  const { busy, error, formError, send } = useSending()
  const add = async () => {
    await addPasskey(deviceOf(navigator.userAgent) ?? '')
    await reload()
    notify(t('account.passkeyAdded'))
  }
  const button = passkeysWork() && (
    <Button data-add-passkey loading={busy} onClick={() => send(add)} size="compact-sm" variant="default">
      {t('account.addPasskey')}
    </Button>
  )
  return (
    <Section
      action={button}
      explained={passkeysWork() ? t('account.passkeysExplained') : t('account.passkeysNotHere')}
      title={t('account.passkeys')}
    >
      <FormError>{wasClosed(error) ? t('login.passkeyClosed') : formError}</FormError>
      {passkeys.error && <Failure error={passkeys.error} onRetry={passkeys.refetch} />}
      {passkeys.isPending && <SkeletonRows rows={1} />}
      {passkeys.data && passkeys.data.items.length > 0 && (
        <ul className={classes.list}>
          {passkeys.data.items.map((one) => (
            <Item key={one.id} passkey={one} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Item({ passkey: { id, name, createdAt, usedAt } }: { readonly passkey: Passkey }) {
  const { t } = useTranslation()
  const reload = useReload()
  const { busy, formError, send } = useSending()
  const [typed, setTyped] = useState<string | null>(null)
  const rename = async () => {
    await login.accounts.renamePasskey({ passkeyId: id, name: typed!.trim() })
    await reload()
    setTyped(null)
  }
  const remove = async () => {
    await login.accounts.removePasskey({ passkeyId: id })
    await reload()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(rename)
  }
  if (typed !== null) {
    return (
      <li className={classes.item}>
        <form className={classes.what} onSubmit={submit}>
          <FormError>{formError}</FormError>
          <Group align="flex-end" gap="xs">
            <TextInput
              autoFocus
              label={t('account.passkeyName')}
              onChange={(event) => setTyped(event.currentTarget.value)}
              value={typed}
            />
            <Button loading={busy} type="submit">
              {t('act.save')}
            </Button>
            <Button onClick={() => setTyped(null)} variant="default">
              {t('act.cancel')}
            </Button>
          </Group>
        </form>
      </li>
    )
  }
  return (
    <li className={classes.item} data-passkey={id}>
      <div className={classes.what}>
        <Name>{name ?? t('account.passkey')}</Name>
        <Text c="dimmed" size="xs">
          {usedAt ? t('account.lastUsed') : t('account.added')} <Moment at={usedAt ?? createdAt} />
        </Text>
        <FormError>{formError}</FormError>
      </div>
      <div className={classes.acts}>
        <Button onClick={() => setTyped(name ?? '')} size="compact-sm" variant="default">
          {t('account.rename')}
        </Button>
        <SureButton label={t('account.remove')} loading={busy} onSure={() => void send(remove)} />
      </div>
    </li>
  )
}
