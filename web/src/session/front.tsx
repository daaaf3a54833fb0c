import { Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { LookSwitches } from '../design/look-switches.tsx'
import { coloured, Hours, Mark, useFaceHere } from './face.tsx'
import classes from './front.module.css'

interface Props {
  readonly title: ReactNode
  readonly explained?: ReactNode
  readonly children?: ReactNode
}

/** The single card of a page before sign-in. */
export function Front({ title, explained, children }: Props) {
  const face = useFaceHere()
  return (
    <main className={classes.page} style={coloured(face)}>
      <div className={classes.switches}>
        <LookSwitches />
      </div>
      <Paper className={classes.card} withBorder>
        <Stack gap="md">
          <Mark className={classes.mark} face={face} />
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
          <Hours face={face} />
        </Stack>
      </Paper>
    </main>
  )
}
