import { Table } from '@mantine/core'
import classes from './dashboard-page.module.css'

export interface TableOf {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly [key: string, ...cells: string[]])[]
}

export function FigureTable({ caption, columns, rows }: TableOf & { readonly caption: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keys
    <section aria-label={caption} className={classes.table} tabIndex={0}>
      <Table stickyHeader verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([key, ...cells]) => (
            <Table.Tr key={key}>
              <Table.Th scope="row">{key}</Table.Th>
              {cells.map((cell, index) => (
                <Table.Td className="numbers" key={columns[index + 1]}>
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
