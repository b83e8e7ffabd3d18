import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sha256 } from '#src/platform/canonical.ts'
import { agreementAt, openNegotiation, sentAgreement } from '#test/support/negotiation.ts'
import { otherwise } from '#test/support/other-typesetter.ts'
import type { Pair } from '#test/support/postman.ts'

let pair: Pair
before(async () => {
  pair = await openNegotiation(otherwise)
})
after(() => pair.close())

const plain = (page: string) => page.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')

test('where the typesetters differ, the proposer’s document crosses, is compared, and is accepted by an officer', async () => {
  const id = await sentAgreement(pair)
  const [ours, theirs] = [await pair.hust.browser('officer'), await pair.queenMary.browser('officer')]
  const page = async (browser: typeof ours) => plain(await browser.read(`/agreements/${id}`))
  assert.equal((await ours.post(`/agreements/${id}/freeze`)).status, 303)
  await pair.deliver()

  const seen = await page(theirs)
  assert.match(seen, /The documents differ/)
  assert.match(seen, /The words in both are the same\./)
  assert.match(seen, /Page \d+: 0\.\d+% of the picture differs/)
  assert.doesNotMatch(seen, /Agree: freeze the text/)
  const plainly = await theirs.post(`/agreements/${id}/freeze`)
  assert.equal(plainly.status, 409)
  assert.match(await plainly.text(), /Compare the two and accept theirs/)
  const document = await theirs.get(`/agreements/${id}/partner-document.pdf`)
  const crossed = sha256(new Uint8Array(await document.arrayBuffer()))

  assert.equal((await theirs.post(`/agreements/${id}/document-acceptance`)).status, 303)
  await pair.deliver()
  for (const office of [pair.hust, pair.queenMary]) {
    const { state, frozen } = await agreementAt(office, id)
    assert.deepEqual([state, frozen?.documentHash], ['frozen', crossed])
    const pdf = await (await office.browser('reader')).get(`/agreements/${id}/document.pdf`)
    assert.equal(sha256(new Uint8Array(await pdf.arrayBuffer())), crossed)
  }
  assert.match(await page(theirs), /accepted the partner’s document/)
})

test('where both propose at once, the first party’s document is the base and the other side accepts it', async () => {
  const id = await sentAgreement(pair)
  const [ours, theirs] = [await pair.hust.browser('officer'), await pair.queenMary.browser('officer')]
  const page = async (browser: typeof ours) => plain(await browser.read(`/agreements/${id}`))
  for (const browser of [ours, theirs]) assert.equal((await browser.post(`/agreements/${id}/freeze`)).status, 303)
  await pair.deliver()
  assert.match(await page(ours), /Our document is the base: Queen Mary compares it/)
  assert.doesNotMatch(await page(ours), /Accept the partner’s document/)
  assert.match(await page(theirs), /Accept the partner’s document/)
  assert.equal((await theirs.post(`/agreements/${id}/document-acceptance`)).status, 303)
  await pair.deliver()
  const states = await Promise.all([pair.hust, pair.queenMary].map((office) => agreementAt(office, id)))
  assert.deepEqual(
    states.map((a) => a.state),
    ['frozen', 'frozen'],
  )
  assert.equal(states[0]!.frozen!.documentHash, states[1]!.frozen!.documentHash)
})
