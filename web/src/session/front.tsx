import { Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { LookSwitches } from '../design/look-switches.tsx'
import classes from './front.module.css'

interface Props {
  readonly title: ReactNode
  readonly explained?: ReactNode
  readonly children?: ReactNode
}

/** The single card of a page before sign-in. */
export function Front({ title, explained, children }: Props) {
  return (
    <main className={classes.page}>
      <div className={classes.switches}>
        <LookSwitches />
      </div>
      <Paper className={classes.card} withBorder>
        <Stack gap="md">
          <div aria-hidden="true" className={classes.mark} />
          <div>
            <Title order={1} size="h3">
              {title}
            </Title>
            {explained && (
              <Text c="dimmed" mt={2} size="sm">
                {explained}
              </Text>
            )}
          </div>
          {children}
        </Stack>
      </Paper>
    </main>
  )
}
