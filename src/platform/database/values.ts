/** How values cross between PostgreSQL and the code: timestamptz is an Instant, date a PlainDate, int8 a string. */
import pg from 'pg'

const timestamptz = 1184
const date = 1082

/**
 * A parameter as PostgreSQL reads it. Instants are cut to microseconds, which is all PostgreSQL keeps.
 * Everything that is not a Temporal value is left to `pg`; JSON columns take text made by `JSON.stringify`.
 */
export function parameter(value: unknown): unknown {
  if (value instanceof Temporal.Instant) return value.toString({ fractionalSecondDigits: 6 })
  if (value instanceof Temporal.PlainDate) return value.toString()
  if (Array.isArray(value)) return value.map(parameter)
  return value
}

/** Parses `2021-09-23 15:20:00.123456+00` and every other offset; `infinity` and years before 1 are refused. */
export function instant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(' ', 'T'))
}

const text: Record<number, (value: string) => unknown> = {
  [timestamptz]: instant,
  [date]: (value) => Temporal.PlainDate.from(value),
}

/** Type parsers of our connections only; `pg`'s own table, shared by the whole process, stays as it is. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && text[oid]) ||
    pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
}
