import { Button, Group, Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { useNumber } from '../language/format.ts'
import { Counts } from './counts.tsx'
import classes from './imports.module.css'
import { type Import, useStep } from './queries.ts'
import { Undo } from './result.tsx'

/** How far the present step has come. It goes on when this page is left. */
export function AtWork({ one }: { readonly one: Import }) {
  const { t } = useTranslation()
  const number = useNumber()
  const pause = useStep(one.id, (kith) => kith.imports.pause({ importId: one.id }))
  const resume = useStep(one.id, (kith) => kith.imports.resume({ importId: one.id }))
  const { done, all } = amount(one)
  return (
    <div className={classes.card}>
      <Group justify="space-between">
        <Text aria-live="polite" className="numbers" size="sm">
          {all === null ? t('imports.reading') : t('imports.rowsOf', { done: number(done), all: number(all) })}
        </Text>
        {one.state === 'running' && (
          <Button
            leftSection={<Icon name="pause" size={14} />}
            loading={pause.isPending}
            onClick={() => pause.mutate()}
            size="compact-sm"
            variant="default"
          >
            {t('imports.pause')}
          </Button>
        )}
        {one.state === 'paused' && (
          <Group gap="xs">
            <Undo one={one} />
            <Button
              leftSection={<Icon name="play" size={14} />}
              loading={resume.isPending}
              onClick={() => resume.mutate()}
              size="compact-sm"
            >
              {t('imports.resume')}
            </Button>
          </Group>
        )}
      </Group>
      <Progress
        animated={all === null}
        aria-label={t(`importState.${one.state}`)}
        my="sm"
        striped={all === null}
        value={all === null ? 100 : all === 0 ? 100 : (done / all) * 100}
      />
      <Counts one={one} />
      <Text c="dimmed" mt="sm" size="xs">
        {t('imports.goesOn')}
      </Text>
    </div>
  )
}

/** An undo counts customers, every other step rows. */
function amount({ state, rows, done, counts }: Import) {
  if (state !== 'undoing') return { done, all: rows }
  return { done: counts.undone + counts.kept, all: counts.created + counts.updated }
}
