import { per, until } from '../../kit/growth.ts'
import { tables } from '../../kit/tables.ts'

export const sql = tables({
  statistics_people: {
    tenant_id: 'id',
    figure: 'fact',
    part: 'fact',
    day: 'fact',
    customer_id: 'id',
    came_at: 'fact',
    came_in: 'fact',
  },
  statistics_left: {
    tenant_id: 'id',
    id: 'id',
    figure: 'fact',
    part: 'fact',
    day: 'fact',
    customer_id: 'id',
    came_at: 'fact',
    came_in: 'fact',
    went_at: 'fact',
    went_in: 'fact',
  },
  statistics_days: { tenant_id: 'id', id: 'id', figure: 'fact', part: 'fact', day: 'fact', count: 'fact' },
  statistics_counting: { tenant_id: 'id', reached: 'id', finished_at: 'fact', closed_to: 'fact' },
}).grows({
  statistics_people: { since: null, bound: per('customer; gone with the erasure') },
  statistics_left: { since: 'went_at', bound: until('fold-statistics', 'what changed in the last day') },
  statistics_days: { since: null, bound: until('fold-statistics', 'one row for each figure, part and day') },
  statistics_counting: { since: null, bound: per('tenant') },
})
