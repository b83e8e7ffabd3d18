/** The tables of this area, for the compiler. */

declare module '#src/platform/database/tables.ts' {
  interface Tables {
    signing_authority: AuthorityTable
    signing_certificate: CertificateTable
    signing_revocation: {
      authority: string
      serial: string
      reason: RevocationReason
      revoked_at: Temporal.Instant
    }
    signing_crl: CrlTable
    partner_crl: PartnerCrlTable
  }
}

export type RevocationReason = 'unspecified' | 'key_lost' | 'left_office' | 'replaced'

export interface AuthorityTable {
  id: string
  certificate: string
  sealed: Buffer | null
  created_at: Temporal.Instant
  key_until: Temporal.Instant | null
  retired_at: Temporal.Instant | null
}

export interface CertificateTable {
  id: string
  holder: string
  certificate: string
  sealed: Buffer
  not_after: Temporal.Instant
  created_at: Temporal.Instant
  authority: string | null
  ended_at: Temporal.Instant | null
  name_latin: string | null
  title_en: string | null
}

export interface CrlTable {
  authority: string
  number: number
  der: Buffer
  sha256: string
  entries: number
  this_update: Temporal.Instant
  next_update: Temporal.Instant
}

export interface PartnerCrlTable {
  institution: string
  authority: string
  number: number
  der: Buffer
  this_update: Temporal.Instant
  next_update: Temporal.Instant
  received_at: Temporal.Instant
}
