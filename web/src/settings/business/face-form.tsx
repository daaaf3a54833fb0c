import type { Output } from '@kith/sdk'
import { Button, FileButton, Group, Text, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '../../design/form.tsx'
import { pictureFrom } from '../../design/picture-from.ts'
import { refusedFields } from '../../design/refused-fields.ts'
import { FACE } from '../../session/face.tsx'
import { useAct } from '../act.ts'
import classes from '../settings-page.module.css'
import { ScheduleFields } from './schedule-fields.tsx'

const PICTURES = 'image/png,image/jpeg,image/webp'
/** Kith's own, where a business has chosen none. */
const FIRST_COLOUR = '#0f6b5d'

interface Props {
  readonly face: Output<'tenants.face'>
  readonly refreshes: readonly [section: string]
}

/** What customers see of the business: on their screens, at the counter and in e-mails. */
export function FaceForm({ face, refreshes }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [logo, setLogo] = useState(face.logo)
  const [isUnreadable, setUnreadable] = useState(false)
  const [colour, setColour] = useState(face.colour)
  const [hours, setHours] = useState(face.hours ?? '')
  const [hours2, setHours2] = useState(face.hours2 ?? '')
  const [schedule, setSchedule] = useState(face.schedule)
  const save = useAct(
    (kith) =>
      kith.tenants.changeFace({ logo, colour, schedule, hours: hours.trim() || null, hours2: hours2.trim() || null }),
    {
      refreshes,
      says: t('settings.saved'),
      onDone: () => void queries.invalidateQueries({ queryKey: FACE }),
      inForm: true,
    },
  )
  const errors = refusedFields(save.error)
  async function choose(file: File | null) {
    if (!file) return
    const made = await pictureFrom(file, 'whole').catch(() => null)
    setUnreadable(made === null)
    if (made !== null) setLogo(made)
  }
  return (
    <section aria-label={t('settings.face')} className={classes.card} data-face data-narrow>
      <h2 className={classes.cardTitle}>{t('settings.face')}</h2>
      <Text c="dimmed" mb="md" size="sm">
        {t('settings.faceExplained')}
      </Text>
      <Form act={save} onSubmit={() => save.mutate(undefined)} submit={t('settings.faceSave')}>
        <div className={classes.fields}>
          <Group gap="sm">
            {logo && <img alt={t('settings.logo')} className={classes.logo} src={logo} />}
            <FileButton accept={PICTURES} onChange={(file) => void choose(file)}>
              {(props) => (
                <Button {...props} size="sm" variant="default">
                  {t('settings.logoChoose')}
                </Button>
              )}
            </FileButton>
            {logo && (
              <Button onClick={() => setLogo(null)} size="sm" variant="subtle">
                {t('settings.logoRemove')}
              </Button>
            )}
          </Group>
          {(isUnreadable || errors['logo']) && (
            <Text c="red" role="alert" size="sm">
              {errors['logo'] ?? t('settings.logoUnreadable')}
            </Text>
          )}
          <Group align="end" gap="sm">
            <TextInput
              error={errors['colour']}
              label={t('settings.colour')}
              name="colour"
              onChange={(event) => setColour(event.currentTarget.value)}
              type="color"
              value={colour ?? FIRST_COLOUR}
              w="6rem"
            />
            {colour && (
              <Button onClick={() => setColour(null)} size="sm" variant="subtle">
                {t('settings.colourRemove')}
              </Button>
            )}
          </Group>
          <ScheduleFields errors={errors} onSchedule={setSchedule} schedule={schedule} />
          <Textarea
            error={errors['hours']}
            label={t('settings.hoursText')}
            maxLength={300}
            minRows={2}
            name="hours"
            onChange={(event) => setHours(event.currentTarget.value)}
            value={hours}
          />
          <Textarea
            error={errors['hours2']}
            label={t('settings.hours2')}
            maxLength={300}
            minRows={2}
            name="hours2"
            onChange={(event) => setHours2(event.currentTarget.value)}
            value={hours2}
          />
        </div>
      </Form>
    </section>
  )
}
