import type { Output } from '@kith/sdk'
import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../design/dialog.tsx'
import { Failure } from '../../design/states.tsx'
import { Code, Moment, Name } from '../../design/written.tsx'
import { Actor } from '../../person/history-words.tsx'
import { useAct, useSetting } from '../act.ts'
import classes from '../settings-page.module.css'

type Source = Output<'orders.listSources'>['items'][number]
const SOURCES = ['sources'] as const

interface Props {
  readonly keys: readonly { readonly id: string; readonly name: string }[]
  readonly needs: string
}

/** The systems that orders, events and logins come from, each with the key that owns it; nothing where there are none. */
export function Sources({ keys, needs }: Props) {
  const { t } = useTranslation()
  const [releasing, setReleasing] = useState<Source | null>(null)
  const read = useSetting(SOURCES, needs, (kith, signal) => kith.orders.listSources({}, { signal }))
  const release = useAct((kith, { source }: Source) => kith.orders.releaseSource({ source }), {
    refreshes: SOURCES,
    says: t('sources.released'),
    onDone: () => setReleasing(null),
    inForm: true,
  })
  if (read.error && !read.data) return <Failure error={read.error} onRetry={read.refetch} />
  if (!read.data || read.data.items.length === 0) return null
  return (
    <section aria-label={t('sources.title')}>
      <h2 className={classes.cardTitle}>{t('sources.title')}</h2>
      <p className={classes.explained}>{t('sources.explained')}</p>
      <div className={classes.card} data-table>
        <Table data-cards verticalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('sources.source')}</Table.Th>
              <Table.Th>{t('sources.key')}</Table.Th>
              <Table.Th>{t('sources.since')}</Table.Th>
              <Table.Th>{t('settings.actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {read.data.items.map((one) => (
              <Table.Tr data-source={one.source} key={one.source}>
                <Table.Th scope="row">
                  <Code>{one.source}</Code>
                </Table.Th>
                <Table.Td>
                  <Owner keys={keys} owner={one.owner} />
                </Table.Td>
                <Table.Td>
                  <Moment at={one.claimedAt} />
                </Table.Td>
                <Table.Td>
                  <Button
                    aria-label={t('sources.releaseOf', { source: one.source })}
                    onClick={() => setReleasing(one)}
                    size="compact-sm"
                    variant="default"
                  >
                    {t('sources.release')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {releasing && (
        <Confirm
          act={release}
          explained={t('sources.releaseExplained', { source: releasing.source })}
          onClose={() => {
            release.reset()
            setReleasing(null)
          }}
          onConfirm={() => release.mutate(releasing)}
          title={t('sources.release')}
        />
      )}
    </section>
  )
}

function Owner({ owner, keys }: Pick<Props, 'keys'> & { readonly owner: string }) {
  const key = keys.find(({ id }) => owner === `key:${id}`)
  return key ? <Name>{key.name}</Name> : <Actor actor={owner} />
}
