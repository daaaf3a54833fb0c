import { Fragment } from 'react'
import { Name } from '../design/written.tsx'

/** Values of a file, each in its own direction. */
export const Cells = ({ of }: { readonly of: readonly string[] }) =>
  of.map((cell, index) => (
    <Fragment key={index}>
      {index > 0 && ' · '}
      <Name>{cell}</Name>
    </Fragment>
  ))
