import { KithRefusal } from '@kith/sdk'
import { Button, Loader, Skeleton, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { inOwnDigits } from '../language/digits.ts'
import { NotKept } from '../reach/not-kept.ts'
import { onceReached } from '../reach/reach.ts'
import { isUnreachable } from '../reach/unreachable.ts'
import { Icon, type IconName } from './icons.tsx'
import classes from './states.module.css'

interface Notice {
  /** Where the screen has no other heading. */
  readonly level?: 1 | 2
  /** Where a whole list is empty a drawing stands in its place. */
  readonly icon?: IconName
  readonly drawing?: ReactNode
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** Replaces missing content: empty, no permission, unreachable. */
function Instead({
  icon,
  drawing,
  title,
  children,
  action,
  level = 2,
  alert = false,
}: Notice & { readonly alert?: boolean }) {
  return (
    <div className={classes.instead} role={alert ? 'alert' : undefined}>
      {drawing}
      {icon && (
        <div className={classes.icon}>
          <Icon name={icon} size={24} />
        </div>
      )}
      <Title order={level} size="h5">
        {title}
      </Title>
      {children && (
        <Text c="dimmed" maw="26rem" size="sm" ta="center">
          {children}
        </Text>
      )}
      {action}
    </div>
  )
}

export function Empty({ children, ...notice }: Notice) {
  return <Instead {...notice}>{children}</Instead>
}

export function NoPermission() {
  const { t } = useTranslation()
  return (
    <Instead icon="lock" title={t('state.noPermission')}>
      {t('state.noPermissionExplained')}
    </Instead>
  )
}

export function Loading() {
  const { t } = useTranslation()
  return (
    <div aria-label={t('state.loading')} className={classes.instead} role="status">
      <Loader size="sm" type="dots" />
    </div>
  )
}

/** A skeleton of the coming content, so that nothing jumps. */
export function SkeletonRows({ rows = 8, height = 28 }: { readonly rows?: number; readonly height?: number }) {
  const { t } = useTranslation()
  return (
    <Stack aria-label={t('state.loading')} gap="sm" p="md" role="status">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton height={height} key={row} width={`${100 - ((row * 7) % 30)}%`} />
      ))}
    </Stack>
  )
}

/** The server's error and a button to try again. While the server cannot be reached, the screen tries by itself. */
export function Failure({
  error,
  onRetry,
}: {
  readonly error: unknown
  readonly onRetry?: (() => unknown) | undefined
}) {
  const { t } = useTranslation()
  const again = useEffectEvent(async () => {
    await onRetry?.()
    // Success removes this from the screen.
    return false
  })
  const comesBack = onRetry !== undefined && isUnreachable(error)
  useEffect(() => (comesBack ? onceReached(again) : undefined), [comesBack])
  if (error instanceof KithRefusal && error.status === 403) return <NoPermission />
  const refused = error instanceof KithRefusal
  const retry = onRetry && (
    <Button mt="xs" onClick={() => onRetry()} size="sm" variant="default">
      {t('state.retry')}
    </Button>
  )
  return refused ? (
    <Instead action={retry} alert icon="warning" title={t('state.failed')}>
      {inOwnDigits(error.message)}
    </Instead>
  ) : (
    <Instead action={retry} alert icon="offline" title={t('state.unreachable')}>
      {t('state.unreachableExplained')}
    </Instead>
  )
}

const NOT_KEPT = {
  'no session': 'offline.notKeptYet',
  full: 'offline.notKeptFull',
  refused: 'offline.notKeptRefused',
} as const

/** The error in one line, for a form. */
export function useReason(): (error: unknown) => string {
  const { t } = useTranslation()
  return (error) => {
    if (error instanceof NotKept) return t(NOT_KEPT[error.why])
    if (!(error instanceof KithRefusal)) return t('state.unreachableExplained')
    return error.code === 'proof_needed' ? t('proof.notGiven') : inOwnDigits(error.message)
  }
}
