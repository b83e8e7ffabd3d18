/** A partner that has more than one root pinned cannot make a document that seems to be signed by us as well. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sampleText } from '#cast/agreement.ts'
import { signerName, typesetterIdentity } from '#src/agreements/index.ts'
import { typesetAgreement } from '#src/agreements/typeset-agreement.ts'
import { createAuthority, issueLeaf, type KeyPair } from '#src/platform/keys/index.ts'
import { fillField, localSigner, type Verdict } from '#src/platform/pades/index.ts'
import { openPair, type Pair } from '#test/support/postman.ts'

let pair: Pair
before(async () => {
  pair = await openPair()
})
after(() => pair.close())

const authority = (name: string) => createAuthority({ name, algorithm: 'p-256', notBefore: pair.now })

/** The sample, with each seat signed under one of these roots. */
async function signedUnder(roots: KeyPair[]): Promise<Uint8Array> {
  const text = sampleText(typesetterIdentity(pair.typesetter), crypto.randomUUID())
  let { pdf } = await typesetAgreement(pair.typesetter, text)
  for (const [i, seat] of text.seats.toSorted((a, b) => a.order - b.order).entries()) {
    const leaf = await issueLeaf(roots[i]!, {
      commonName: signerName(seat),
      title: seat.title.en,
      organisation: 'Any',
      algorithm: 'p-256',
      notBefore: pair.now,
      notAfter: pair.now.add({ hours: 24 }),
    })
    pdf = await fillField({
      previous: pdf,
      field: seat.id,
      variant: 'passkey',
      signedAt: pair.now,
      signer: localSigner(leaf),
    })
  }
  return pdf
}

async function verdictAtHust(pdf: Uint8Array): Promise<Verdict> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(pdf)], 'agreement.pdf', { type: 'application/pdf' }))
  const browser = await pair.hust.browser('public')
  return (await browser.post('/verify', form, { accept: 'application/json' })).json()
}

test('the partner signs for both sides, under two roots of its own', async () => {
  const roots = [await authority('Huazhong University of Science and Technology'), await authority('Queen Mary')]
  pair.roots.set(pair.queenMary.ror, roots.map((root) => root.certificatePem).join('\n'))
  const verdict = await verdictAtHust(await signedUnder(roots))
  assert.equal(verdict.state, 'untrusted')
  assert.deepEqual(
    verdict.signatures[0]!.problems.map((p) => p.code),
    ['another_root'],
  )
})
