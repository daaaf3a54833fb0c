import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import classes from './conflict.module.css'
import type { Field } from './fields.ts'
import { type Difference, differences, reconciled, type Values } from './reconcile.ts'

const notice = { root: classes.notice ?? '', title: classes.warm ?? '', icon: classes.warm ?? '' }

interface Props {
  readonly base: Values
  readonly mine: Values
  readonly theirs: Values
  readonly busy: boolean
  /** The label of a field; those of a customer are built in. */
  readonly label?: (field: string) => string
  /** The display of a field's value. */
  readonly word?: (field: string, value: string) => string
  readonly onResolved: (values: Values) => void
  readonly onBack: () => void
}

/** Another user saved first: shows both versions side by side, so that nothing is lost. */
export function Conflict({ base, mine, theirs, busy, label, word, onResolved, onBack }: Props) {
  const { t } = useTranslation()
  const named = label ?? ((field) => t(`field.${field as Field}`))
  const shown = word ?? ((_field, value) => value)
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
          label={named(difference.field)}
          mine={keepMine.has(difference.field)}
          onChoose={(whose) => choose(difference.field, whose)}
          word={(value) => shown(difference.field, value)}
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
  readonly label: string
  readonly mine: boolean
  readonly onChoose: (whose: string) => void
  readonly word: (value: string) => string
}

function Compared({ difference, label, mine, onChoose, word }: ComparedProps) {
  const { t } = useTranslation()
  if (!difference.needsChoice) {
    return (
      <div className={classes.taken}>
        <Text c="dimmed" size="xs">
          {label} · {t('conflict.onlyTheirs')}
        </Text>
        <bdi dir="auto">{word(difference.theirs) || '—'}</bdi>
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
              <bdi dir="auto">{word(difference[whose]) || '—'}</bdi>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}
