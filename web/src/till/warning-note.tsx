import { Paper, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Name } from '../design/written.tsx'

/** Warnings about this customer, above all figures. */
export function WarningNote({ children }: { readonly children: string }) {
  const { t } = useTranslation()
  return (
    <Paper bg="var(--kith-warm-soft)" c="var(--kith-warm-ink)" data-notes p="sm" radius="md">
      <Text size="xs">{t('field.notes')}</Text>
      <Text fw={550} size="md" style={{ whiteSpace: 'pre-wrap' }}>
        <Name>{children}</Name>
      </Text>
    </Paper>
  )
}
