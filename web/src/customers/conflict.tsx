import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import classes from './conflict.module.css'
import type { Field } from './fields.ts'
import { type Difference, differences, reconciled, type Values } from './reconcile.ts'

const notice = { root: classes.notice ?? '', title: classes.warm ?? '', icon: classes.warm ?? '' }

interface Props {
  readonly base: Values
  readonly mine: Values
  readonly theirs: Values
  readonly busy: boolean
  readonly onResolved: (values: Values) => void
  readonly onBack: () => void
}

/** Somebody else saved first: both versions side by side, and nothing is lost. */
export function Conflict({ base, mine, theirs, busy, onResolved, onBack }: Props) {
  const { t } = useTranslation()
  const [keepMine, setKeepMine] = useState<ReadonlySet<string>>(new Set())
  const choose = (field: string, whose: string) =>
    setKeepMine((before) => new Set([...before].filter((one) => one !== field).concat(whose === 'mine' ? field : [])))
  return (
    <Stack gap="sm">
      <Alert classNames={notice} icon={<Icon name="warning" />} role="alert" title={t('conflict.title')}>
        {t('conflict.explained')}
      </Alert>
      {differences(base, mine, theirs).map((difference) => (
        <Compared
          difference={difference}
          key={difference.field}
          mine={keepMine.has(difference.field)}
          onChoose={(whose) => choose(difference.field, whose)}
        />
      ))}
      <Group gap="xs">
        <Button loading={busy} onClick={() => onResolved(reconciled(base, mine, theirs, keepMine))}>
          {t('conflict.save')}
        </Button>
        <Button onClick={onBack} variant="default">
          {t('conflict.back')}
        </Button>
      </Group>
    </Stack>
  )
}

interface ComparedProps {
  readonly difference: Difference
  readonly mine: boolean
  readonly onChoose: (whose: string) => void
}

function Compared({ difference, mine, onChoose }: ComparedProps) {
  const { t } = useTranslation()
  const { field, needsChoice } = difference
  const label = t(`field.${field as Field}`)
  if (!needsChoice) {
    return (
      <div className={classes.taken}>
        <Text c="dimmed" size="xs">
          {label} · {t('conflict.onlyTheirs')}
        </Text>
        <bdi dir="auto">{difference.theirs || '—'}</bdi>
      </div>
    )
  }
  return (
    <Radio.Group label={label} onChange={onChoose} value={mine ? 'mine' : 'theirs'}>
      <div className={classes.pair}>
        {(['theirs', 'mine'] as const).map((whose) => (
          <Radio.Card className={classes.side} key={whose} value={whose}>
            <Radio.Indicator />
            <span>
              <Text c="dimmed" component="span" display="block" size="xs">
                {t(`conflict.${whose}`)}
              </Text>
              <bdi dir="auto">{difference[whose] || '—'}</bdi>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}
