import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { Moment, Name } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { toLanguage } from '../../language/language.ts'
import history from '../../person/history.module.css'
import { Actor } from '../../person/history-words.tsx'
import classes from './consents.module.css'
import { type Decision, useDocuments } from './queries.ts'

interface Props {
  readonly decisions: readonly Decision[]
  /** Includes later decisions, marked as such. */
  readonly at: string | null
  readonly onReceipt: (eventId: string) => void
  /** Jumps to the state right after it; null in the customer's own account. */
  readonly onTravel: ((at: string) => void) | null
}

/** Every decision, newest first. */
export function DecisionList({ decisions, at, onReceipt, onTravel }: Props) {
  const { t } = useTranslation()
  if (decisions.length === 0)
    return (
      <Text c="dimmed" size="sm">
        {t('consent.noDecisions')}
      </Text>
    )
  return (
    <ol className={history.entries}>
      {decisions.map((decision) => {
        const isLater = at !== null && decision.decidedAt > at
        return (
          <li className={`${history.entry} ${isLater ? classes.later : ''}`} key={decision.eventId}>
            <One decision={decision} isLater={isLater} onReceipt={onReceipt} onTravel={onTravel} />
          </li>
        )
      })}
    </ol>
  )
}

interface OneProps extends Omit<Props, 'decisions' | 'at'> {
  readonly decision: Decision
  readonly isLater: boolean
}

function One({ decision, isLater, onReceipt, onTravel }: OneProps) {
  const { t } = useTranslation()
  const number = useNumber()
  const title = useTitles()(decision)
  return (
    <div className={history.line}>
      <div>
        <Text fw={550} size="sm">
          {onTravel ? t(`consentDecision.${decision.decision}`) : t(`mineDecision.${decision.decision}`)}{' '}
          <Name>{title}</Name>
        </Text>
        <Text c="dimmed" component="span" size="xs">
          {t(`consentSource.${decision.source}`)}
          {decision.spokenTo && (
            <>
              {' · '}
              {t('consent.heardBy')} <Name>{decision.spokenTo}</Name>
            </>
          )}
          {' · '}
          {t('consent.latest', { version: number(decision.version) })} ·{' '}
          {onTravel && (
            <>
              <Actor actor={decision.actor} /> ·{' '}
            </>
          )}
          <Moment at={decision.decidedAt} exact />
          {isLater && ` · ${t('consent.later')}`}
        </Text>
      </div>
      <Group gap={0} wrap="nowrap">
        {onTravel && (
          <Button
            leftSection={<Icon name="clock" size={14} />}
            onClick={() => onTravel(decision.decidedAt)}
            size="compact-sm"
            variant="subtle"
          >
            {t('consent.seeThen')}
          </Button>
        )}
        <Button
          leftSection={<Icon name="receipt" size={14} />}
          onClick={() => onReceipt(decision.eventId)}
          size="compact-sm"
          variant="subtle"
        >
          {t('consent.receipt')}
        </Button>
      </Group>
    </div>
  )
}

/** The title of a document; its purpose until that is loaded. */
function useTitles() {
  const { i18n } = useTranslation()
  const { data } = useDocuments()
  const language = toLanguage(i18n.language)
  return ({ documentId, purpose }: Decision): string => {
    const texts = data?.items.find((document) => document.documentId === documentId)?.latest.texts
    return (texts?.[language] ?? texts?.en ?? texts?.ar)?.title ?? purpose
  }
}
