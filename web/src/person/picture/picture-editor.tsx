import { Button, FileButton, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pictureFrom } from '../../design/picture-from.ts'
import { useReason } from '../../design/states.tsx'

const PICTURES = 'image/png,image/jpeg,image/webp'

interface Props {
  readonly hasOne: boolean
  /** Null: it can only be removed. */
  readonly onChoose: ((picture: string) => Promise<unknown>) | null
  readonly onRemove: () => Promise<unknown>
}

/** A picture is chosen, and saved at once. */
export function PictureEditor({ hasOne, onChoose, onRemove }: Props) {
  const { t } = useTranslation()
  const reason = useReason()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function save(write: () => Promise<unknown>) {
    setBusy(true)
    setProblem(null)
    await write().catch((error: unknown) => setProblem(reason(error)))
    setBusy(false)
  }
  async function choose(file: File | null) {
    if (!file || !onChoose) return
    const picture = await pictureFrom(file, 'square').catch(() => null)
    if (picture === null) setProblem(t('picture.unreadable'))
    else await save(() => onChoose(picture))
  }
  return (
    <>
      <Group gap="xs">
        {onChoose && (
          <FileButton accept={PICTURES} onChange={(file) => void choose(file)}>
            {(props) => (
              <Button {...props} data-choose-picture loading={busy} size="sm" variant="default">
                {t('picture.choose')}
              </Button>
            )}
          </FileButton>
        )}
        {hasOne && (
          <Button data-remove-picture disabled={busy} onClick={() => void save(onRemove)} size="sm" variant="default">
            {t('picture.remove')}
          </Button>
        )}
      </Group>
      {problem && (
        <Text c="red" role="alert" size="sm">
          {problem}
        </Text>
      )}
    </>
  )
}
