import type { Input } from '@kith/sdk'
import { Alert, List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useReason } from '../../design/states.tsx'
import { Becomes, Code, Moment, Name } from '../../design/written.tsx'
import { Written } from '../feature-list.tsx'
import { useOwnName } from '../names.ts'
import { usePreview } from '../queries.ts'

interface Props {
  readonly customerId: string
  readonly change: Omit<Input<'membership.preview'>, 'customerId'> | null
}

/** What a change will mean for the person, before it is made. */
export function ChangePreview({ customerId, change }: Props) {
  const { t } = useTranslation()
  const nameOf = useOwnName()
  const reason = useReason()
  const { data, error } = usePreview(customerId, change)
  if (error)
    return (
      <Alert color="red" role="alert" variant="light">
        {reason(error)}
      </Alert>
    )
  if (!data) return null
  const { at, tier, features } = data
  const isSame = tier.from.key === tier.to.key
  return (
    <Alert color="gray" data-preview role="status" title={t('plan.whatChanges')} variant="light">
      <Moment at={at} exact />
      <List size="sm">
        <List.Item>
          {isSame
            ? t('plan.sameTier', { tier: nameOf(tier.to.name) })
            : t('plan.otherTier', { from: nameOf(tier.from.name), to: nameOf(tier.to.name) })}
        </List.Item>
        {features.map(({ key, name, from, to }) => (
          <List.Item key={key}>
            {name ? <Name>{nameOf(name)}</Name> : <Code>{key}</Code>}: <Written value={from} />
            <Becomes />
            <Written value={to} />
          </List.Item>
        ))}
        {features.length === 0 && <List.Item>{t('plan.sameFeatures')}</List.Item>}
      </List>
    </Alert>
  )
}
