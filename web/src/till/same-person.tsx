import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { TypeBadge } from '../design/badges.tsx'
import { Icon } from '../design/icons.tsx'
import { Name, Phone } from '../design/written.tsx'
import { useFound } from '../person/queries.ts'
import type { NewPerson } from './typed.ts'

const DEBOUNCE_MS = 200
const SHOWN = 3
const PHONE_DIGITS = 7

interface Props {
  readonly person: NewPerson
  readonly onPerson: (id: string) => void
}

/** Shows customers with this phone or a similar name before saving. */
export function SamePerson({ person, onPerson }: Props) {
  const { t } = useTranslation()
  const digits = person.phone.replace(/[^\p{Nd}+]/gu, '')
  const [phone] = useDebouncedValue(digits.length < PHONE_DIGITS ? '' : digits, DEBOUNCE_MS)
  const [name] = useDebouncedValue(`${person.firstName} ${person.lastName}`.trim(), DEBOUNCE_MS)
  const byPhone = useFound(phone, SHOWN).data?.items ?? []
  const byName = useFound(name, SHOWN).data?.items ?? []
  const known = new Set(byPhone.map(({ id }) => id))
  const likely = [
    ...(phone ? byPhone.map((one) => ({ ...one, because: t('till.samePhone') })) : []),
    ...(name ? byName.filter(({ id }) => !known.has(id)).map((one) => ({ ...one, because: t('till.nearName') })) : []),
  ].slice(0, SHOWN)

  if (likely.length === 0) return null
  return (
    <Paper bg="var(--kith-warm-soft)" p="sm" role="status">
      <Group c="var(--kith-warm-ink)" gap="xs" mb="xs">
        <Icon name="people" />
        <Text fw={600} size="sm">
          {t('till.sameQuestion')}
        </Text>
      </Group>
      <Stack gap={6}>
        {likely.map(({ id, name, phone, type, because }) => (
          <Group gap="sm" justify="space-between" key={id} wrap="nowrap">
            <div>
              <Text component="div" fw={550} size="sm">
                <Name>{name}</Name> <TypeBadge type={type} />
              </Text>
              <Text c="var(--kith-warm-ink)" component="div" size="xs">
                {because} {phone && <Phone>{phone}</Phone>}
              </Text>
            </div>
            <Button onClick={() => onPerson(id)} size="compact-sm" variant="default">
              {t('till.itIs')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Paper>
  )
}
