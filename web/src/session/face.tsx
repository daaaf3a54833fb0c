import type { Kith, Output } from '@kith/sdk'
import { useQuery } from '@tanstack/react-query'
import { type CSSProperties, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { login } from './carry.ts'
import classes from './face.module.css'
import { BusinessContext } from './session.ts'

export type Face = Output<'tenants.face'>
/** Below the key of the business, with which it is forgotten. */
export const FACE = ['business', 'face'] as const

/** Without one, and while it loads, Kith's own is shown. */
export function useFace(kith: Kith = login, isKnown = true): Face | undefined {
  const { data } = useQuery({
    queryKey: FACE,
    queryFn: () => kith.tenants.face(),
    enabled: isKnown,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}

/** Only on pages that know their business. */
export const useFaceHere = () => useFace(login, useContext(BusinessContext) !== null)

export function Mark({
  face,
  className,
}: {
  readonly face: Face | undefined
  readonly className?: string | undefined
}) {
  if (face?.logo) return <img alt="" className={`${className ?? ''} ${classes.logo}`} src={face.logo} />
  return <span aria-hidden="true" className={className} />
}

/** A name for the colour in the styles of a page. It is never that of a text. */
export const coloured = (face: Pick<Face, 'colour'> | undefined): CSSProperties | undefined =>
  // React knows no names of styles that begin with two hyphens.
  face?.colour ? ({ '--kith-face': face.colour } as CSSProperties) : undefined

/** In the language of the reader, else in the other. */
export function Hours({ face, language }: { readonly face: Face | undefined; readonly language?: 'en' | 'ar' }) {
  const { t, i18n } = useTranslation()
  const isArabic = (language ?? i18n.language) === 'ar'
  const hours = isArabic ? (face?.hours2 ?? face?.hours) : (face?.hours ?? face?.hours2)
  if (!hours) return null
  return (
    <p className={classes.hours} data-hours>
      <span>{t('face.hours')}</span>
      <bdi dir="auto">{hours}</bdi>
    </p>
  )
}
