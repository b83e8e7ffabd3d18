/** Everything pressed several times at once: by two officers, by one hand twice, in two tabs. Each act happens once and nothing fails. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { agreementAt, colleague, formOf, openNegotiation, sentAgreement } from '#test/support/negotiation.ts'
import type { Office, OfficeBrowser } from '#test/support/office.ts'
import type { Pair } from '#test/support/postman.ts'
import { openedSession } from '#test/support/signing-play.ts'

let pair: Pair
before(async () => {
  pair = await openNegotiation()
})
after(() => pair.close())

const both = () => [pair.hust, pair.queenMary]

/** The same form sent by each of these browsers, twice, in one instant. @returns the statuses, sorted */
async function pressed(browsers: OfficeBrowser[], path: string, fields: Record<string, string>): Promise<number[]> {
  const all = await Promise.all([...browsers, ...browsers].map((browser) => browser.post(path, fields)))
  const statuses = all.map((answer) => answer.status).sort()
  for (const status of statuses) assert.ok(status < 500, `${path}: ${statuses}`)
  return statuses
}

const noted = async ({ database: { db } }: Office, agreement: string, act: string) =>
  (await db.selectFrom('journal').select('id').where('subject_id', '=', agreement).where('act', '=', act).execute())
    .length

test('from the second version to the conclusion, every act pressed four times in one instant happens once', async () => {
  const id = await sentAgreement(pair)
  const at = `/agreements/${id}`
  const officers = new Map<Office, OfficeBrowser[]>()
  for (const office of both())
    officers.set(office, [await office.browser('officer'), await colleague(pair, office, 'officer')])
  const [hust, queenMary] = both() as [Office, Office]
  const read = async (office: Office, who: 'officer' | 'approver' = 'officer') => (await office.browser(who)).read(at)

  const edit = formOf(await (await queenMary.browser('officer')).read(`${at}/edit`), `${at}/draft`)
  await pressed(officers.get(queenMary)!, `${at}/draft`, { ...edit, title_en: 'Another title', do: 'save' })
  await pressed(officers.get(queenMary)!, `${at}/versions`, { note: '' })
  await pair.deliver()
  assert.equal(await noted(queenMary, id, 'agreement.sent'), 1)
  for (const office of both()) assert.equal((await agreementAt(office, id)).version, 2)

  for (const office of both()) {
    await pressed(officers.get(office)!, `${at}/freeze`, {})
    await pair.deliver()
    assert.equal(await noted(office, id, 'agreement.freeze_proposed'), 1)
  }
  for (const office of both()) {
    const approver = await office.browser('approver')
    await pressed([approver], `${at}/approvals`, formOf(await read(office, 'approver'), `${at}/approvals`))
    assert.equal(await noted(office, id, 'agreement.approved'), 1)
  }
  await pair.deliver()

  const open = { date: '2026-09-30', time: '12:00' }
  await Promise.all(both().map((office) => pressed(officers.get(office)!, `${at}/signing-sessions`, open)))
  await pair.deliver()
  const room = await hust.database.db.selectFrom('signing_session').select('id').where('agreement', '=', id).execute()
  assert.equal(room.length, 1)
  const session = `/signing/${room[0]!.id}`
  for (const office of both()) {
    const signatory = await office.browser('signatory')
    await Promise.all([signatory.read(`${session}/sign`), signatory.read(`${session}/sign`)])
    const answers = []
    for (let i = 0; i < 2; i++) {
      const options = await (await signatory.post(`${session}/consent/options`)).json()
      answers.push(JSON.stringify(office.passkey.assert(options, office.publicUrl)))
    }
    const all = await Promise.all(
      [...answers, ...answers].map((response) => signatory.post(`${session}/consent`, { response })),
    )
    assert.deepEqual(all.map((a) => a.status).sort(), [303, 409, 409, 409])
    assert.equal(await noted(office, id, 'signing.consented'), 1)
  }
  await pair.deliver()
  for (const office of both()) {
    assert.equal((await agreementAt(office, id)).state, 'concluded')
    assert.equal(await noted(office, id, 'signing.signed'), 2)
    assert.equal(await noted(office, id, 'agreement.concluded'), 1)
    const open = office.database.db.selectFrom('outbox').select(['topic', 'last_error']).where('done_at', 'is', null)
    assert.deepEqual(await open.execute(), [])
  }
})

test('two officers withdraw and reopen in the same instant', async () => {
  const play = await openedSession(pair)
  const two = await Promise.all(
    both().map(async (office) => [await office.browser('officer'), await colleague(pair, office, 'officer')]),
  )
  await Promise.all(two.map((browsers) => pressed(browsers, `${play.room}/withdrawal`, { reason: 'Another day' })))
  await pair.deliver()
  for (const office of both()) assert.equal((await agreementAt(office, play.agreement)).state, 'approved')
  await Promise.all(
    two.map((browsers) => pressed(browsers, `/agreements/${play.agreement}/reopening`, { reason: 'Clause 3' })),
  )
  await pair.deliver()
  const states = await Promise.all(both().map((office) => agreementAt(office, play.agreement)))
  assert.deepEqual(
    states.map((a) => a.state),
    ['negotiating', 'negotiating'],
  )
  assert.equal(states[0]!.round, states[1]!.round)
  assert.notEqual(states[0]!.turn, states[1]!.turn)
})
