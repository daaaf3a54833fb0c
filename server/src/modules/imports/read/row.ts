/** A row of a file: its number as a spreadsheet shows it, and its cells in the order of the columns. */
export interface Row {
  readonly row: number
  readonly cells: readonly string[]
  /** The row itself cannot be read. */
  readonly broken?: true | undefined
}

/** The names of the columns, then the rows. */
export interface Table {
  readonly names: readonly string[]
  readonly rows: AsyncIterable<Row>
}

export const MOST_COLUMNS = 200
/** More is no cell of a person. */
export const LONGEST_ROW = 256 * 1024

export const isEmpty = ({ cells, broken }: Row) => !broken && cells.every((cell) => cell.trim() === '')
