/** SQL of the trees: entries, and the hashes of complete subtrees. */
import { sql } from 'kysely'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { grow, leafHash, type Node, type ReadNodes } from '#src/platform/tlog/index.ts'

/** Reads the subtrees of one log, all with one question. */
export function nodesIn(db: Db, origin: string): ReadNodes {
  return async (nodes) => {
    if (nodes.length === 0) return []
    const levels = nodes.map((node) => node.level)
    const indexes = nodes.map((node) => node.index)
    const { rows } = await sql<{ level: number; index: string; hash: Buffer }>`
      select level, index, hash from tlog_node
      where origin = ${origin} and (level, index) in (select * from unnest(${levels}::smallint[], ${indexes}::bigint[]))
    `.execute(db)
    const found = new Map(rows.map((row) => [`${row.level}/${row.index}`, row.hash]))
    return nodes.map((node) => found.get(key(node)) ?? missing(origin, node))
  }
}

const key = ({ level, index }: Node) => `${level}/${index}`
const missing = (origin: string, node: Node): never => {
  throw new Error(`${origin} has no subtree ${key(node)}`)
}

/** Appends entries to a log of `size` entries whose row the caller holds. @returns the new size */
export async function appendEntries(tx: Tx, origin: string, size: number, entries: Uint8Array[]): Promise<number> {
  if (entries.length === 0) return size
  const nodes = await grow(nodesIn(tx, origin), size, entries.map(leafHash))
  await tx
    .insertInto('tlog_entry')
    .values(entries.map((data, i) => ({ origin, index: size + i, data: Buffer.from(data) })))
    .execute()
  await tx
    .insertInto('tlog_node')
    .values(nodes.map(({ level, index, hash }) => ({ origin, level, index, hash: Buffer.from(hash) })))
    .execute()
  await tx
    .updateTable('tlog')
    .set({ size: size + entries.length })
    .where('origin', '=', origin)
    .execute()
  return size + entries.length
}

/** Entries from one index to before another, in order. */
export async function entriesOf(db: Db, origin: string, from: number, to: number): Promise<Uint8Array[]> {
  const rows = await db
    .selectFrom('tlog_entry')
    .select('data')
    .where('origin', '=', origin)
    .where('index', '>=', String(from))
    .where('index', '<', String(to))
    .orderBy('index')
    .execute()
  return rows.map((row) => row.data)
}
