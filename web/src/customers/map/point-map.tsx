import { ActionIcon } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icons.tsx'
import { englishCountryName, useCountryName, useDistance } from '../../language/format.ts'
import { useCountries } from './countries.ts'
import classes from './point-map.module.css'
import {
  ASPECT,
  around,
  boxOf,
  grid,
  labels,
  narrowing,
  type Point,
  pointAt,
  scaleBar,
  seen,
  type View,
  whole,
  within,
  zoomed,
} from './view.ts'
import { type Country, loadWorld } from './world.ts'

interface Props {
  readonly label: string
  readonly point: Point | null
  /** The country shown without a point, in English. */
  readonly country: string
  /** Without it the map is read-only. */
  readonly onMove?: (point: Point) => void
}

const WORLD: View = { middle: { latitude: 20, longitude: 30 }, height: 90 }
const DRAGGED_PX = 4
/** A fraction of the height; the movable map is larger. */
const PIN = 0.01
const ARROWS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/** Coasts and borders, drawn locally: no other server learns where a customer lives. North is up, and it never mirrors. */
export function PointMap({ label, point, country, onMove }: Props) {
  const { t } = useTranslation()
  const { data: world } = useQuery({ queryKey: ['world'], queryFn: loadWorld, staleTime: Infinity, gcTime: Infinity })
  const [moved, setMoved] = useState<View | null>(null)
  const view = moved ?? (point ? around(point) : startOf(world, country))
  const dragging = useRef<{ x: number; y: number; from: View } | null>(null)

  function placeOf({ currentTarget, clientX, clientY }: PointerEvent) {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    return { x: (clientX - left) / width, y: (clientY - top) / height, px: width }
  }
  function down(event: PointerEvent) {
    dragging.current = { ...placeOf(event), from: view }
  }
  function drag(event: PointerEvent) {
    const begun = dragging.current
    if (!begun || event.buttons === 0) return
    const { x, y, px } = placeOf(event)
    if (Math.abs(x - begun.x) + Math.abs(y - begun.y) < DRAGGED_PX / px) return
    setMoved({ ...begun.from, middle: pointAt(begun.from, 0.5 - (x - begun.x), 0.5 - (y - begun.y)) })
  }
  function up(event: PointerEvent) {
    const begun = dragging.current
    dragging.current = null
    const { x, y, px } = placeOf(event)
    if (!begun || !onMove || Math.abs(x - begun.x) + Math.abs(y - begun.y) >= DRAGGED_PX / px) return
    setMoved(view)
    onMove(pointAt(view, x, y))
  }
  function press(event: KeyboardEvent) {
    const arrow = ARROWS[event.key]
    if (event.key === '+' || event.key === '-') setMoved(zoomed(view, event.key === '+' ? 2 : 0.5))
    else if (arrow && onMove) {
      const { latitude, longitude } = point ?? view.middle
      const step = view.height / 40
      const next = within({ latitude: latitude + arrow[1] * step, longitude: longitude + arrow[0] * step })
      setMoved({ ...view, middle: next })
      onMove(next)
    } else return
    event.preventDefault()
  }
  const picture = <Picture pin={onMove ? PIN / 2 : PIN} point={point} view={view} world={world ?? []} />
  if (!onMove) {
    return (
      <figure aria-label={label} className={classes.map} dir="ltr">
        <div className={classes.picture}>{picture}</div>
        <Names view={view} world={world ?? []} />
        <Scale view={view} />
      </figure>
    )
  }
  return (
    <div className={classes.map} dir="ltr">
      <div
        aria-label={label}
        className={classes.picture}
        data-movable
        onKeyDown={press}
        onPointerDown={down}
        onPointerMove={drag}
        onPointerUp={up}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes arrows, plus and minus
        tabIndex={0}
      >
        {picture}
      </div>
      <Names view={view} world={world ?? []} />
      <Scale view={view} />
      <div className={classes.zoom}>
        <ActionIcon aria-label={t('map.closer')} onClick={() => setMoved(zoomed(view, 2))} variant="default">
          <Icon name="add" size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t('map.wider')} onClick={() => setMoved(zoomed(view, 0.5))} variant="default">
          <Icon name="less" size={16} />
        </ActionIcon>
      </div>
    </div>
  )
}

function startOf(world: readonly Country[] | undefined, name: string): View {
  const country = world?.find((one) => one.name === name)
  return country ? whole(country) : WORLD
}

interface PictureProps {
  readonly world: readonly Country[]
  readonly view: View
  readonly point: Point | null
  readonly pin: number
}

function Picture({ world, view, point, pin }: PictureProps) {
  const narrow = narrowing(view)
  const { west, north, south, east } = boxOf(view)
  const { meridians, parallels } = grid(view)
  const lines = [
    ...meridians.map((at) => `M${at} ${-north}V${-south}`),
    ...parallels.map((at) => `M${west} ${-at}H${east}`),
  ].join('')
  return (
    <svg
      aria-hidden="true"
      preserveAspectRatio="none"
      viewBox={`${west * narrow} ${-north} ${view.height * ASPECT} ${view.height}`}
    >
      <g transform={`scale(${narrow} 1)`}>
        {seen(world, view).map(({ path }) => (
          <path className={classes.land} d={path} key={path.slice(0, 40)} />
        ))}
        <path className={classes.grid} d={lines} />
      </g>
      {point && (
        <g transform={`translate(${point.longitude * narrow} ${-point.latitude}) scale(${view.height * pin})`}>
          <path className={classes.pin} d="M0 0C-7 -9 -9 -13 -9 -17A9 9 0 0 1 9 -17C9 -13 7 -9 0 0Z" />
          <circle className={classes.eye} cy="-17" r="3.2" />
        </g>
      )}
    </svg>
  )
}

/** The names of the countries, in the language of the reader. */
function Names({ world, view }: { readonly world: readonly Country[]; readonly view: View }) {
  const countryName = useCountryName()
  const codes = new Map(useCountries().map((code) => [englishCountryName(code), code]))
  return labels(world, view).map(({ name, right, down }) => (
    <span
      aria-hidden="true"
      className={classes.name}
      key={name}
      style={{ insetInlineStart: `${right * 100}%`, insetBlockStart: `${down * 100}%` }}
    >
      {codes.has(name) ? countryName(codes.get(name) ?? '') : name}
    </span>
  ))
}

function Scale({ view }: { readonly view: View }) {
  const distance = useDistance()
  const { km, share } = scaleBar(view)
  return (
    <span aria-hidden="true" className={classes.scale} style={{ inlineSize: `${share * 100}%` }}>
      {distance(km)}
    </span>
  )
}
