import { Button, Group, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify, useNotifyFailure } from '../../design/notify.ts'
import { Code, Phone } from '../../design/written.tsx'
import { login } from '../../session/carry.ts'
import { CodeField } from '../../session/form/code-field.tsx'
import { InboxHint } from '../../session/form/inbox-hint.tsx'
import { FormError, useSending } from '../../session/form/sending.tsx'
import { ProveContact } from '../../session/sign-in/prove-contact.tsx'
import classes from '../account-page.module.css'
import { type Me, useReload } from '../own.ts'
import { Section } from '../section.tsx'
import { AskForOffers } from './ask-for-offers.tsx'

/** E-mail and phone; each counts once it is verified. Those of staff come with their invitation. */
export function Contacts({ me }: { readonly me: Me }) {
  const { t } = useTranslation()
  const isStaff = me.account.kind === 'staff'
  const [confirmed, setConfirmed] = useState(false)
  return (
    <Section title={t('account.contacts')}>
      <ul className={classes.list}>
        <Contact canChange={!isStaff} isProved={me.emailVerified} kind="email" label={t('field.email')}>
          {me.email && <Code>{me.email}</Code>}
        </Contact>
        {!isStaff && (
          <Contact canChange isProved={me.phone !== null} kind="phone" label={t('field.phone')}>
            {me.phone && <Phone>{me.phone}</Phone>}
          </Contact>
        )}
      </ul>
      {me.hasPassword && !me.emailVerified && me.emailVerification !== 'off' && (
        <ConfirmEmail onConfirmed={() => setConfirmed(true)} />
      )}
      {confirmed && me.customer && <AskForOffers />}
    </Section>
  )
}

interface Props {
  readonly kind: 'email' | 'phone'
  readonly label: string
  readonly isProved: boolean
  readonly canChange: boolean
  readonly children: ReactNode
}

function Contact({ kind, label, isProved, canChange, children }: Props) {
  const { t } = useTranslation()
  const reload = useReload()
  const [changing, setChanging] = useState(false)
  const act = changing ? t('act.cancel') : children ? t('account.change') : t('account.add')
  const save = async (verificationToken: string) => {
    await login.accounts.changeContact({ verificationToken })
    await reload()
    setChanging(false)
    notify(t('account.contactSaved'))
  }
  return (
    <li className={classes.item}>
      <div className={classes.what}>
        <Text c="dimmed" size="xs">
          {label}
        </Text>
        {children || t('account.none')}
        {children && (
          <Text c="dimmed" component="span" size="xs">
            {' · '}
            {isProved ? t('person.proved') : t('person.unproved')}
          </Text>
        )}
        {changing && (
          <div className={classes.form}>
            <ProveContact
              kind={kind}
              label={kind === 'email' ? t('account.newEmail') : t('account.newPhone')}
              onProved={save}
              purpose="change_contact"
            />
          </div>
        )}
      </div>
      {canChange && (
        <Button
          aria-label={`${act} ${label}`}
          data-change={kind}
          onClick={() => setChanging(!changing)}
          size="compact-sm"
          variant="default"
        >
          {act}
        </Button>
      )}
    </li>
  )
}

/** With the code from the registration e-mail. */
function ConfirmEmail({ onConfirmed }: { readonly onConfirmed: () => void }) {
  const { t } = useTranslation()
  const reload = useReload()
  const notifyFailure = useNotifyFailure()
  const { busy, formError, send, submit } = useSending()
  const [code, setCode] = useState('')
  const confirm = async (whole: string) => {
    await login.accounts.verifyEmail({ code: whole })
    onConfirmed()
    await reload()
    notify(t('account.emailConfirmed'))
  }
  const again = () => login.accounts.resendVerification().then(() => notify(t('account.sentAgain')), notifyFailure)
  return (
    <form className={classes.form} data-confirm-email onSubmit={submit(() => confirm(code))}>
      <FormError>{formError}</FormError>
      <CodeField
        description={t('account.confirmByCode')}
        label={t('account.codeFromMail')}
        onChange={setCode}
        onWhole={(whole) => void send(() => confirm(whole))}
        value={code}
      />
      <Group mb="xs" mt="sm">
        <Button loading={busy} size="compact-md" type="submit">
          {t('account.confirm')}
        </Button>
        <Button onClick={() => void again()} size="compact-md" variant="default">
          {t('account.sendAgain')}
        </Button>
      </Group>
      <InboxHint />
    </form>
  )
}
