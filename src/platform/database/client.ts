/** A `pg` connection that takes Temporal values as parameters. */
import pg from 'pg'
import { parameter, types } from './values.ts'

export class TemporalClient extends pg.Client {
  constructor(config: string | pg.ClientConfig = {}) {
    super({ ...(typeof config === 'string' ? { connectionString: config } : config), types })
    // biome-ignore lint/suspicious/noExplicitAny: `query` has eight overloads; only the values are touched
    const query = this.query.bind(this) as any
    // biome-ignore lint/suspicious/noExplicitAny: as above
    this.query = ((first: any, second: any, third: any) => {
      if (Array.isArray(second)) return query(first, second.map(parameter), third)
      if (Array.isArray(first?.values)) return query({ ...first, values: first.values.map(parameter) }, second, third)
      return query(first, second, third)
      // biome-ignore lint/suspicious/noExplicitAny: as above
    }) as any
  }
}
