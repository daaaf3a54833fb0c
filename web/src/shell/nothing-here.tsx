import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../design/states.tsx'

export function NothingHere(): ReactNode {
  const { t } = useTranslation()
  const home = (
    <Button component={Link} mt="xs" size="sm" to="/till" variant="default">
      {t('state.toTill')}
    </Button>
  )
  return (
    <Empty action={home} icon="search" level={1} title={t('state.nothingHere')}>
      {t('state.nothingHereExplained')}
    </Empty>
  )
}
