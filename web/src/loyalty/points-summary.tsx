import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import badge from '../design/badges.module.css'
import { Count, Moment } from '../design/written.tsx'
import { useAmount } from '../language/format.ts'
import type { LoyaltyAccount } from './queries.ts'
import { useTierName } from './tier-name.ts'
import { vestings } from './vestings.ts'

const BESIDE = ['pending', 'reserved', 'debt'] as const
const ENDINGS_SHOWN = 3

interface Props {
  readonly account: LoyaltyAccount
  /** How many of the dates on which points end are shown. */
  readonly endings?: number
}

/** What there is to spend, what is not yet, what is owed and where it leads. */
export function PointsSummary({ account, endings = ENDINGS_SHOWN }: Props) {
  const { t } = useTranslation()
  const amount = useAmount()
  return (
    <Stack data-points gap="xs">
      <Group align="baseline" gap="sm">
        <Text fw={650} size="xl">
          <Count>{account.balance}</Count> {t('points.points', { count: account.balance })}
        </Text>
        {account.balance > 0 && (
          <Text c="dimmed" size="sm">
            {t('points.worth', { amount: `${amount(account.worth)} ${account.currency}` })}
          </Text>
        )}
        {BESIDE.filter((name) => account[name] > 0).map((name) => (
          <span className={badge.badge} data-tone={name === 'debt' ? 'danger' : 'quiet'} key={name}>
            <Count>{account[name]}</Count> {t(`pointsVolume.${name}`)}
          </span>
        ))}
      </Group>
      <TierLine account={account} />
      {account.ending.slice(0, endings).map(({ at, points }) => (
        <Text c="dimmed" key={at} size="sm">
          <Count>{points}</Count> {t('points.expire')} <Moment at={at} />
        </Text>
      ))}
      {vestings(account.waiting).map(({ at, points }) => (
        <Text c="dimmed" data-vests key={at} size="sm">
          <Count>{points}</Count> {t('points.vest')} <Moment at={at} />
        </Text>
      ))}
      {account.waiting.some(({ delivery }) => delivery) && (
        <Text c="dimmed" size="sm">
          {t('points.waitForDelivery')}
        </Text>
      )}
      {account.waiting.some(({ proof }) => proof) && (
        <Text c="dimmed" size="sm">
          {t('points.waitForProof')}
        </Text>
      )}
      {account.waiting.some(({ sale }) => sale) && (
        <Text c="dimmed" size="sm">
          {t('points.waitForSale')}
        </Text>
      )}
    </Stack>
  )
}

function TierLine({ account: { tier, currency } }: { readonly account: LoyaltyAccount }) {
  const { t } = useTranslation()
  const amount = useAmount()
  const nameOf = useTierName()
  const money = (decimal: string) => `${amount(decimal)} ${currency}`
  return (
    <Text size="sm">
      {tier.current ? nameOf(tier.current) : t('points.noTier')}
      {tier.current && tier.projected.key !== tier.current.key && (
        <Text c="dimmed" component="span" data-projected={tier.projected.key}>
          {' · '}
          {t('points.projected', { tier: nameOf(tier.projected) })}
        </Text>
      )}
      {tier.toReach && (
        <Text c="dimmed" component="span">
          {' · '}
          {t('points.toReach', { amount: money(tier.toReach.missing), tier: nameOf(tier.toReach.tier) })}
        </Text>
      )}
      {tier.toKeep && (
        <Text c="dimmed" component="span">
          {' · '}
          {t('points.toKeep', { amount: money(tier.toKeep.missing) })}
          {tier.toKeep.until && (
            <>
              {' · '}
              {t('points.keptUntil')} <Moment at={tier.toKeep.until} />
            </>
          )}
        </Text>
      )}
    </Text>
  )
}
