import { Title } from '@mantine/core'
import { Navigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '../account/own.ts'
import classes from './mine.module.css'

interface Props {
  readonly title: string
  readonly explained: string
  readonly children: ReactNode
}

/** A page for customers; staff accounts have none. */
export function OwnPage({ title, explained, children }: Props) {
  const me = useMe()
  if (me.data && !me.data.customer) return <Navigate replace to="/account" />
  return (
    <>
      <div>
        <Title order={1} size="h3">
          {title}
        </Title>
        <p className={classes.lead}>{explained}</p>
      </div>
      {children}
    </>
  )
}
