import { Button, Menu, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog, Dialog } from '../../design/dialog.tsx'
import { Icon } from '../../design/icons.tsx'
import { useNotifyFailure } from '../../design/notify.ts'
import { Name } from '../../design/written.tsx'
import { useSession } from '../../session/session.ts'
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

/** The user's saved views of the list, on every device, and those that colleagues share. */
export function ViewsMenu({ filter, columns, onView }: Props) {
  const { t } = useTranslation()
  const { may } = useSession()
  const write = useViewWrite()
  const notifyFailure = useNotifyFailure()
  const views = useViews().data?.items ?? []
  const [last, setLast] = useState<string | null>(null)
  const [naming, { open, close }] = useDisclosure(false)
  const now = toSaved(filter, columns)
  const shown = views.find((view) => isShown(view, now))
  const [deleting, setDeleting] = useState<View | null>(null)
  const mayShare = may('views:share')
  const mayChange = (view: View) => view.own || mayShare
  const mayReplace = (view: View) => mayShare || (view.own && !view.shared)
  const changed = shown ? undefined : views.find((view) => view.id === last && mayReplace(view))
  const shared = views.filter(({ own }) => !own)

  function show(view: View) {
    setLast(view.id)
    onView(filterOf(view), columnsOf(view))
  }
  const replace = (view: View) =>
    write((kith) => kith.customers.replaceView({ viewId: view.id, name: view.name, ...now })).catch(notifyFailure)
  const share = ({ id: viewId, name, filter, columns, shared }: View) =>
    write((kith) => kith.customers.replaceView({ viewId, name, filter, columns, shared: !shared })).catch(notifyFailure)
  const remove = (view: View) => write((kith) => kith.customers.deleteView({ viewId: view.id }))
  const item = (view: View) => (
    <Menu.CheckboxItem
      checked={view === shown}
      closeMenuOnClick
      data-shared={view.shared || undefined}
      key={view.id}
      onChange={() => show(view)}
      rightSection={view.own && view.shared && <Icon name="people" size={14} />}
    >
      <Name>{view.name}</Name>
    </Menu.CheckboxItem>
  )
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
          {views.filter(({ own }) => own).map(item)}
          {shared.length > 0 && <Menu.Label>{t('view.shared')}</Menu.Label>}
          {shared.map(item)}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item leftSection={<Icon name="add" size={16} />} onClick={open}>
            {t('view.save')}
          </Menu.Item>
          {changed && (
            <Menu.Item leftSection={<Icon name="check" size={16} />} onClick={() => replace(changed)}>
              {t('view.replace', { name: changed.name })}
            </Menu.Item>
          )}
          {shown && (mayShare || (shown.own && shown.shared)) && (
            <Menu.Item data-share leftSection={<Icon name="people" size={16} />} onClick={() => share(shown)}>
              {t(shown.shared ? 'view.unshare' : 'view.share', { name: shown.name })}
            </Menu.Item>
          )}
          {shown && mayChange(shown) && (
            <Menu.Item
              leftSection={<Icon name="bin" size={16} />}
              onClick={() => (shown.shared ? setDeleting(shown) : remove(shown).catch(notifyFailure))}
            >
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
      {deleting && (
        <ActDialog
          act={t('act.delete')}
          danger
          onAct={() => remove(deleting)}
          onClose={() => setDeleting(null)}
          opened
          title={t('view.delete', { name: deleting.name })}
        >
          <Text size="sm">{t('view.deleteShared')}</Text>
        </ActDialog>
      )}
    </>
  )
}
