/** What proves a document for later: stamps in signatures, material and stamps after them, and what is said of each. */
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { childrenOf, decode, encode, isTagged, seq, tagged } from '#src/platform/asn1.ts'
import { createAuthority } from '#src/platform/keys/index.ts'
import { issueStampCertificate } from '#src/platform/timestamp/index.ts'
import { forge, signed } from '#test/attacks/forge.ts'
import { listOf, makeStamped, preserve, type Stamped, signedBy, stampsAt, stampTerm } from '#test/attacks/stamped.ts'
import { addMaterial, addStamp, countersignable, preservable, verifyDocument } from './index.ts'
import type { VerifyOptions } from './verify.ts'

let stamped: Stamped
before(async () => {
  stamped = await makeStamped()
})

const from = (text: string) => Temporal.Instant.from(text)
const soon = from('2026-10-01T00:00:00Z')

async function said(file: Uint8Array, options: Partial<VerifyOptions> = {}) {
  const verdict = await verifyDocument(file, { roots: stamped.roots, at: soon, ...options })
  const { state, level, notes, problems, signatures, timeStamps } = verdict
  const codes = [...problems, ...signatures.flatMap((s) => s.problems)].map((p) => p.code)
  return {
    state,
    level,
    codes: [...new Set(codes)],
    notes: [...new Set(notes.map((n) => n.code))],
    signatures,
    timeStamps,
  }
}
const brief = async (...of: Parameters<typeof said>) => {
  const { state, level, codes, notes } = await said(...of)
  return { state, level, codes, notes }
}
const fine = { state: 'complete', codes: [], notes: [] }

describe('levels', () => {
  test('no stamp B-B, a stamp in each signature B-T, with lists B-LT, with a stamp over them B-LTA', async () => {
    const { signedTwice, signed, preserved, lists, sides } = stamped
    assert.deepEqual(await brief(signedTwice), { ...fine, level: 'B-B' })
    assert.deepEqual(await brief(signed), { ...fine, level: 'B-T' })
    const certificates = sides.map(({ authority }) =>
      Buffer.from(authority.certificatePem.replace(/-----[^-]+-----|\s/g, ''), 'base64'),
    )
    const withLists = addMaterial(signed, { certificates, lists })
    assert.deepEqual(await brief(withLists), { ...fine, level: 'B-LT' })
    assert.deepEqual(await brief(preserved), { ...fine, level: 'B-LTA' })
  })

  test('a signature made without a stamp is proven by the one over the document', async () => {
    const { lists, authorities, preservedAt } = stamped
    const file = await preserve(stamped, await signedBy(stamped, () => undefined), {
      lists,
      authority: authorities[0],
      at: preservedAt,
    })
    assert.deepEqual(await brief(file), { ...fine, level: 'B-LTA' })
  })

  test('what was added is added once, and the same input has the same bytes', () => {
    const { preserved, lists } = stamped
    assert.equal(addMaterial(preserved, { certificates: [], lists }), preserved)
    assert.deepEqual(
      addMaterial(stamped.signed, { certificates: [], lists }),
      addMaterial(stamped.signed, { certificates: [], lists }),
    )
  })

  test('the other side accepts what preserves, and nothing else in its place', () => {
    const { signed, preserved, signedOnce, signedTwice, roots } = stamped
    const answer = preservable(signed, preserved, { roots, at: soon })
    assert.deepEqual([answer.accepted, answer.problems, answer.stamp?.trusted], [true, [], true])
    assert.equal(preservable(signedOnce, signedTwice, { roots }).accepted, false)
    assert.equal(countersignable(signed, preserved, { roots }).accepted, false)
    assert.equal(preservable(signedTwice, preserved, { roots }).problems[0]?.code, 'previous_changed')
  })

  test('a document not all have signed cannot be preserved', () => {
    assert.throws(() => addMaterial(stamped.signedOnce, { certificates: [], lists: stamped.lists }))
  })
})

describe('renewal', () => {
  const renewedAt = from('2027-11-01T00:00:00Z')
  const later = from('2029-06-01T00:00:00Z')

  test('a stamp that ran out proves nothing; the signatures stand on their own word, and it is said', async () => {
    const { state, level, notes, timeStamps } = await said(stamped.preserved, { at: later })
    assert.deepEqual([state, level, notes], ['complete', 'B-B', ['stamp_expired', 'certificate_ended_since']])
    assert.equal(timeStamps[0]!.trusted, false)
  })

  test('renewed in time, the old stamps go on proving, long after the certificates of signers and stamps ended', async () => {
    const { sides } = stamped
    const newer = await issueStampCertificate(sides[1].authority, {
      name: 'newer',
      notBefore: renewedAt.subtract({ hours: 1 }),
      notAfter: from('2030-11-01T00:00:00Z'),
    })
    const lists = [await listOf(sides[0].authority, renewedAt), await listOf(sides[1].authority, renewedAt)]
    const renewed = await preserve(stamped, stamped.preserved, { lists, authority: newer, at: renewedAt })
    assert.equal(preservable(stamped.preserved, renewed, { roots: stamped.roots, at: renewedAt }).accepted, true)
    assert.deepEqual(await brief(renewed, { at: later }), { ...fine, level: 'B-LTA' })
  })
})

describe('revocation', () => {
  const revoke = async (since: Temporal.Instant) => {
    const { authority, leaf } = stamped.sides[0]
    return [await listOf(authority, since.add({ hours: 1 }), [{ certificatePem: leaf.certificatePem, since }])]
  }

  test('revoked after the stamp: it counts, and that is said', async () => {
    const lists = await revoke(stamped.signedAt[0].add({ minutes: 5 }))
    assert.deepEqual(await brief(stamped.signed, { lists }), {
      ...fine,
      level: 'B-T',
      notes: ['certificate_revoked_later'],
    })
  })

  test('revoked before the stamp: not trusted, whatever time the signature claims', async () => {
    const lists = await revoke(stamped.signedAt[0].subtract({ minutes: 5 }))
    const { state, codes } = await said(stamped.signed, { lists })
    assert.deepEqual([state, codes], ['untrusted', ['certificate_revoked']])
  })

  test('revoked after the time claimed, but no stamp proves it: not trusted', async () => {
    const lists = await revoke(stamped.signedAt[0].add({ minutes: 5 }))
    assert.deepEqual((await said(stamped.signedTwice, { lists })).codes, ['certificate_revoked'])
  })

  test('a list in the document says it as well', async () => {
    const { signed, authorities, preservedAt, lists } = stamped
    const revoked = await revoke(stamped.signedAt[0].subtract({ minutes: 5 }))
    const file = await preserve(stamped, signed, {
      lists: [...revoked, lists[1]!],
      authority: authorities[0],
      at: preservedAt,
    })
    assert.deepEqual((await said(file)).codes, ['certificate_revoked'])
  })

  test('a list signed by somebody else says nothing', async () => {
    const stranger = await createAuthority({
      name: `Root of seat-1`,
      algorithm: 'p-256',
      notBefore: stampTerm.notBefore,
    })
    const { leaf } = stamped.sides[0]
    const lists = [await listOf(stranger, soon, [{ certificatePem: leaf.certificatePem, since: stampTerm.notBefore }])]
    assert.deepEqual(await brief(stamped.signed, { lists }), { ...fine, level: 'B-T' })
  })

  test('the certificate that stamped was revoked before: the stamp proves nothing', async () => {
    const { sides, authorities, signedAt } = stamped
    const since = signedAt[0].subtract({ hours: 1 })
    const lists = [await listOf(sides[1].authority, soon, [{ certificatePem: authorities[1].certificatePem, since }])]
    assert.deepEqual(await brief(stamped.signed, { lists }), {
      ...fine,
      level: 'B-B',
      notes: ['stamp_authority_revoked'],
    })
  })
})

describe('certificates that end', () => {
  test('a signer’s certificate that ended after its stamp is fine while the stamp lasts', async () => {
    const { preserved } = stamped
    const { state, level } = await said(preserved, { at: from('2027-12-31T00:00:00Z') })
    assert.deepEqual([state, level], ['complete', 'B-LTA'])
  })

  test('it had ended when it was stamped: not trusted, whatever time the signature claims', async () => {
    const { authorities } = stamped
    const file = (await addStamp(stamped.signedTwice, stampsAt(authorities[0], from('2027-12-01T00:00:00Z'))))!
    assert.equal((await said(file, { at: from('2027-12-02T00:00:00Z') })).state, 'complete')
    const late = await issueStampCertificate(stamped.sides[0].authority, {
      name: 'late',
      notBefore: from('2029-01-01T00:00:00Z'),
      notAfter: from('2031-01-01T00:00:00Z'),
    })
    const stampedLate = (await addStamp(stamped.signedTwice, stampsAt(late, from('2029-02-01T00:00:00Z'))))!
    assert.deepEqual((await said(stampedLate, { at: from('2029-03-01T00:00:00Z') })).codes, ['certificate_expired'])
  })
})

describe('stamps that are not right', () => {
  const future = from('2026-09-23T08:52:00Z')

  test('a time still to come: altered, and refused by the side that would keep it', async () => {
    const { signed, authorities, roots } = stamped
    const file = (await addStamp(signed, stampsAt(authorities[0], soon)))!
    assert.deepEqual((await said(file, { at: future })).codes, ['stamp_in_the_future'])
    assert.equal((await said(file, { at: future })).state, 'altered')
    assert.equal(preservable(signed, file, { roots, at: future }).problems[0]?.code, 'stamp_in_the_future')
  })

  test('a stamp far from the time its signature claims: never written, and altered where it was forged', async () => {
    const { authorities, signedAt } = stamped
    const late = stampsAt(authorities[0], signedAt[1].add({ hours: 1 }))
    await assert.rejects(
      signedBy(stamped, () => late),
      { details: { codes: ['stamp_time_differs'] } },
    )
    const { privateKeyPem } = stamped.sides[1].leaf
    const token = (await late.ask(new Uint8Array(32)))!
    const file = forge(stamped, { reserve: 4096, cms: (parts) => signed(privateKeyPem, { ...parts, token }) })
    const { state, codes } = await said(file)
    assert.deepEqual([state, codes], ['altered', ['stamp_of_something_else', 'stamp_time_differs']])
    assert.equal(countersignable(stamped.signedOnce, file, { roots: stamped.roots }).accepted, false)
  })

  test('an authority nobody here knows: it proves nothing, and harms nothing', async () => {
    const stranger = await createAuthority({ name: 'Stranger', algorithm: 'p-256', notBefore: stampTerm.notBefore })
    const authority = await issueStampCertificate(stranger, { name: 'Stranger', ...stampTerm })
    const file = await signedBy(stamped, (i) => stampsAt(authority, stamped.signedAt[i]))
    assert.deepEqual(await brief(file), { ...fine, level: 'B-B', notes: ['stamp_unknown_authority'] })
    assert.deepEqual(await brief(file, { stampRoots: [stranger.certificatePem] }), { ...fine, level: 'B-T' })
    assert.equal(
      preservable(stamped.signed, (await addStamp(stamped.signed, stampsAt(authority, soon)))!, {
        roots: stamped.roots,
        at: soon,
      }).accepted,
      true,
    )
  })

  test('the certificate in a stamp was swapped for another: altered', async () => {
    const { authorities, signed: before } = stamped
    const other = new X509Certificate(authorities[1].certificatePem).raw
    const own = new X509Certificate(authorities[0].certificatePem).raw
    const { ask } = stampsAt(authorities[0], stamped.preservedAt)
    const swap = async (imprint: Uint8Array) => {
      const [type, outer] = childrenOf(decode((await ask(imprint))!))
      const parts = childrenOf(childrenOf(outer)[0]).map((part) =>
        isTagged(part, 0) ? tagged(0, decode(other)) : part,
      )
      assert.ok(!Buffer.concat(parts.map(encode)).includes(own))
      return encode(seq(type!, tagged(0, seq(...parts))))
    }
    const file = (await addStamp(before, { room: 3072, ask: swap }))!
    const { state, codes } = await said(file)
    assert.deepEqual([state, codes], ['altered', ['stamp_certificate_differs']])
  })

  test('a stamp made with a key that is not its certificate’s: altered', async () => {
    const { authorities } = stamped
    const swapped = { certificatePem: authorities[0].certificatePem, privateKeyPem: authorities[1].privateKeyPem }
    const file = (await addStamp(stamped.signed, stampsAt(swapped, stamped.preservedAt)))!
    assert.deepEqual((await said(file)).codes, ['stamp_wrong'])
  })

  test('a stamp taken from one signature and put over the document: altered', async () => {
    const { authorities, signed } = stamped
    const other = stampsAt(authorities[0], soon)
    const file = (await addStamp(signed, { room: 3072, ask: () => other.ask(new Uint8Array(32)) }))!
    assert.deepEqual((await said(file)).codes, ['stamp_of_something_else'])
  })
})
