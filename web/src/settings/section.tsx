import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failure, NoPermission, SkeletonRows } from '../design/states.tsx'
import { useSession } from '../session/session.ts'
import classes from './settings-page.module.css'

interface Head {
  readonly title: string
  readonly explained: string
  readonly action?: ReactNode
}

export function SectionHead({ title, explained, action }: Head) {
  return (
    <header className={classes.head}>
      <div>
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.explained}>{explained}</p>
      </div>
      {action}
    </header>
  )
}

interface Props<Data> extends Head {
  readonly needs: string
  readonly read: UseQueryResult<Data>
  readonly children: (data: Data) => ReactNode
}

/** One page of the settings, in each of its states. */
export function Section<Data>({ needs, read, children, ...head }: Props<Data>) {
  const { may } = useSession()
  if (!may(needs)) return <NoPermission />
  return (
    <>
      <SectionHead {...head} action={read.data && head.action} />
      {read.data ? (
        children(read.data)
      ) : read.error ? (
        <Failure error={read.error} onRetry={read.refetch} />
      ) : (
        <div className={classes.card}>
          <SkeletonRows rows={6} />
        </div>
      )}
    </>
  )
}
