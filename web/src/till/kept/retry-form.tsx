import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PhoneField } from '../../design/phone-field.tsx'
import { changeAndRetry, type Stub, type Waiting } from '../../offline/waiting.ts'

interface Props {
  readonly entry: Waiting
  readonly stub: Stub
  readonly onDone: () => void
}

/** Corrects a refused entry, which then waits again. */
export function RetryForm({ entry, stub: refused, onDone }: Props) {
  const { t } = useTranslation()
  const [stub, setStub] = useState(refused)
  async function save(event: FormEvent) {
    event.preventDefault()
    await changeAndRetry(entry, { stub })
    onDone()
  }
  return (
    <form onSubmit={save}>
      <Stack gap="xs" mt="sm">
        <SimpleGrid cols={2} spacing="xs">
          {(['firstName', 'lastName'] as const).map((field) => (
            <TextInput
              autoComplete="off"
              autoFocus={field === 'firstName'}
              key={field}
              label={t(`field.${field}`)}
              name={field}
              onChange={(event) => setStub({ ...stub, [field]: event.currentTarget.value })}
              value={stub[field] ?? ''}
            />
          ))}
        </SimpleGrid>
        <PhoneField
          autoComplete="off"
          label={t('field.phone')}
          name="phone"
          onChange={(phone) => setStub({ ...stub, phone })}
          value={stub.phone ?? ''}
        />
        <Group gap="xs">
          <Button size="compact-sm" type="submit">
            {t('offline.retry')}
          </Button>
          <Button onClick={onDone} size="compact-sm" variant="default">
            {t('act.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
