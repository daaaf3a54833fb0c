import { Button, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { Icon } from '../../design/icons.tsx'
import { useNotifyFailure } from '../../design/notify.ts'
import { Name } from '../../design/written.tsx'
import type { Filter } from '../filter/filter.ts'
import type { ColumnName } from '../list/columns.tsx'
import { NewView } from './new-view.tsx'
import { useViews, useViewWrite } from './queries.ts'
import { columnsOf, filterOf, isShown, toSaved, type View } from './view-filter.ts'

interface Props {
  readonly filter: Filter
  readonly columns: readonly ColumnName[]
  readonly onView: (filter: Filter, columns: readonly ColumnName[]) => void
}

/** The user's saved views of the list, on every device. */
export function ViewsMenu({ filter, columns, onView }: Props) {
  const { t } = useTranslation()
  const write = useViewWrite()
  const notifyFailure = useNotifyFailure()
  const views = useViews().data?.items ?? []
  const [last, setLast] = useState<string | null>(null)
  const [naming, { open, close }] = useDisclosure(false)
  const now = toSaved(filter, columns)
  const shown = views.find((view) => isShown(view, now))
  const changed = shown ? undefined : views.find(({ id }) => id === last)

  function show(view: View) {
    setLast(view.id)
    onView(filterOf(view), columnsOf(view))
  }
  const replace = (view: View) =>
    write((kith) => kith.customers.replaceView({ viewId: view.id, name: view.name, ...now })).catch(notifyFailure)
  const remove = (view: View) => write((kith) => kith.customers.deleteView({ viewId: view.id })).catch(notifyFailure)
  return (
    <>
      <Menu shadow="md" withInitialFocusPlaceholder={false} withinPortal>
        <Menu.Target>
          <Button
            data-views
            fw={500}
            fz="sm"
            leftSection={<Icon name="views" size={14} />}
            rightSection={<Icon name="down" size={14} />}
            size="compact-md"
            variant="default"
          >
            {shown ? <Name>{shown.name}</Name> : t('view.views')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((view) => (
            <Menu.CheckboxItem checked={view === shown} closeMenuOnClick key={view.id} onChange={() => show(view)}>
              <Name>{view.name}</Name>
            </Menu.CheckboxItem>
          ))}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item leftSection={<Icon name="add" size={16} />} onClick={open}>
            {t('view.save')}
          </Menu.Item>
          {changed && (
            <Menu.Item leftSection={<Icon name="check" size={16} />} onClick={() => replace(changed)}>
              {t('view.replace', { name: changed.name })}
            </Menu.Item>
          )}
          {shown && (
            <Menu.Item leftSection={<Icon name="bin" size={16} />} onClick={() => remove(shown)}>
              {t('view.delete', { name: shown.name })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Dialog onClose={close} opened={naming} title={t('view.save')}>
        <NewView
          onClose={close}
          onSave={async (name) => {
            const { id } = await write((kith) => kith.customers.saveView({ name, ...now }))
            setLast(id)
          }}
        />
      </Dialog>
    </>
  )
}
