import { useTranslation } from 'react-i18next'
import { Dialog } from '../design/dialog.tsx'
import classes from './shortcuts-modal.module.css'

const SHORTCUTS = [
  ['Ctrl K', 'shortcut.find'],
  ['?', 'shortcut.list'],
  ['/', 'shortcut.field'],
  ['↑ ↓', 'shortcut.move'],
  ['Enter', 'shortcut.choose'],
  ['J K', 'shortcut.row'],
  ['X', 'shortcut.select'],
  ['F2', 'shortcut.walkIn'],
  ['F4', 'shortcut.edit'],
  ['F8', 'shortcut.upgrade'],
  ['F9', 'shortcut.consent'],
  ['F10', 'shortcut.address'],
  ['Esc', 'shortcut.leave'],
] as const

export function ShortcutsModal({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog onClose={onClose} opened={opened} title={t('shell.shortcuts')}>
      <dl className={classes.list}>
        {SHORTCUTS.map(([keys, meaning]) => (
          <div className={classes.line} key={meaning}>
            <dt>{t(meaning)}</dt>
            <dd dir="ltr">
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
