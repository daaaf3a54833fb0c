import type { Output } from '@kith/sdk'
import { Button, Group, Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../design/dialog.tsx'
import { Icon } from '../../design/icons.tsx'
import { Empty } from '../../design/states.tsx'
import { Code, Name } from '../../design/written.tsx'
import { useAct } from '../act.ts'
import classes from '../settings-page.module.css'
import { ProviderForm } from './provider-form.tsx'
import { type Provider, without } from './providers.ts'

interface Props {
  readonly settings: Output<'accounts.readOidcSettings'>
}

/** Where else customers and staff may sign in: Google, Auth0, or any OpenID provider. */
export function ProvidersCard({ settings: { providers } }: Props) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<Provider | 'new' | null>(null)
  const [removing, setRemoving] = useState<Provider | null>(null)
  const remove = useAct(
    (kith, { name }: Provider) => kith.accounts.changeOidcSettings({ providers: without(providers, name) }),
    { refreshes: ['rules'], says: t('providers.removed'), onDone: () => setRemoving(null), inForm: true },
  )
  return (
    <section aria-label={t('providers.title')} className={classes.card} data-providers>
      <Group justify="space-between">
        <h2 className={classes.cardTitle}>{t('providers.title')}</h2>
        <Button
          leftSection={<Icon name="add" size={16} />}
          onClick={() => setEditing('new')}
          size="sm"
          variant="default"
        >
          {t('providers.add')}
        </Button>
      </Group>
      {providers.length === 0 ? (
        <Empty icon="lock" title={t('providers.none')} />
      ) : (
        <Table verticalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('providers.label')}</Table.Th>
              <Table.Th>{t('providers.issuer')}</Table.Th>
              <Table.Th>{t('providers.redirect')}</Table.Th>
              <Table.Th>{t('settings.actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {providers.map((provider) => (
              <Table.Tr key={provider.name}>
                <Table.Th scope="row">
                  <Name>{provider.label}</Name>
                </Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Code>{provider.issuer}</Code>
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {provider.redirectUris.map((uri) => (
                    <div key={uri}>
                      <Code>{uri}</Code>
                    </div>
                  ))}
                </Table.Td>
                <Table.Td>
                  <Group gap="xs">
                    <Button onClick={() => setEditing(provider)} size="compact-sm" variant="default">
                      {t('act.edit')}
                    </Button>
                    <Button onClick={() => setRemoving(provider)} size="compact-sm" variant="default">
                      {t('providers.remove')}
                    </Button>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {editing && (
        <ProviderForm
          onClose={() => setEditing(null)}
          provider={editing === 'new' ? null : editing}
          providers={providers}
        />
      )}
      {removing && (
        <Confirm
          act={remove}
          explained={t('providers.removeExplained', { name: removing.label })}
          onClose={() => {
            remove.reset()
            setRemoving(null)
          }}
          onConfirm={() => remove.mutate(removing)}
          title={t('providers.remove')}
        />
      )}
    </section>
  )
}
