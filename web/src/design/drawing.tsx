import type { ReactNode } from 'react'
import classes from './drawing.module.css'

/** By hand, on 160 × 104: shapes are of paper, one is tinted, what is missing is dashed. They mean nothing by their colour, and look the same from either side. */
const DRAWINGS = {
  people: (
    <>
      <path className={classes.shape} d="M37 46a11 11 0 1 0 22 0a11 11 0 1 0-22 0zM28 92a20 20 0 0 1 40 0z" />
      <path className={classes.shape} d="M101 46a11 11 0 1 0 22 0a11 11 0 1 0-22 0zM92 92a20 20 0 0 1 40 0z" />
      <path className={classes.missing} d="M66 36a14 14 0 1 0 28 0a14 14 0 1 0-28 0zM54 92a26 26 0 0 1 52 0z" />
    </>
  ),
  pair: (
    <>
      <path className={classes.shape} d="M44 24h40a6 6 0 0 1 6 6v62H38V30a6 6 0 0 1 6-6z" />
      <path className={classes.tint} d="M76 16h40a6 6 0 0 1 6 6v62H70V22a6 6 0 0 1 6-6z" />
      <path className={classes.shape} d="M87 36a9 9 0 1 0 18 0a9 9 0 1 0-18 0z" />
      <path className={classes.line} d="M82 56h28M82 65h28M82 74h16" />
    </>
  ),
  done: (
    <>
      <path className={classes.line} d="M66 42c-5-6 5-10 0-16M80 42c-5-6 5-10 0-16M94 42c-5-6 5-10 0-16" />
      <path className={classes.line} d="M104 60h5a9 9 0 0 1 0 18h-9" />
      <path className={classes.tint} d="M56 52h48v18a18 18 0 0 1-18 18H74a18 18 0 0 1-18-18z" />
      <path className={classes.shape} d="M46 86h68l-7 6H53z" />
    </>
  ),
  orders: (
    <>
      <path className={classes.line} d="M62 50V36a14 14 0 0 1 28 0v14" />
      <path className={classes.tint} d="M48 42h56l6 50H42z" />
      <path className={classes.shape} d="M96 52h30v40l-5-4-5 4-5-4-5 4-5-4-5 4z" />
      <path className={classes.line} d="M103 62h16M103 71h16" />
    </>
  ),
  letters: (
    <>
      <path className={classes.shape} d="M38 48l42-28 42 28v44H38z" />
      <path className={classes.tint} d="M50 30h60v46H50z" />
      <path className={classes.line} d="M60 42h40M60 52h26" />
      <path className={classes.shape} d="M38 48l42 26 42-26v44H38z" />
    </>
  ),
  sheet: (
    <>
      <path className={classes.shape} d="M52 12h40l16 16v56H52z" />
      <path className={classes.line} d="M92 12v16h16M62 38h36M62 48h36M62 58h24" />
      <path className={classes.tint} d="M38 70h26l6 8h20l6-8h26v22H38z" />
    </>
  ),
  trail: (
    <>
      <path className={classes.way} d="M40 82c24-34 42 4 58-24s12-26 24-30" />
      <path className={classes.tint} d="M33 84a7 7 0 1 0 14 0a7 7 0 1 0-14 0zM115 26a7 7 0 1 0 14 0a7 7 0 1 0-14 0z" />
      <path className={classes.shape} d="M73 68a7 7 0 1 0 14 0a7 7 0 1 0-14 0z" />
    </>
  ),
  till: (
    <>
      <path className={classes.tint} d="M56 24h48v36H56z" />
      <path className={classes.line} d="M65 36h30M65 46h18" />
      <path className={classes.shape} d="M44 60h72l8 32H36z" />
      <path className={classes.line} d="M40 76h80M74 84h12" />
    </>
  ),
  place: (
    <>
      <path className={classes.shape} d="M36 40l28-10 32 10 28-10v52l-28 10-32-10-28 10z" />
      <path className={classes.line} d="M64 30v52M96 40v52" />
      <path className={classes.tint} d="M80 72s-17-17-17-31a17 17 0 0 1 34 0c0 14-17 31-17 31z" />
      <path className={classes.shape} d="M74 41a6 6 0 1 0 12 0a6 6 0 1 0-12 0z" />
    </>
  ),
} as const satisfies Record<string, ReactNode>

/** In place of the icon where a whole list is empty. */
export function Drawing({ of }: { readonly of: keyof typeof DRAWINGS }) {
  return (
    <svg
      aria-hidden="true"
      className={classes.drawing}
      data-drawing={of}
      focusable="false"
      height={104}
      viewBox="0 0 160 104"
      width={160}
    >
      <circle className={classes.ground} cx={80} cy={52} r={48} />
      {DRAWINGS[of]}
      <path className={classes.line} d="M18 92h124" />
    </svg>
  )
}
