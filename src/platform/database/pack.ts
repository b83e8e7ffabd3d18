/** A whole database as lines of text, and back again: every row of every table, whatever areas there are. */
import type pg from 'pg'

/** One line: `{"table": …}` before the rows of a table, then each row as JSON. PostgreSQL writes and reads the rows; we only carry them. */
export type Line = string

const page = 200

/** Every row as it stands at one moment. The migrations applied come apart (`appliedMigrations`). */
export async function* packDatabase(client: pg.ClientBase): AsyncGenerator<Line> {
  await client.query('begin transaction isolation level repeatable read, read only')
  try {
    for (const table of await tablesOf(client)) {
      yield JSON.stringify({ table })
      await client.query(`declare packed cursor for select to_jsonb(t)::text as row from ${quoted(client, table)} t`)
      for (;;) {
        const { rows } = await client.query<{ row: string }>(`fetch ${page} from packed`)
        for (const { row } of rows) yield row
        if (rows.length < page) break
      }
      await client.query('close packed')
    }
  } finally {
    await client.query('rollback')
  }
}

/**
 * Fills a database of the same migrations in which nobody has worked yet, within the transaction the caller began. References are taken off meanwhile and
 * put on again at the end, where the server checks them all.
 */
export async function unpackDatabase(client: pg.ClientBase, lines: AsyncIterable<Line>): Promise<void> {
  const tables = await tablesOf(client)
  const references = await takeOffReferences(client)
  // Rows the migrations themselves bring stand among those packed.
  await client.query(`truncate ${tables.map((table) => quoted(client, table)).join(', ')}`)
  for (const table of tables) await client.query(`alter table ${quoted(client, table)} disable trigger user`)
  let table = ''
  let rows: string[] = []
  let bytes = 0
  const flush = async () => {
    if (rows.length > 0) await insert(client, table, `[${rows.join(',')}]`)
    rows = []
    bytes = 0
  }
  for await (const line of lines) {
    const next = tableNamed(line)
    if (next) await flush()
    if (next && !tables.includes(next)) throw new Error(`unknown table ${next}`)
    table = next ?? table
    if (next) continue
    rows.push(line)
    bytes += line.length
    if (rows.length >= page || bytes > 4_000_000) await flush()
  }
  await flush()
  for (const one of tables) await settle(client, one)
  for (const { owner, name, text } of references)
    await client.query(`alter table ${owner} add constraint ${client.escapeIdentifier(name)} ${text}`)
}

export async function appliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migration order by name')
  return rows.map(({ name }) => name)
}

const quoted = (client: pg.ClientBase, table: string) => client.escapeIdentifier(table)

/** A row has the columns of its table, and no table has a single column of that name. */
function tableNamed(line: Line): string | undefined {
  return /^\{"table":"(\w+)"\}$/.exec(line)?.[1]
}

async function tablesOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'
     order by relname`,
  )
  return rows.map(({ name }) => name)
}

async function takeOffReferences(client: pg.ClientBase) {
  const { rows } = await client.query<{ owner: string; name: string; text: string }>(
    `select conrelid::regclass::text as owner, conname as name, pg_get_constraintdef(oid) as text
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname`,
  )
  for (const { owner, name } of rows)
    await client.query(`alter table ${owner} drop constraint ${client.escapeIdentifier(name)}`)
  return rows
}

async function insert(client: pg.ClientBase, table: string, rows: string): Promise<void> {
  const { rows: found } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
     order by attnum`,
    [quoted(client, table)],
  )
  const columns = found.map(({ name }) => client.escapeIdentifier(name)).join(', ')
  const into = quoted(client, table)
  await client.query(
    `insert into ${into} (${columns}) overriding system value
     select ${columns} from jsonb_populate_recordset(null::${into}, $1::jsonb)`,
    [rows],
  )
}

/** Triggers on again; numbers given out go on after the highest. */
async function settle(client: pg.ClientBase, table: string): Promise<void> {
  await client.query(`alter table ${quoted(client, table)} enable trigger user`)
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and attidentity <> ''`,
    [quoted(client, table)],
  )
  for (const { name } of rows) {
    const column = client.escapeIdentifier(name)
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), coalesce((select max(${column}) from ${quoted(client, table)}), 0) + 1, false)`,
      [quoted(client, table), name],
    )
  }
}
