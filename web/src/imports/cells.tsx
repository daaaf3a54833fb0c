import { Fragment } from 'react'
import { Name } from '../design/written.tsx'

/** Values of a file, each in its own direction. */
export const Cells = ({ of }: { readonly of: readonly string[] }) =>
  of.map((cell, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the place in the row is what a cell is
    <Fragment key={index}>
      {index > 0 && ' · '}
      <Name>{cell}</Name>
    </Fragment>
  ))
