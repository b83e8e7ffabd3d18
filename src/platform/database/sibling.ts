/** A second database beside a node's own, on the same server: for a node it runs for a partner. */
import pg from 'pg'
import { Refusal } from '#src/platform/refusal.ts'

/** The address of the database of this name on the same server. */
export const siblingUrl = (url: string, name: string): string =>
  Object.assign(new URL(url), { pathname: `/${name}` }).href

/**
 * Makes the database where it is not there yet; two processes that start at once make one.
 * @returns its address
 * @throws Refusal `database_not_made` where the role may not create databases
 */
export async function makeSibling(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await create(client, name)
  } finally {
    await client.end()
  }
  return siblingUrl(url, name)
}

async function create(client: pg.Client, name: string): Promise<void> {
  try {
    // From the template nobody can be connected to: another would be refused while it is looked at.
    await client.query(`create database ${client.escapeIdentifier(name)} template template0`)
  } catch (problem) {
    const { code } = problem as { code?: string }
    // Made by another process since we looked: duplicate_database, or the unique index behind it.
    if (code === '42P04' || code === '23505') return
    if (code === '42501') throw new Refusal('database_not_made', { name }, 503)
    throw problem
  }
}
