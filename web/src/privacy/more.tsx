import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface Props {
  readonly list: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    fetchNextPage(): Promise<unknown>
  }
}

export function More({ list }: Props) {
  const { t } = useTranslation()
  if (!list.hasNextPage) return null
  return (
    <Button
      display="block"
      loading={list.isFetchingNextPage}
      m="sm"
      mx="auto"
      onClick={() => void list.fetchNextPage()}
      size="sm"
      variant="default"
    >
      {t('act.more')}
    </Button>
  )
}
