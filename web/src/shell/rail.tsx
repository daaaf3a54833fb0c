import { UnstyledButton } from '@mantine/core'
import { useClickOutside, useDisclosure } from '@mantine/hooks'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icons.tsx'
import { useSession } from '../session/session.ts'
import { PLACES_IN_HAND, type Place, placesFor } from './places.ts'
import classes from './rail.module.css'

/** The places: at the side, and on a phone at the bottom. */
export function Rail() {
  const { t } = useTranslation()
  const { may } = useSession()
  const places = placesFor(may)
  const isLong = places.length > PLACES_IN_HAND + 1
  const rest = isLong ? places.slice(PLACES_IN_HAND) : []
  return (
    <nav aria-label={t('shell.places')} className={classes.rail}>
      {places.map((place) => (
        <To isInMore={rest.includes(place)} key={place.to} place={place} />
      ))}
      {isLong && <More places={rest} />}
    </nav>
  )
}

interface ToProps {
  readonly place: Place
  readonly isInMore?: boolean
  readonly onGo?: () => void
}

function To({ place: { to, icon, label }, isInMore = false, onGo }: ToProps) {
  const { t } = useTranslation()
  return (
    <Link
      activeProps={{ 'aria-current': 'page' }}
      className={classes.place}
      data-in-more={isInMore || undefined}
      onClick={onGo}
      to={to}
    >
      <Icon name={icon} size={22} />
      <span>{t(label)}</span>
    </Link>
  )
}

function More({ places }: { readonly places: readonly Place[] }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const [opened, { close, toggle }] = useDisclosure(false)
  const box = useClickOutside<HTMLDivElement>(close)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what it holds is operated, it only closes
    <div
      className={classes.more}
      // A tap may focus nothing.
      onBlur={({ currentTarget, relatedTarget: next }) => next && !currentTarget.contains(next) && close()}
      onKeyDown={({ key }) => key === 'Escape' && close()}
      ref={box}
    >
      <UnstyledButton
        aria-controls="more-places"
        aria-expanded={opened}
        className={classes.place}
        data-here={places.some(({ to }) => pathname.startsWith(to)) || undefined}
        onClick={toggle}
      >
        <Icon name="dots" size={22} />
        <span>{t('shell.more')}</span>
      </UnstyledButton>
      <div className={classes.others} hidden={!opened} id="more-places">
        {opened && places.map((place) => <To key={place.to} onGo={close} place={place} />)}
      </div>
    </div>
  )
}
