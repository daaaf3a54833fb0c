import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import badge from '../../design/badges.module.css'
import { Code, Moment, Name } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import classes from '../orders/orders.module.css'
import type { Interaction } from './queries.ts'

const TONES = { positive: 'accent', neutral: 'quiet', negative: 'warm' } as const

export function InteractionCard({ interaction }: { readonly interaction: Interaction }) {
  const { t } = useTranslation()
  const number = useNumber()
  const { kind, at, sentiment, channel, category, sku, rating, subject, text } = interaction
  return (
    <article aria-label={t(`interactionKind.${kind}`)} className={classes.order} data-interaction={kind}>
      <Group gap="xs" justify="space-between">
        <Text component="span" size="sm">
          {t(`interactionKind.${kind}`)} · <Moment at={at} />
        </Text>
        {sentiment && (
          <span className={badge.badge} data-dot data-tone={TONES[sentiment.value]}>
            {t(`sentiment.${sentiment.value}`)}
          </span>
        )}
      </Group>
      <Text c="dimmed" component="p" size="xs">
        {rating !== null && <>{t('interaction.rated', { rating: number(rating) })} </>}
        {[channel, category].map((one) => one && <Name key={one}>{`${one} `}</Name>)}
        {sku && <Code>{sku}</Code>}
      </Text>
      {subject && (
        <Text dir="auto" fw={550} size="sm">
          {subject}
        </Text>
      )}
      {text && (
        <Text dir="auto" size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Text>
      )}
      {sentiment && (
        <Text c="dimmed" size="xs">
          {t(`sentimentBy.${sentiment.by}`)}
        </Text>
      )}
    </article>
  )
}
