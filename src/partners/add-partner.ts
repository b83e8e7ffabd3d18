/** An officer takes an institution of the directory into our register: from then on there is a partnership, as a prospect. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { InDirectory } from './directory-store.ts'
import { refusePartnership } from './partnership.ts'
import { findPartnership, startPartnership } from './partnership-store.ts'
import { ourToday, saveInstitution } from './store.ts'

export interface NewPartner {
  name: Phrase
  short: Phrase
  city: Phrase
  /** IANA zone. */
  zone: string
  at: Temporal.Instant
}

/** The zones of a country, the one most people live in first as CLDR orders them; every zone where the country has none listed. */
export function zonesOf(country: string): string[] {
  const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & { getTimeZones?: () => string[] }
  const zones = locale.getTimeZones?.() ?? []
  return zones.length > 0 ? zones : Intl.supportedValuesOf('timeZone')
}

/** @throws Refusal `already_partner`, `not_active_institution`, or `name_missing` and `zone_unknown` with what was typed kept */
export async function addPartner(
  db: Db,
  { officer, institution }: { officer: Visitor; institution: InDirectory },
  input: NewPartner,
): Promise<void> {
  if (!input.name.en.trim()) refusePartnership('name_missing', {}, 422)
  if (!zonesOf(institution.country).includes(input.zone)) refusePartnership('zone_unknown', {}, 422)
  if (institution.status !== 'active') refusePartnership('not_active_institution')
  await db.transaction().execute((tx) => takeIntoRegister(tx, { officer, institution }, input))
}

/** The step of it, for whoever has a transaction. @throws Refusal `already_partner` */
export async function takeIntoRegister(
  tx: Tx,
  { officer, institution }: { officer: Visitor; institution: InDirectory },
  { name, short, city, zone, at }: NewPartner,
): Promise<void> {
  const { ror, country, website } = institution
  if (await findPartnership(tx, ror)) refusePartnership('already_partner', { ror })
  const shorter = { en: short.en || name.en, zh: short.zh || name.zh || name.en }
  await saveInstitution(tx, { ror, name, short: shorter, city, country, zone, website, ours: false })
  const since = (await ourToday(tx, at)).toString()
  await startPartnership(tx, { id: crypto.randomUUID(), partner: ror, state: 'prospect', since })
  await record(tx, {
    at,
    by: actorOf(officer),
    about: { kind: 'partner', id: ror },
    act: 'partnership.prospect_added',
    detail: { ror, name: name.en },
  })
}
