import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Code, Moment } from '../../design/written.tsx'
import { login } from '../../session/carry.ts'
import { FormError, useSending } from '../../session/form/sending.tsx'
import classes from '../account-page.module.css'
import { useOwnLinks, useProviders, useReload } from '../own.ts'
import { Section, SureButton } from '../section.tsx'

/** Linked providers; hidden if the business has none. */
export function Links() {
  const { t } = useTranslation()
  const reload = useReload()
  const { busy, formError, send } = useSending()
  const links = useOwnLinks().data?.items ?? []
  const providers = useProviders().data?.items ?? []
  if (links.length === 0 && providers.length === 0) return null
  const labelOf = (name: string) => providers.find((one) => one.name === name)?.label ?? name
  const link = (provider: string) =>
    send(async () =>
      window.location.assign((await login.accounts.beginLink({ provider, returnTo: '/account' })).location),
    )
  const unlink = (linkId: string) =>
    send(async () => {
      await login.accounts.unlink({ linkId })
      await reload()
    })
  return (
    <Section explained={t('account.linksExplained')} title={t('account.links')}>
      <FormError>{formError}</FormError>
      {links.length > 0 && (
        <ul className={classes.list}>
          {links.map(({ id, provider, email, usedAt, createdAt }) => (
            <li className={classes.item} data-link={provider} key={id}>
              <div className={classes.what}>
                <bdi>{labelOf(provider)}</bdi>
                <Text c="dimmed" size="xs">
                  {email && <Code>{email}</Code>} {usedAt ? t('account.lastUsed') : t('account.added')}{' '}
                  <Moment at={usedAt ?? createdAt} />
                </Text>
              </div>
              <SureButton label={t('account.unlink')} loading={busy} onSure={() => void unlink(id)} />
            </li>
          ))}
        </ul>
      )}
      <Group mt="sm">
        {providers
          .filter(({ name }) => !links.some(({ provider }) => provider === name))
          .map(({ name, label }) => (
            <Button
              data-to-link={name}
              key={name}
              loading={busy}
              onClick={() => void link(name)}
              size="compact-sm"
              variant="default"
            >
              {t('account.link', { provider: label })}
            </Button>
          ))}
      </Group>
    </Section>
  )
}
