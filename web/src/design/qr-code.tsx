import { encode } from 'uqr'
import classes from './qr-code.module.css'

/** Drawn here: what is in it leaves this page for no other service. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      aria-label={label}
      className={classes.qr}
      height={196}
      role="img"
      shapeRendering="crispEdges"
      viewBox={`0 0 ${size} ${size}`}
      width={196}
    >
      <path d={dark.join('')} fill="#000000" />
    </svg>
  )
}
