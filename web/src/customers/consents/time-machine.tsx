import { Button, Group, Slider, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MomentField } from '../../design/dates/moment-field.tsx'
import { Icon } from '../../design/icons.tsx'
import { Moment } from '../../design/written.tsx'
import classes from './consents.module.css'

const MINUTE_MS = 60_000

interface Props {
  /** What is shown as of now. */
  readonly title: string
  /** Null is now. */
  readonly at: string | null
  readonly since: string
  /** What happened on the way. */
  readonly decisions: readonly { readonly decidedAt: string }[]
  readonly onTravel: (at: string | null) => void
}

/** Moves to any time: along the line from one decision to the next, or to a date. */
export function TimeMachine({ title, at, since, decisions, onTravel }: Props) {
  const { t } = useTranslation()
  const [now] = useState(() => Date.now())
  const moments = decisions.map(({ decidedAt }) => Date.parse(decidedAt))
  const first = Math.min(Date.parse(since), ...moments) - MINUTE_MS
  const [dragged, setDragged] = useState<number | null>(null)
  const place = dragged ?? (at === null ? now : Date.parse(at))
  const isPast = place < now
  const travel = (moment: number) => onTravel(moment >= now ? null : new Date(moment).toISOString())
  return (
    <section aria-label={t('consent.timeMachine')} className={classes.machine} data-past={at !== null || undefined}>
      <Group gap="xs" justify="space-between">
        <Group gap="xs" wrap="nowrap">
          <Icon name="clock" size={18} />
          <Text fw={600} size="sm">
            {at === null ? title : t('consent.then')} {isPast && <Moment at={new Date(place).toISOString()} exact />}
          </Text>
        </Group>
        <Group gap="xs">
          <MomentField
            hidesLabel
            label={t('consent.moment')}
            name="moment"
            onChange={(moment) => travel(moment ?? now)}
            size="xs"
            value={place}
          />
          <Button disabled={at === null} onClick={() => onTravel(null)} size="xs" variant="default">
            {t('consent.toNow')}
          </Button>
        </Group>
      </Group>
      <Slider
        className={classes.line}
        label={null}
        marks={moments.map((value) => ({ value }))}
        max={now}
        min={first}
        onChange={setDragged}
        onChangeEnd={(moment) => {
          setDragged(null)
          travel(moment)
        }}
        step={stepFor(now - first)}
        thumbLabel={t('consent.moment')}
        value={place}
      />
      <Group c="dimmed" fz="xs" justify="space-between">
        <Moment at={new Date(first).toISOString()} exact />
        <span>{t('consent.today')}</span>
      </Group>
    </section>
  )
}

/** About a thousand steps, for any period. */
const stepFor = (span: number) => Math.max(1_000, Math.round(span / 1_000))
