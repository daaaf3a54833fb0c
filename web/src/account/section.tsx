import { Button, Group, Text, Title } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './account-page.module.css'

interface Props {
  readonly title: string
  readonly explained?: ReactNode
  readonly action?: ReactNode
  readonly children?: ReactNode
}

export function Section({ title, explained, action, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={classes.section}>
      <Group align="flex-start" gap="xs" justify="space-between">
        <div className={classes.heading}>
          <Title id={id} order={2} size="h5">
            {title}
          </Title>
          {explained && (
            <Text c="dimmed" component="div" mt={2} size="sm">
              {explained}
            </Text>
          )}
        </div>
        {action && <div className={classes.acts}>{action}</div>}
      </Group>
      {children}
    </section>
  )
}

interface Sure {
  readonly label: string
  readonly onSure: () => void
  readonly loading?: boolean
}

/** Irreversible actions need a second press. */
export function SureButton({ label, onSure, loading = false }: Sure) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  return (
    <Button
      color={asked ? 'red' : 'gray'}
      loading={loading}
      onBlur={() => setAsked(false)}
      onClick={() => {
        if (asked) onSure()
        setAsked(!asked)
      }}
      size="compact-sm"
      variant={asked ? 'filled' : 'default'}
    >
      {asked ? t('account.sure') : label}
    </Button>
  )
}
