import classes from './initials.module.css'

const HUES = 5

interface Props {
  readonly name: string
  /** By which a customer always has the same colour. */
  readonly number: string
}

/** The first letter of a name, on one of a few colours that mean nothing. */
export function Initials({ name, number }: Props) {
  return (
    <span aria-hidden="true" className={classes.initials} data-hue={Number(number.slice(-2)) % HUES}>
      {[...name.trim()][0]}
    </span>
  )
}
