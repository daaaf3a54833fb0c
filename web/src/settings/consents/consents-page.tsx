import { Button, Group, Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../../design/dialog.tsx'
import { Icon } from '../../design/icons.tsx'
import { Empty } from '../../design/states.tsx'
import { Count, Moment, Name } from '../../design/written.tsx'
import { usePurposeWord } from '../../person/purpose-word.ts'
import { useAct, useSetting } from '../act.ts'
import { Section } from '../section.tsx'
import classes from '../settings-page.module.css'
import { Tag } from '../tag.tsx'
import type { Document } from './document.ts'
import { NewDocument } from './new-document.tsx'
import { NewVersion } from './new-version.tsx'

const NEEDS = 'consents:manage'
const CONSENTS = ['consents'] as const
type Doing = { readonly what: 'publish' } | { readonly what: 'version' | 'retire'; readonly document: Document }

/** The consent documents. */
export function ConsentsPage() {
  const { t } = useTranslation()
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const read = useSetting(CONSENTS, NEEDS, (kith, signal) => kith.consent.listDocuments({ status: 'all' }, { signal }))
  const retire = useAct((kith, { documentId }: Document) => kith.consent.retireDocument({ documentId }), {
    refreshes: CONSENTS,
    says: t('consents.retiredNow'),
    onDone: close,
    inForm: true,
  })
  const publish = (
    <Button leftSection={<Icon name="add" size={16} />} onClick={() => setDoing({ what: 'publish' })} size="sm">
      {t('consents.publish')}
    </Button>
  )
  return (
    <Section
      action={publish}
      explained={t('settings.consentsExplained')}
      needs={NEEDS}
      read={read}
      title={t('settings.consents')}
    >
      {({ items }) => (
        <>
          {items.length === 0 ? (
            <div className={classes.card}>
              <Empty icon="check" title={t('consents.none')} />
            </div>
          ) : (
            <DocumentTable items={items} onDo={setDoing} />
          )}
          {doing?.what === 'publish' && <NewDocument onClose={close} />}
          {doing?.what === 'version' && <NewVersion document={doing.document} onClose={close} />}
          {doing?.what === 'retire' && (
            <Confirm
              act={retire}
              explained={t('consents.retireExplained')}
              onClose={() => {
                retire.reset()
                close()
              }}
              onConfirm={() => retire.mutate(doing.document)}
              title={t('consents.retire')}
            />
          )}
        </>
      )}
    </Section>
  )
}

interface Props {
  readonly items: readonly Document[]
  readonly onDo: (doing: Doing) => void
}

function DocumentTable({ items, onDo }: Props) {
  const { t, i18n } = useTranslation()
  const purpose = usePurposeWord()
  const titleOf = ({ latest: { texts } }: Document) => {
    const [first, second] = i18n.language === 'ar' ? [texts.ar, texts.en] : [texts.en, texts.ar]
    return (first ?? second)?.title ?? ''
  }
  return (
    <div className={classes.card} data-table>
      <Table data-cards verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('consents.title')}</Table.Th>
            <Table.Th>{t('consents.purpose')}</Table.Th>
            <Table.Th>{t('consents.version')}</Table.Th>
            <Table.Th>{t('consents.published')}</Table.Th>
            <Table.Th>{t('consents.languages')}</Table.Th>
            <Table.Th>{t('column.status')}</Table.Th>
            <Table.Th>{t('settings.actions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((document) => (
            <Table.Tr key={document.documentId}>
              <Table.Th scope="row">
                <Name>{titleOf(document)}</Name>
              </Table.Th>
              <Table.Td>
                {purpose(document.purpose)}
                {document.doubleOptIn && <span className="second-name">{t('consents.twice')}</span>}
              </Table.Td>
              <Table.Td>
                <Count>{document.latest.version}</Count>
              </Table.Td>
              <Table.Td>
                <Moment at={document.latest.publishedAt} />
              </Table.Td>
              <Table.Td>
                {(['en', 'ar'] as const)
                  .filter((language) => document.latest.texts[language])
                  .map((language) => t(`locale.${language}`))
                  .join(t('audit.comma'))}
              </Table.Td>
              <Table.Td>
                <Tag tone={document.status === 'published' ? 'accent' : 'quiet'}>
                  {t(`consentState.${document.status}`)}
                </Tag>
              </Table.Td>
              <Table.Td>
                {document.status === 'published' && (
                  <Group gap="xs" wrap="nowrap">
                    <Button onClick={() => onDo({ what: 'version', document })} size="compact-sm" variant="default">
                      {t('consents.newVersion')}
                    </Button>
                    <Button onClick={() => onDo({ what: 'retire', document })} size="compact-sm" variant="default">
                      {t('consents.retire')}
                    </Button>
                  </Group>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
