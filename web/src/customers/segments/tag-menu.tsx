import { Button, Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'

interface Props {
  readonly tags: readonly { readonly key: string; readonly name: string }[]
  readonly onTag: (key: string) => void
}

/** Gives a tag that follows from no rule. */
export function TagMenu({ tags, onTag }: Props) {
  const { t } = useTranslation()
  if (tags.length === 0) return null
  return (
    <Menu shadow="md" withInitialFocusPlaceholder={false} withinPortal>
      <Menu.Target>
        <Button leftSection={<Icon name="add" size={14} />} size="compact-sm" variant="default">
          {t('segment.giveTag')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {tags.map(({ key, name }) => (
          <Menu.Item key={key} onClick={() => onTag(key)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
