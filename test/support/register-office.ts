/** One office with a filled register, its pages read as an officer would; counts the queries a page makes. */
import { sql } from 'kysely'
import { agreementRoutes } from '#src/agreements/index.ts'
import { activity, deskRoutes, withPartner } from '#src/desk/index.ts'
import { partnerRoutes } from '#src/partners/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { openPageShelf } from '#src/platform/render/index.ts'
import { openPair } from './postman.ts'

export interface RegisterOffice {
  /** Reads a page as an officer. @throws where it does not answer 200 */
  read(path: string): Promise<string>
  /** How many statements the database was asked while a page was read. */
  queries(path: string): Promise<number>
  /** Real values for `PARTNER`, `ENTRY` and `PERSON` in a path. */
  samples: Record<string, string>
  close(): Promise<void>
}

/** @param fill puts the register's data in */
export async function openRegister(fill: (tx: Tx) => Promise<unknown>): Promise<RegisterOffice> {
  const pair = await openPair()
  const { app, database } = pair.hust
  const { db, pool } = database
  await db.transaction().execute(fill)
  const parts = { db, typesetter: pair.typesetter, shelf: openPageShelf(), approvalSteps: [], demonstration: true }
  app.route('/', deskRoutes({ ...parts, publicUrl: pair.hust.publicUrl, secretKey: pair.hust.signing.secretKey }))
  app.route('/', partnerRoutes({ db, first: withPartner(db), activity }))
  const consent = { publicUrl: pair.hust.publicUrl, secretKey: pair.hust.signing.secretKey }
  app.route('/', agreementRoutes({ ...parts, consent }))
  const officer = await pair.hust.browser('officer')
  const one = async (query: string) => (await sql.raw<{ id: string }>(query).execute(db)).rows[0]!.id
  const samples = {
    PARTNER: await one(`select partner as id from agreement_entry group by partner order by count(*) desc limit 1`),
    ENTRY: await one('select id from agreement_entry order by id limit 1'),
    PERSON: await one('select id from person order by id limit 1'),
  }
  return {
    read: (path) => officer.read(path),
    samples,
    async queries(path) {
      let asked = 0
      const count = () => {
        asked++
      }
      // One client after the other is handed out; `release` fires once for each statement outside a transaction.
      pool.on('release', count)
      await officer.read(path)
      pool.off('release', count)
      return asked
    },
    close: () => pair.close(),
  }
}
