import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNumber } from '../../language/format.ts'
import { login } from '../../session/carry.ts'
import { FormError, useSending } from '../../session/form/sending.tsx'
import { Enrolment } from '../../session/sign-in/enrolment.tsx'
import { CodesToKeep } from '../../session/sign-in/recovery-codes.tsx'
import classes from '../account-page.module.css'
import { type Me, useReload } from '../own.ts'
import { Section, SureButton } from '../section.tsx'
import { TextFactor } from './text-factor.tsx'

/** Two-step verification: an authenticator, a phone, and recovery codes. */
export function SecondFactors({ me }: { readonly me: Me }) {
  const { t } = useTranslation()
  const reload = useReload()
  const number = useNumber()
  const { busy, formError, send } = useSending()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [setting, setSetting] = useState<string | null>(null)
  const hasAny = me.secondFactors.length > 0
  const hasTotp = me.secondFactors.includes('totp')

  const show = async ({ recoveryCodes }: { readonly recoveryCodes: readonly string[] }) => {
    setSetting(null)
    setCodes(recoveryCodes)
    await reload()
  }
  const removeTotp = () =>
    send(async () => {
      await login.accounts.removeTotp()
      await reload()
    })
  if (codes) {
    return (
      <Section explained={t('factor.codesExplained')} title={t('factor.codes')}>
        <div className={classes.form} style={{ display: 'grid', gap: '0.75rem' }}>
          <CodesToKeep codes={codes} onKept={() => setCodes(null)} />
        </div>
      </Section>
    )
  }
  return (
    <Section explained={t('account.factorsExplained')} title={t('account.factors')}>
      <FormError>{formError}</FormError>
      <ul className={classes.list}>
        <li className={classes.item}>
          <div className={classes.what}>
            {t('account.totp')}
            <Text c="dimmed" size="xs">
              {hasTotp ? t('account.on') : t('account.off')}
            </Text>
            {setting !== null && (
              <div className={classes.form}>
                <Enrolment
                  begin={() => login.accounts.beginTotp()}
                  confirm={async (code) => show(await login.accounts.confirmTotp({ code }))}
                  id={setting}
                />
              </div>
            )}
          </div>
          {hasTotp ? (
            <SureButton label={t('account.remove')} loading={busy} onSure={() => void removeTotp()} />
          ) : (
            <Button
              data-set-up-totp
              onClick={() => setSetting(setting === null ? crypto.randomUUID() : null)}
              size="compact-sm"
              variant="default"
            >
              {setting === null ? t('account.setUp') : t('act.cancel')}
            </Button>
          )}
        </li>
        <TextFactor isOn={me.secondFactors.includes('sms')} onCodes={show} />
        {hasAny && (
          <li className={classes.item}>
            <div className={classes.what}>
              {t('account.recoveryCodes')}
              <Text c="dimmed" size="xs">
                {t('account.codesLeft', { left: number(me.recoveryCodesLeft) })}
              </Text>
            </div>
            <SureButton
              label={t('account.renewCodes')}
              loading={busy}
              onSure={() => void send(async () => show(await login.accounts.renewRecoveryCodes()))}
            />
          </li>
        )}
      </ul>
    </Section>
  )
}
