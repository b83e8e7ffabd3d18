/** The printed agreement leads to where it is verified: what a camera reads from its pages, and what anybody finds there. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import jsQr from 'jsqr'
import sharp from 'sharp'
import { getFile } from '#src/platform/files/index.ts'
import { pageImages, pageTexts } from '#src/platform/render/index.ts'
import { agreementAt, draftedAgreement, openNegotiation } from '#test/support/negotiation.ts'
import type { Office } from '#test/support/office.ts'
import { approvedAgreement, openPair, type Pair } from '#test/support/postman.ts'
import { saveOurDraft } from './save-draft.ts'
import { sendVersion } from './send-version.ts'
import type { AgreementText } from './text.ts'
import { typesetterIdentity } from './typeset-agreement.ts'
import { findVersion } from './version-store.ts'

const pick = ({ title, clauses, seats, prevails }: AgreementText) => ({ title, clauses, seats, prevails })

let pair: Pair
let id: string
before(async () => {
  pair = await openPair()
  id = await approvedAgreement(pair)
})
after(() => pair.close())

async function documentAt(office: Office): Promise<Uint8Array> {
  const { db } = office.database
  const { frozen } = await agreementAt(office, id)
  return (await getFile(db, frozen!.documentHash))!.bytes
}

/** What a camera reads in one half of a page. */
async function readHalf(png: Uint8Array, half: 'left' | 'right'): Promise<string | undefined> {
  const image = sharp(png)
  const { width, height } = await image.metadata()
  const left = half === 'left' ? 0 : Math.floor(width / 2)
  const area = { left, top: 0, width: Math.floor(width / 2), height }
  const { data, info } = await image.extract(area).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQr.default(new Uint8ClampedArray(data), info.width, info.height)?.data
}

test('each university’s code is read from the picture of the page, and says the address printed below it', async () => {
  const pdf = await documentAt(pair.hust)
  const last = (await pageImages(pdf)).at(-1)!
  const printed = (await pageTexts(pdf)).join('').replace(/\s/g, '')
  for (const [office, half] of [
    [pair.hust, 'left'],
    [pair.queenMary, 'right'],
  ] as const) {
    const address = `${office.publicUrl}/verify/${id}`
    assert.equal(await readHalf(last.png, half), address)
    assert.ok(printed.includes(address), 'in words too')
  }
})

test('both nodes drew it from the agreed text: the same bytes', async () => {
  const [ours, theirs] = [await documentAt(pair.hust), await documentAt(pair.queenMary)]
  assert.ok(Buffer.from(ours).equals(theirs))
  const { text } = (await findVersion(pair.queenMary.database.db, id, 1))!
  assert.deepEqual(
    text.verifyAt,
    [pair.hust, pair.queenMary].map(({ ror: party, publicUrl: site }) => ({ party, site })),
  )
})

test('the address leads to the page that judges a file, in both languages, and tells nothing of what is not public', async () => {
  for (const office of [pair.hust, pair.queenMary]) {
    const page = await (await office.browser('public')).read(`/verify/${id}`)
    assert.match(page, /You come from a printed agreement/)
    assert.match(page, /verify-here/)
    const nobodys = crypto.randomUUID()
    const unknown = await (await office.browser('public')).read(`/verify/${nobodys}`)
    assert.equal(page, unknown.replaceAll(nobodys, id), 'an agreement under negotiation and none at all look the same')
    assert.match(await (await office.browser('public', 'zh')).read(`/verify/${id}`), /您由打印的协议而来/)
  }
  assert.equal((await (await pair.hust.browser('public')).get('/verify/nothing')).status, 404)
})

test('nobody freezes a text that prints another address for their node; sent once more, it says the right one', async () => {
  const negotiation = await openNegotiation()
  const { hust, queenMary } = negotiation
  try {
    const agreement = await draftedAgreement(negotiation)
    const held = { officer: await hust.visitor('officer'), agreement: await agreementAt(hust, agreement) }
    const sites = { [queenMary.ror]: 'https://elsewhere.example' }
    const typesetter = typesetterIdentity(negotiation.typesetter)
    await sendVersion(hust.database.db, held, { note: '', typesetter, sites, at: negotiation.now })
    await negotiation.deliver()
    const officer = await queenMary.browser('officer')
    const refused = await officer.post(`/agreements/${agreement}/freeze`)
    assert.equal(refused.status, 409)
    assert.match(await refused.text(), /another address for verifying it on our node/)
    const chinese = await (await queenMary.browser('officer', 'zh')).post(`/agreements/${agreement}/freeze`)
    assert.match(await chinese.text(), /验证地址并非我方地址/)

    const { text: sent } = (await findVersion(queenMary.database.db, agreement, 1))!
    const writing = { officer: await queenMary.visitor('officer'), agreement: await agreementAt(queenMary, agreement) }
    await saveOurDraft(queenMary.database.db, writing, { ...pick(sent), revision: 0, at: negotiation.now })
    assert.equal((await officer.post(`/agreements/${agreement}/versions`, { note: '' })).status, 303)
    const { text } = (await findVersion(queenMary.database.db, agreement, 2))!
    assert.deepEqual(
      text.verifyAt,
      [hust, queenMary].map(({ ror: party, publicUrl: site }) => ({ party, site })),
    )
  } finally {
    await negotiation.close()
  }
})
