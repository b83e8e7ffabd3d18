/** The number of queries a page makes does not depend on how much there is: asked with a small register and with one five times as large. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generate } from '#cast/generate.ts'
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
const most = (page: string) => (['/', '/partners/PARTNER'].includes(page) ? 20 : 16)

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
