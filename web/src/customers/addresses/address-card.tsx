import { Button, Group, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { useNotifyFailure } from '../../design/notify.ts'
import { notifyWithUndo } from '../../design/notify-with-undo.tsx'
import { Code, Name } from '../../design/written.tsx'
import { englishCountryName } from '../../language/format.ts'
import { OwnFields } from '../../person/own-fields.tsx'
import { PointMap } from '../map/point-map.tsx'
import classes from './addresses.module.css'
import { type Address, type AddressBook, useAddressWrite } from './book.ts'

interface Props {
  readonly book: AddressBook
  readonly address: Address
  readonly onEdit: () => void
}

export function AddressCard({ book, address, onEdit }: Props) {
  const { t } = useTranslation()
  const write = useAddressWrite(book)
  const notifyFailure = useNotifyFailure()
  const [busy, setBusy] = useState(false)
  const { latitude, longitude } = address
  const name = useAddressName(address)
  const type = t(`addressType.${address.type}`)
  const scripts = useScripts(address)

  async function attempt(work: () => Promise<unknown>) {
    setBusy(true)
    await work().catch(notifyFailure)
    setBusy(false)
  }
  const remove = async () => {
    await write(book.remove(address.id))
    const restore = () => write(book.restore(address.id)).catch(notifyFailure)
    notifyWithUndo(t('address.deleted', { name }), t('act.undo'), restore)
  }
  return (
    <article aria-label={name} className={classes.card}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} size="md">
          <Name>{name}</Name>
        </Text>
        {name !== type && (
          <Text c="dimmed" component="span" size="xs">
            {type}
          </Text>
        )}
      </Group>
      <div className={classes.scripts}>
        {scripts.map((lines) => (
          <Lines key={lines.join('\n')} lines={lines} />
        ))}
      </div>
      {address.deliveryNotes && (
        <Text c="dimmed" dir="auto" size="sm">
          {address.deliveryNotes}
        </Text>
      )}
      {!book.isOwn && (
        <OwnFields
          key={address.version}
          mayWrite={book.mayWrite}
          on="address"
          onSave={(ownFields) => write(book.change(address.id, { ownFields }, address.version))}
          values={address.ownFields}
        />
      )}
      {latitude !== null && longitude !== null && (
        <>
          <PointMap
            country={englishCountryName(address.country)}
            label={t('map.of', { name })}
            point={{ latitude, longitude }}
          />
          <Text c="dimmed" size="xs">
            <Code>{`${latitude}, ${longitude}`}</Code>
          </Text>
        </>
      )}
      {address.verification !== 'unverified' && (
        <span className={classes.verdict} data-tone={address.verification}>
          <Icon name={address.verification === 'verified' ? 'check' : 'warning'} size={14} />
          {t(`addressCheck.${address.verification}`)}
        </span>
      )}
      {book.mayWrite && (
        <Group className={classes.actions} justify="space-between">
          <Switch
            aria-label={t('address.isDefault', { name })}
            checked={address.isDefault}
            disabled={busy}
            label={t('address.default')}
            onChange={() => {
              if (!address.isDefault) void attempt(() => write(book.makeDefault(address.id)))
            }}
            size="sm"
          />
          <Group gap="xs">
            <Button leftSection={<Icon name="edit" size={14} />} onClick={onEdit} size="compact-sm" variant="default">
              {t('act.edit')}
            </Button>
            <Button
              disabled={busy}
              leftSection={<Icon name="bin" size={14} />}
              onClick={() => attempt(remove)}
              size="compact-sm"
              variant="default"
            >
              {t('act.delete')}
            </Button>
          </Group>
        </Group>
      )}
    </article>
  )
}

/** The label in the script of the reader, else the type. */
export function useAddressName({ label, label2, type }: Address): string {
  const { t, i18n } = useTranslation()
  const [first, second] = i18n.language === 'ar' ? [label2, label] : [label, label2]
  return first ?? second ?? t(`addressType.${type}`)
}

/** In each known script, that of the reader first. */
function useScripts({ formatted, formatted2 }: Address): readonly (readonly string[])[] {
  const { i18n } = useTranslation()
  // Parts known in one script only appear in both, divided by the commas of each.
  if (!formatted2 || formatted2.lines.join() === formatted.lines.join()) return [formatted.lines]
  return i18n.language === 'ar' ? [formatted2.lines, formatted.lines] : [formatted.lines, formatted2.lines]
}

/** In the postal format of the country. */
function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <address className={classes.lines} dir="auto">
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </address>
  )
}
