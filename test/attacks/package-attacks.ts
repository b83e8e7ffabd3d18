/** Ways to cheat with an evidence package, from the outside and as an administrator with a log's own key, and what must be said to each. */
import { generateKeyPairSync } from 'node:crypto'
import type { packageProblems } from '#src/evidence/index.ts'
import { createAuthority, describeCertificate, makeRevocationList, serialOf } from '#src/platform/keys/index.ts'
import { readDocument } from '#src/platform/pades/reading.ts'
import type { State } from '#src/platform/pades/verdict.ts'
import type { ProblemCode } from '#src/platform/pades/words.ts'
import { answerRequest, formatRequest, tokenIn } from '#src/platform/timestamp/index.ts'
import {
  cosign,
  cosignatureV1,
  formatNote,
  formatProof,
  inclusionProof,
  leafHash,
  memoryTree,
  noteSigner,
  readNote,
  readProof,
  rootAt,
  signCheckpoint,
} from '#src/platform/tlog/index.ts'
import type { Files } from '#src/platform/zip.ts'
import type { Office } from '#test/support/office.ts'
import { houseOf, type Packaged } from '#test/support/packaged.ts'
import { makeHonest } from './honest.ts'

export interface PackageAttack {
  name: string
  state: State
  /** A problem that is named. */
  code: keyof typeof packageProblems | ProblemCode
  change(files: Files, honest: Packaged): Promise<void> | void
}

const text = (files: Files, name: string) => Buffer.from(files.get(name)!).toString()
const json = (files: Files, name: string) => JSON.parse(text(files, name))
const put = (files: Files, name: string, value: unknown) =>
  files.set(name, Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)))
const proofsOf = (files: Files, side: string) =>
  [...files.keys()].filter((name) => name.startsWith(`logs/${side}/`) && name.endsWith('.tlog-proof'))

/** Puts another head into a log's part of the package, and under each of its proofs. */
function changeHead(files: Files, side: string, change: (checkpoint: string) => string): void {
  const head = change(text(files, `logs/${side}/checkpoint.txt`))
  put(files, `logs/${side}/checkpoint.txt`, head)
  for (const name of proofsOf(files, side)) {
    const { index, path } = readProof(text(files, name))!
    put(files, name, formatProof({ index, path, checkpoint: head }))
  }
}

const sides = ({ pair }: Packaged): [Office, Office] => [pair.hust, pair.queenMary]

/** The log's own key signs another tree of the same size: our entries at their places, everything else made up. */
async function forkedHead(files: Files, honest: Packaged): Promise<{ head: string; proofs: Map<string, string> }> {
  const [office] = sides(honest)
  const { log, origin } = houseOf(honest, office)
  const size = Number(text(files, `logs/${office.ror}/checkpoint.txt`).split('\n')[1])
  const tree = memoryTree()
  const { db } = office.database
  const rows = await db.selectFrom('tlog_entry').selectAll().where('origin', '=', origin).orderBy('index').execute()
  const own = proofsOf(files, office.ror).map((name) => readProof(text(files, name))!.index)
  const entries = rows.slice(0, size).map(({ data }, i) => (own.includes(i) ? data : Buffer.from(`made up ${i}`)))
  await tree.append(entries.map(leafHash))
  const head = signCheckpoint({ origin, size, root: await rootAt(tree.read, size) }, log)
  const proofs = new Map<string, string>()
  for (const name of proofsOf(files, office.ror)) {
    const { index } = readProof(text(files, name))!
    const path = await inclusionProof(tree.read, index, size)
    proofs.set(name, formatProof({ index, path, checkpoint: head }))
  }
  return { head, proofs }
}

const ofLogs: PackageAttack[] = [
  {
    name: 'a forked log: another tree of the same size, signed by the log itself',
    state: 'altered',
    code: 'cosignature_missing',
    async change(files, honest) {
      const { head, proofs } = await forkedHead(files, honest)
      put(files, `logs/${honest.pair.hust.ror}/checkpoint.txt`, head)
      for (const [name, proof] of proofs) put(files, name, proof)
    },
  },
  {
    name: 'a forked log: one entry proven in the other tree',
    state: 'altered',
    code: 'log_forked',
    async change(files, honest) {
      const [[name, proof] = ['', '']] = (await forkedHead(files, honest)).proofs
      put(files, name, proof)
    },
  },
  {
    name: 'a rolled-back checkpoint: an older head the other side really cosigned',
    state: 'altered',
    code: 'checkpoint_rolled_back',
    async change(files, honest) {
      const [office, other] = sides(honest)
      const { log, origin } = houseOf(honest, office)
      const { witness, mirror } = houseOf(honest, other)
      const tree = memoryTree()
      const { db } = office.database
      const rows = await db.selectFrom('tlog_entry').selectAll().where('origin', '=', origin).orderBy('index').execute()
      await tree.append(rows.slice(0, 4).map(({ data }) => leafHash(data)))
      const note = readNote(signCheckpoint({ origin, size: 4, root: await rootAt(tree.read, 4) }, log))!
      const cosigned = [witness, mirror].map((by) => cosign(note.text, by, honest.pair.now))
      changeHead(files, office.ror, () => formatNote({ ...note, signatures: [...note.signatures, ...cosigned] }))
    },
  },
  {
    name: 'a missing cosignature',
    state: 'altered',
    code: 'cosignature_missing',
    change: (files, honest) =>
      changeHead(files, honest.pair.hust.ror, (head) => head.replace(/— \S+\/mirror .*\n/, '')),
  },
  {
    name: 'a cosignature with the wrong key',
    state: 'altered',
    code: 'cosignature_wrong',
    change(files, honest) {
      const [office, other] = sides(honest)
      const { key } = houseOf(honest, other).mirror
      const stranger = noteSigner(key.name, cosignatureV1, generateKeyPairSync('ed25519').privateKey)
      changeHead(files, office.ror, (head) => {
        const note = readNote(head)!
        const posing = cosign(note.text, { key, sign: stranger.sign }, honest.pair.now)
        const signatures = note.signatures.map((s) => (s.name === key.name ? posing : s))
        return formatNote({ ...note, signatures })
      })
    },
  },
  {
    name: 'keys of strangers in place of the witness’s and the mirror’s',
    state: 'altered',
    code: 'policy_differs',
    change(files, honest) {
      const keys = json(files, 'keys.json')
      const [{ ror: ours }, { ror: theirs }] = sides(honest)
      put(files, 'keys.json', { ...keys, [theirs]: { ...keys[theirs], witness: keys[ours].witness } })
    },
  },
  {
    name: 'a log that does not tell of the conclusion',
    state: 'altered',
    code: 'event_missing',
    change(files, honest) {
      const name = `logs/${honest.pair.queenMary.ror}/events.json`
      put(files, name, json(files, name).slice(0, -1))
    },
  },
  {
    name: 'an entry that says something else than was logged',
    state: 'altered',
    code: 'entry_not_proven',
    change(files, honest) {
      const name = `logs/${honest.pair.hust.ror}/events.json`
      const events = json(files, name)
      events[1].at = '2026-01-01T00:00:00Z'
      put(files, name, events)
    },
  },
]

/** A stamp by the other side's own authority. */
async function stampAt(files: Files, honest: Packaged, at: Temporal.Instant, head?: string): Promise<void> {
  const [office, other] = sides(honest)
  const said = head ?? readNote(text(files, `logs/${office.ror}/checkpoint.txt`))!.text
  const imprint = new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.from(said)))
  const reply = answerRequest(formatRequest({ imprint, certificateWanted: true }), houseOf(honest, other).stamps, at)
  files.set(`logs/${office.ror}/stamp.tst`, tokenIn(reply)!)
}

const ofTimes: PackageAttack[] = [
  {
    name: 'a time-stamp from the future',
    state: 'altered',
    code: 'time_in_the_future',
    change: (files, honest) => stampAt(files, honest, honest.pair.now.add({ hours: 24 * 300 })),
  },
  {
    name: 'a time-stamp over another head',
    state: 'altered',
    code: 'stamp_wrong',
    change: (files, honest) => stampAt(files, honest, honest.pair.now, 'another head'),
  },
  {
    name: 'a signatory’s certificate revoked before the signature',
    state: 'untrusted',
    code: 'certificate_revoked',
    change: (files, honest) => revoke(files, honest, honest.pair.now.subtract({ hours: 48 })),
  },
  {
    name: 'a root of the same name that expired long ago, in place of the right one',
    state: 'untrusted',
    code: 'no_trusted_root',
    async change(files, honest) {
      const notBefore = Temporal.Instant.from('2010-01-01T00:00:00Z')
      const notAfter = notBefore.add({ hours: 24 })
      const { name } = describeCertificate(honest.pair.hust.signing.authority.certificatePem)
      const { certificatePem } = await createAuthority({ name, algorithm: 'p-256', notBefore, notAfter })
      put(files, `roots/${honest.pair.hust.ror}.pem`, certificatePem)
    },
  },
]

/** A list by the signatory's own root that names the certificate. */
async function revoke(files: Files, { pair }: Packaged, at: Temporal.Instant): Promise<void> {
  const { authority } = pair.hust.signing
  const rows = await pair.hust.database.db.selectFrom('signing_certificate').selectAll().execute()
  const revoked = rows.map((row) => ({ serial: serialOf(row.certificate), at, reason: 'key_lost' as const }))
  const root = { certificatePem: authority.certificatePem, privateKeyPem: authority.privateKeyPem! }
  const times = { number: 99, thisUpdate: pair.now, nextUpdate: pair.now.add({ hours: 24 * 30 }) }
  files.set(`crls/${pair.hust.ror}-9.crl`, await makeRevocationList(root, times, revoked))
}

const ofDocument: PackageAttack[] = [
  {
    name: 'a swapped consent: each side’s answer under the other’s statement',
    state: 'altered',
    code: 'consent_not_valid',
    change(files) {
      const { pins, consents } = json(files, 'consents.json')
      const [a, b] = consents
      put(files, 'consents.json', {
        pins,
        consents: [
          { ...a, assertion: b.assertion },
          { ...b, assertion: a.assertion },
        ],
      })
    },
  },
  {
    name: 'a consent to another document',
    state: 'altered',
    code: 'consent_differs',
    change(files) {
      const { pins, consents } = json(files, 'consents.json')
      consents[0].statement.documentHash = '0'.repeat(64)
      put(files, 'consents.json', { pins, consents })
    },
  },
  {
    name: 'a passkey slipped in after approval',
    state: 'altered',
    code: 'event_missing',
    change(files) {
      const { pins, consents } = json(files, 'consents.json')
      pins[0].pin.credentials.push({ id: 'bmV3', publicKey: pins[1].pin.credentials[0].publicKey })
      put(files, 'consents.json', { pins, consents })
    },
  },
  {
    name: 'the package of another agreement around the document',
    state: 'altered',
    code: 'another_agreement',
    async change(files) {
      const { signedTwice, revisionZero } = await makeHonest()
      files.set('agreement.pdf', signedTwice)
      files.set('revision-0.pdf', revisionZero)
    },
  },
  {
    name: 'another title and another party’s name above the right document',
    state: 'altered',
    code: 'another_agreement',
    change(files) {
      const manifest = json(files, 'manifest.json')
      manifest.title.en = 'Agreement of Merger'
      manifest.parties[1].name.zh = '西岸大学'
      put(files, 'manifest.json', manifest)
    },
  },
  {
    name: 'the hash of another file in the list of contents',
    state: 'altered',
    code: 'another_agreement',
    change: (files) =>
      put(files, 'manifest.json', { ...json(files, 'manifest.json'), sha256: '0'.repeat(64) }) as never,
  },
  {
    name: 'another text than was signed',
    state: 'altered',
    code: 'text_differs',
    change: (files) =>
      void put(
        files,
        'text.json',
        text(files, 'text.json').replace('once a year', 'twice a year').replace('"en"', '"en" '),
      ),
  },
  {
    name: 'one byte of the document',
    state: 'altered',
    code: 'digest_differs',
    change(files) {
      const file = Buffer.from(files.get('agreement.pdf')!)
      // A letter of an object's text: the structure stays what it was.
      const at = file.indexOf('(', 2_000) + 1
      file[at] = file[at]! ^ 1
      files.set('agreement.pdf', file)
    },
  },
  {
    name: 'something appended to the document',
    state: 'altered',
    code: 'bytes_after_end',
    change: (files) =>
      void files.set('agreement.pdf', Buffer.concat([files.get('agreement.pdf')!, Buffer.from('\n%')])),
  },
  {
    name: 'the document cut after its first signature',
    state: 'partial',
    code: 'event_missing',
    change(files) {
      const file = files.get('agreement.pdf')!
      files.set('agreement.pdf', file.subarray(0, readDocument(file).layout.sections[1]!.end))
    },
  },
  {
    name: 'a file left out',
    state: 'altered',
    code: 'file_missing',
    change: (files) => void files.delete('consents.json'),
  },
]

export const packageAttacks: PackageAttack[] = [...ofLogs, ...ofTimes, ...ofDocument]
