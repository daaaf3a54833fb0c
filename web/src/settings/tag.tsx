import type { ReactNode } from 'react'
import badges from '../design/badges.module.css'

interface Props {
  readonly tone: 'quiet' | 'warm' | 'accent' | 'blue' | 'danger'
  readonly children: ReactNode
}

export const Tag = ({ tone, children }: Props) => (
  <span className={badges.badge} data-tone={tone}>
    {children}
  </span>
)
