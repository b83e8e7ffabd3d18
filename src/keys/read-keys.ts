/** Gathers what the keys page shows. */
import { type Institution, institutions } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { describeCertificate } from '#src/platform/keys/index.ts'
import { listAccounts, type Visitor } from '#src/platform/people/index.ts'
import { authorities, certificates } from './authority-store.ts'
import { latestList, revocationsOf } from './crl-store.ts'
import { type KeptKeyAct, keyActs } from './key-act-store.ts'
import { type OwnCertificateTable, ownCertificates } from './own-certificate-store.ts'
import type { KeyParts } from './parts.ts'
import { type AnnouncementTable, announcements, type PartnerRootTable, partnerRoots } from './root-store.ts'
import type { AuthorityTable } from './tables.ts'

export interface RootShown extends Pick<AuthorityTable, 'id' | 'key_until' | 'retired_at' | 'created_at'> {
  keyHere: boolean
  notAfter: Temporal.Instant
  list: Awaited<ReturnType<typeof latestList>>
  revoked: number
}

export type CertificateState = 'inUse' | 'expired' | 'ended' | 'revoked'

export interface CertificateShown {
  id: string
  name: string
  title: string
  serial: string
  notAfter: Temporal.Instant
  state: CertificateState
}

export interface KeysView {
  keeper: Visitor
  /** How many administrators there are. */
  keepers: number
  us: Institution
  /** The paired first. */
  others: Institution[]
  roots: RootShown[]
  /** Whether a copy of the root in use was ever made. */
  copied: boolean
  acts: KeptKeyAct[]
  certificates: CertificateShown[]
  /** Of people who bring their own; those in use. */
  own: OwnCertificateTable[]
  announcements: AnnouncementTable[]
  partnerRoots: PartnerRootTable[]
}

export async function readKeys({ db, house }: KeyParts, keeper: Visitor, now: Temporal.Instant): Promise<KeysView> {
  const [known, acts, rows] = [await institutions(db), await keyActs(db), await authorities(db)]
  const accounts = (await listAccounts(db)).filter((a) => !a.endedAt && a.roles.some((r) => r.name === 'administrator'))
  const roots = await Promise.all(rows.map((row) => rootShown(db, row)))
  const current = roots.find((root) => !root.retired_at)
  const paired = await house.partners(db)
  const isPaired = ({ ror }: Institution) => paired.includes(ror)
  return {
    keeper,
    keepers: accounts.length,
    us: known.find(({ ours }) => ours)!,
    others: [...known.filter(isPaired), ...known.filter((one) => !one.ours && !isPaired(one))],
    roots,
    copied: acts.some((a) => a.kind === 'export_root' && a.state === 'done' && a.about === current?.id),
    acts,
    certificates: await certificatesShown(db, rows, now),
    own: (await ownCertificates(db)).filter(({ ended_at }) => !ended_at),
    announcements: await announcements(db),
    partnerRoots: await partnerRoots(db),
  }
}

async function rootShown(db: Db, row: AuthorityTable): Promise<RootShown> {
  const { id, key_until, retired_at, created_at, sealed, certificate } = row
  const [list, revoked] = [await latestList(db, id), (await revocationsOf(db, id)).length]
  const { notAfter } = describeCertificate(certificate)
  return { id, key_until, retired_at, created_at, keyHere: sealed !== null, notAfter, list, revoked }
}

async function certificatesShown(db: Db, roots: AuthorityTable[], now: Temporal.Instant): Promise<CertificateShown[]> {
  const revoked = (await Promise.all(roots.map(({ id }) => revocationsOf(db, id)))).flat()
  return (await certificates(db)).map((row) => {
    const { name, title, serial } = describeCertificate(row.certificate)
    const isRevoked = revoked.some((r) => r.authority === row.authority && r.serial === serial)
    const isOver = Temporal.Instant.compare(row.not_after, now) <= 0
    const state = isRevoked ? 'revoked' : row.ended_at ? 'ended' : isOver ? 'expired' : 'inUse'
    return { id: row.id, name, title, serial, notAfter: row.not_after, state }
  })
}
