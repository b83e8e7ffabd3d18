/** The number of queries a page makes does not depend on how much there is: asked with a small register and with one five times as large. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { generate } from '#cast/generate.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { openRegister } from './support/register-office.ts'

const pages = [
  '/',
  '/partners',
  '/partners?q=haven&state=cooperating',
  '/partners/PARTNER',
  '/agreements',
  '/register',
  '/register?q=医学 exchange&standing=living&year=2024',
  '/register/ENTRY',
  '/contacts',
  '/contacts?q=zhou lan',
  '/contacts/PERSON',
]

/** Two pages gather from every area: what waits, and what there is with a partner. */
const gathering: Record<string, number> = { '/': 17, '/partners/PARTNER': 20 }
const most = (page: string) => gathering[page] ?? 12

async function counts(scale: number): Promise<Record<string, number>> {
  const today = Temporal.PlainDate.from('2026-09-23')
  const office = await openRegister((tx) => generate(tx, { scale, seed: 1, today }))
  const asked: Record<string, number> = {}
  for (const page of pages) {
    const path = Object.entries(office.samples).reduce((p, [name, value]) => p.replace(name, value), page)
    asked[page] = await office.queries(path)
  }
  await office.close()
  return asked
}

test('a page asks the database as often of a large register as of a small one, and not often', async () => {
  // Above sixty partners a list to choose from becomes a field to type in: both sizes are above it.
  const [small, large] = [await counts(0.2), await counts(1)]
  assert.deepEqual(large, small)
  for (const [page, n] of Object.entries(small)) assert.ok(n > 0 && n <= most(page), `${page}: ${n} queries`)
})

/** Frozen agreements with the partners of the register. */
const freeze = (tx: Tx, n: number) =>
  sql`
  insert into agreement (id, partner, kind, demonstration, state, turn, turn_since, version, round, draft, draft_revision,
    frozen_text_hash, frozen_document_hash, frozen_at, created_at)
  select gen_random_uuid(), partner, 'general', true, 'frozen', 'ours', now(), 1, 1, '{"title":{"en":"Frozen","zh":""}}', 0,
    repeat('a', 64), repeat('b', 64), now(), now()
  from partnership order by partner limit ${n}`.execute(tx)

test('every text more that is frozen is no question more on the first page', async () => {
  const asked: number[] = []
  for (const n of [1, 9]) {
    const office = await openRegister(async (tx) => {
      await generate(tx, { scale: 0.2, seed: 1, today: Temporal.PlainDate.from('2026-09-23') })
      await freeze(tx, n)
    })
    assert.equal((await office.read('/')).match(/>Frozen</g)?.length, n)
    asked.push(await office.queries('/'))
    await office.close()
  }
  assert.equal(asked[1], asked[0])
})

test('the same seed gives the same register', async () => {
  const titles = async (seed: number) => {
    const office = await openRegister((tx) =>
      generate(tx, { scale: 0.02, seed, today: Temporal.PlainDate.from('2026-09-23') }),
    )
    const page = await office.read('/register')
    await office.close()
    return page.match(/class="register-title" href="[^"]+"/g)
  }
  const first = await titles(7)
  assert.deepEqual(await titles(7), first)
  assert.notDeepEqual(await titles(8), first)
})
