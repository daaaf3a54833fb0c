import { Badge, CloseButton, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SegmentName, useSegments } from '../../person/segments.tsx'
import { type Customer, useSession } from '../../session/session.ts'
import { type OfCustomer, useTagging } from './queries.ts'
import { TagMenu } from './tag-menu.tsx'

interface Props {
  readonly customer: Customer
  readonly of: OfCustomer
}

/** The segment and the tags of a customer; a tag that follows from no rule is given and taken here. */
export function TagBadges({ customer: { id: customerId, restricted }, of: { segment, tags, explained } }: Props) {
  const { t } = useTranslation()
  const { may } = useSession()
  const change = useTagging(customerId)
  const known = useSegments().tags
  const mayTag = may('segments:tag') && !restricted
  const isByHand = (key: string) =>
    explained?.tags.some(({ rule, compared }) => rule.key === key && compared.length === 0)
  return (
    <Group gap="xs">
      {segment && (
        <Badge color="gray" size="lg" variant="light">
          <SegmentName of={segment.key} />
        </Badge>
      )}
      {tags.map(({ key }) => (
        <Badge
          color="gray"
          key={key}
          rightSection={
            mayTag &&
            isByHand(key) && (
              <CloseButton
                aria-label={t('segment.takeTag', { tag: key })}
                onClick={() => change.mutate({ tag: key, give: false })}
                size="xs"
              />
            )
          }
          size="lg"
          variant="outline"
        >
          <SegmentName of={key} />
        </Badge>
      ))}
      {mayTag && (
        <TagMenu
          onTag={(tag) => change.mutate({ tag, give: true })}
          tags={known.filter(({ key }) => isByHand(key) && tags.every((one) => one.key !== key))}
        />
      )}
    </Group>
  )
}
