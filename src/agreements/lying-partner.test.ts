/** A paired partner whose node does not keep to the rules: what it sends is refused, and nothing of ours breaks. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Json } from '#src/platform/record.ts'
import { agreementAt, colleague, openNegotiation, sentAgreement } from '#test/support/negotiation.ts'
import { handOver, type Pair } from '#test/support/postman.ts'
import type { AgreementText } from './text.ts'
import { textHash } from './text-rules.ts'
import { findVersion } from './version-store.ts'

let pair: Pair
before(async () => {
  pair = await openNegotiation()
})
after(() => pair.close())

/** Queen Mary's node says this to HUST's. */
const says = (kind: string, about: string, body: unknown) =>
  handOver(pair, pair.queenMary, pair.hust, { kind, about, body })

const refusedFor = (reason: string, fields?: string[]) => (answer: Awaited<ReturnType<typeof says>>) => {
  assert.ok('answer' in answer && answer.answer === 'refused', JSON.stringify(answer))
  assert.equal(answer.reason, reason)
  if (fields) assert.deepEqual(answer.details.fields as Json, fields)
}

describe('a next version may not change what no form can change', () => {
  const changes: Record<string, (text: AgreementText) => void> = {
    'our name': (text) => {
      text.parties[0]!.name = { en: 'Somewhere Technical College', zh: '某职业学院' }
    },
    'the order of the parties': (text) => {
      text.parties.reverse()
    },
    'that it is a demonstration': (text) => {
      text.demonstration = !text.demonstration
    },
  }
  for (const [what, change] of Object.entries(changes)) {
    test(what, async () => {
      const id = await sentAgreement(pair)
      const { text } = (await findVersion(pair.queenMary.database.db, id, 1))!
      change(text)
      text.title.en = `${text.title.en} (amended)`
      const at = pair.now.toString()
      const body = { number: 2, kind: 'key', text, textHash: textHash(text), note: '', byName: 'An Officer', at }
      refusedFor('text_malformed')(await says('agreement.version', id, body))
      assert.equal((await agreementAt(pair.hust, id)).version, 1)
    })
  }
})

test('instants no calendar of ours can show are refused, and the page stays as it is', async () => {
  const id = await sentAgreement(pair)
  const officer = await colleague(pair, pair.hust, 'officer')
  for (const at of ['+010000-01-01T00:00:00Z', '-000100-01-01T00:00:00Z', '+275760-09-13T00:00:00Z']) {
    const comment = { id: crypto.randomUUID(), version: 1, clause: null, byName: 'An Officer', body: 'Well', at }
    refusedFor('text_malformed', ['at'])(await says('agreement.comment', id, comment))
  }
  assert.equal((await officer.get(`/agreements/${id}`)).status, 200)
})

test('a text with characters nobody can see, or that turn what is read around, is refused', async () => {
  const spoils: [string, (text: AgreementText, spoilt: string) => void][] = [
    ['clauses.0.body.en', (text, spoilt) => Object.assign(text.clauses[0]!.body, { en: spoilt })],
    ['clauses.0.body.en', (text, spoilt) => Object.assign(text.clauses[0]!.body, { en: spoilt })],
    ['title.zh', (text, spoilt) => Object.assign(text.title, { zh: spoilt })],
    ['seats.0.name.latin', (text, spoilt) => Object.assign(text.seats[0]!.name, { latin: spoilt })],
  ]
  for (const [i, hidden] of ['\u202e', '\u200b', '\n', '\u0007'].entries()) {
    const id = await sentAgreement(pair)
    const { text } = (await findVersion(pair.queenMary.database.db, id, 1))!
    const [path, spoil] = spoils[i]!
    spoil(text, `shall ${hidden}not pay`)
    const at = pair.now.toString()
    const body = { number: 2, kind: 'key', text, textHash: textHash(text), note: '', byName: 'An Officer', at }
    refusedFor('text_malformed', [`text.${path}`])(await says('agreement.version', id, body))
  }
})
