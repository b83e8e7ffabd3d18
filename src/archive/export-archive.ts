/** Exports for an archive: everything of one agreement, or of one partner, as files that prove themselves without this product. */
import { type Entry, entriesToCompare, findEntry } from '#src/agreements/index.ts'
import type { EvidenceParts } from '#src/evidence/index.ts'
import { factsOf, findPartnership, type Institution, peopleOf, stepsOf } from '#src/partners/index.ts'
import { utf8 } from '#src/platform/bytes.ts'
import { plainName, type ZipFile } from '#src/platform/zip-stream.ts'
import { type Audience, filesOfEntry, json, type Told } from './archive-files.ts'
import { readme } from './archive-readme.ts'

export interface Asked extends Told {
  /** Who asked, and when. */
  by: string
  at: Temporal.Instant
  /** Whose node this is. */
  us: Institution
}

export async function* archiveOfEntry(parts: EvidenceParts, entry: Entry, asked: Asked): AsyncGenerator<ZipFile> {
  yield { name: 'README.txt', bytes: utf8(readme(entry.title_en || entry.title_zh, asked)) }
  yield* filesOfEntry(parts, entry, { ...asked, folder: '' })
}

export async function* archiveOfPartner(
  parts: EvidenceParts,
  partner: Institution,
  asked: Asked,
): AsyncGenerator<ZipFile> {
  yield { name: 'README.txt', bytes: utf8(readme(partner.name.en, asked)) }
  yield { name: 'partner.json', bytes: json(await partnerFields(parts, partner, asked.audience)) }
  const entries = await entriesToCompare(parts.db, [partner.ror])
  const byTime = entries.sort(
    (a, b) => String(a.signed_on).localeCompare(String(b.signed_on)) || a.id.localeCompare(b.id),
  )
  for (const [n, { id }] of byTime.entries()) {
    const entry = await findEntry(parts.db, id)
    if (!entry) continue
    const title = plainName(entry.title_en || entry.title_zh, 60)
    const folder = `agreements/${String(n + 1).padStart(3, '0')} ${title}/`
    yield* filesOfEntry(parts, entry, { ...asked, folder })
  }
}

/** The partnership, how it came to stand where it does, facts with their sources, people with their posts; nobody's address. */
async function partnerFields({ db }: EvidenceParts, partner: Institution, audience: Audience) {
  const [partnership, facts, people] = await Promise.all([
    findPartnership(db, partner.ror),
    factsOf(db, partner.ror),
    peopleOf(db, partner.ror),
  ])
  const steps = partnership ? await stepsOf(db, partnership.id) : []
  return {
    institution: partner,
    partnership,
    history: steps.map(({ reason, ...step }) => (audience === 'office' ? { ...step, reason } : step)),
    facts,
    people: people.map(({ account: _, ...person }) => person),
  }
}
