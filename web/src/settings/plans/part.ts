import type { Catalogue } from '../../membership/queries.ts'

/** A part of the form of the catalogue. */
export interface PartProps {
  readonly catalogue: Catalogue
  readonly onChange: (change: Partial<Catalogue>) => void
  readonly errors: Readonly<Record<string, string>>
}
