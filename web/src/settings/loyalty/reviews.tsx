import type { Output } from '@kith/sdk'
import { Button, Group, List, Progress, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Count, Moment, Name } from '../../design/written.tsx'
import { useNumber } from '../../language/format.ts'
import { useTierName } from '../../loyalty/tier-name.ts'
import { useAct, useSetting } from '../act.ts'
import classes from '../settings-page.module.css'
import type { TierProgram } from './tier-rules.tsx'

type Preview = Output<'loyalty.previewReview'>
type Change = Preview['changes'][number]
const POLL_MS = 1_000

/** A preview of a review by the tiers as they are written, one that is under way, and the last one. */
export function Reviews({ program }: { readonly program: TierProgram }) {
  const { t } = useTranslation()
  const reviews = useSetting(
    ['reviews'],
    'loyalty:manage',
    (kith, signal) => kith.loyalty.listReviews({}, { signal }),
    { refetchInterval: (data) => (data?.items.some(({ finishedAt }) => finishedAt === null) ? POLL_MS : false) },
  )
  const preview = useAct((kith) => kith.loyalty.previewReview(program), { refreshes: ['none'] })
  const begin = useAct((kith) => kith.loyalty.askForReview({}), { refreshes: ['reviews'] })
  const latest = reviews.data?.items[0]
  return (
    <section aria-label={t('loyaltyReview.title')} className={classes.card} data-narrow>
      <h2 className={classes.cardTitle}>{t('loyaltyReview.title')}</h2>
      <Text c="dimmed" size="sm">
        {t('loyaltyReview.explained')}
      </Text>
      <Group gap="sm" my="sm">
        <Button loading={preview.isPending} onClick={() => preview.mutate(undefined)} size="sm" variant="default">
          {t('loyaltyReview.preview')}
        </Button>
        <Button loading={begin.isPending} onClick={() => begin.mutate(undefined)} size="sm" variant="default">
          {t('loyaltyReview.begin')}
        </Button>
      </Group>
      {preview.data && <Changes preview={preview.data} tiers={program.tiers} />}
      {latest && <Latest review={latest} />}
    </section>
  )
}

function Latest({ review }: { readonly review: Output<'loyalty.listReviews'>['items'][number] }) {
  const { t } = useTranslation()
  const number = useNumber()
  const { progress, finishedAt, raised, lowered, warned } = review
  if (finishedAt === null)
    return (
      <Progress aria-label={t('loyaltyReview.title')} value={(100 * progress.done) / Math.max(1, progress.total)} />
    )
  return (
    <Text size="sm">
      <Moment at={finishedAt} exact />
      {': '}
      {t('loyaltyReview.done', {
        customers: number(progress.done),
        raised: number(raised),
        lowered: number(lowered),
        warned: number(warned),
      })}
    </Text>
  )
}

interface ChangesProps {
  readonly preview: Preview
  readonly tiers: TierProgram['tiers']
}

function Changes({ preview: { changes, reviewed }, tiers }: ChangesProps) {
  const { t } = useTranslation()
  const number = useNumber()
  const nameOf = useTierName()
  const called = (key: string) => {
    const tier = tiers.find((one) => one.key === key)
    return tier ? nameOf(tier) : key
  }
  if (changes.length === 0) return <Text size="sm">{t('loyaltyReview.nothing', { customers: number(reviewed) })}</Text>
  return (
    <div data-preview role="status">
      {changes.map((change) => (
        <OneChange change={change} tier={called(change.to)} key={`${change.what} ${change.from} ${change.to}`} />
      ))}
    </div>
  )
}

interface ChangeProps {
  readonly change: Change
  readonly tier: string
}

function OneChange({ change: { what, customers, named }, tier }: ChangeProps) {
  const { t } = useTranslation()
  return (
    <details>
      <summary>
        <Count>{customers}</Count> {t(`loyaltyChange.${what}`, { tier })}
      </summary>
      <List size="sm">
        {named.map(({ customerId, name, number }) => (
          <List.Item key={customerId}>
            <Link params={{ customerId } as never} to="/customers/$customerId">
              <Name>{name ?? number ?? customerId}</Name>
            </Link>
          </List.Item>
        ))}
      </List>
    </details>
  )
}
