import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '../account/account-page.module.css'
import { Section } from '../account/section.tsx'
import badge from '../design/badges.module.css'
import { AskDialog } from './ask-dialog.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import type { OwnRequest } from './own-privacy.ts'

const KINDS = ['rectification', 'restriction', 'objection', 'erasure'] as const

/** The other kinds of requests. Kinds with an open request are not offered. */
export function Rights({ requests }: { readonly requests: readonly OwnRequest[] }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<(typeof KINDS)[number] | null>(null)
  const close = () => setAsking(null)
  const open = new Set(requests.filter(({ status }) => status === 'open').map(({ kind }) => kind))
  return (
    <Section title={t('mineData.rights')}>
      <ul className={classes.list}>
        {KINDS.map((kind) => (
          <li className={classes.item} key={kind}>
            <div className={classes.what}>
              <Text fw={550} size="sm">
                {t(`mineKind.${kind}`)}
              </Text>
              <Text c="dimmed" size="sm">
                {t(`mineExplained.${kind}`)}
              </Text>
            </div>
            {open.has(kind) ? (
              <span className={badge.badge} data-dot data-tone="warm">
                {t('mineData.asked')}
              </span>
            ) : (
              <Button
                aria-label={`${t('mineData.ask')}: ${t(`mineKind.${kind}`)}`}
                color={kind === 'erasure' ? 'red' : 'kith'}
                data-ask={kind}
                onClick={() => setAsking(kind)}
                size="sm"
                variant="default"
              >
                {t('mineData.ask')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <AskDialog kind={asking === 'erasure' ? null : asking} onClose={close} />
      <EraseDialog onClose={close} opened={asking === 'erasure'} />
    </Section>
  )
}
