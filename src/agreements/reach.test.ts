import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { hust, queenMary } from '#cast/universities.ts'
import { saveInstitution } from '#src/partners/index.ts'
import { type Reach, type ReachPart, within } from '#src/procedures/index.ts'
import { freshDatabase, type TestDatabase } from '#test/support/database.ts'
import { reachedAs } from './class-store.ts'
import { agreementWithin, entryWithin } from './reach-store.ts'
import { findAgreement } from './store.ts'

let database: TestDatabase
const [school, faculty] = [crypto.randomUUID(), crypto.randomUUID()]

/** Agreements and entries of every unit or none, of two types, classed or not. */
before(async () => {
  database = await freshDatabase()
  const { db } = database
  await db.transaction().execute(async (tx) => {
    await saveInstitution(tx, { ...hust, ours: true })
    await saveInstitution(tx, { ...queenMary, ours: false })
  })
  for (const [id, name] of [
    [school, 'School'],
    [faculty, 'Faculty'],
  ])
    await sql`insert into unit (id, institution, name_en, created_at) values (${id}, ${hust.ror}, ${name}, now())`.execute(
      db,
    )
  for (const unit of [null, school, faculty])
    for (const kind of ['research', 'exchange', null]) {
      const id = crypto.randomUUID()
      await sql`insert into agreement (id, partner, kind, demonstration, state, turn, turn_since, created_at)
        values (${id}, ${queenMary.ror}, 'general', true, 'drafting', 'ours', now(), now())`.execute(db)
      if (kind)
        await sql`insert into agreement_class (agreement, kind, unit, unit_id) values (${id}, ${kind}, '', ${unit})`.execute(
          db,
        )
      await sql`insert into agreement_entry (id, partner, kind, title_en, title_zh, signed_how, review_on, unit_id, created_at)
        values (gen_random_uuid(), ${queenMary.ror}, ${kind ?? 'other'}, 'x', '', 'ink', '2030-01-01', ${unit}, now())`.execute(
        db,
      )
    }
})
after(() => database.close())

const part = (units: string[] | null, kinds: string[] | null): ReachPart => ({ units, kinds, counted: kinds })
const reaches: [string, Reach][] = [
  ['everything', 'everything'],
  ['nothing', []],
  ['a unit', [part([school], null)]],
  ['two units', [part([school, faculty], null)]],
  ['a unit that is gone', [part([], null)]],
  ['a type', [part(null, ['exchange'])]],
  ['what nobody classed', [part(null, ['other'])]],
  ['a type of a unit', [part([faculty], ['research'])]],
  ['one part or another', [part([school], ['research']), part(null, ['exchange'])]],
]

for (const [name, reach] of reaches) {
  test(`the list and the single agreement agree on ${name}`, async () => {
    const { db } = database
    const listed = (await db.selectFrom('agreement').select('id').where(agreementWithin(reach)).execute()).map(
      (r) => r.id,
    )
    const all = await db.selectFrom('agreement').select('id').execute()
    assert.equal(all.length, 9)
    for (const { id } of all) {
      const is = await reachedAs(db, (await findAgreement(db, id))!)
      assert.equal(listed.includes(id), within(reach, is), JSON.stringify(is))
    }
  })

  test(`the register and the rule agree on ${name}`, async () => {
    const { db } = database
    const found = await db.selectFrom('agreement_entry').select('id').where(entryWithin(reach)).execute()
    const all = await db.selectFrom('agreement_entry').select(['id', 'unit_id', 'kind']).execute()
    const expected = all.filter(({ unit_id, kind }) => within(reach, { units: unit_id ? [unit_id] : [], kind }))
    assert.deepEqual(found.map(({ id }) => id).sort(), expected.map(({ id }) => id).sort())
  })
}
