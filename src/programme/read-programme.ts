/** Reads everything the page of one programme shows, in a number of queries that does not grow with its partners. */
import { partnerCover } from '#src/agreements/index.ts'
import {
  type Activity,
  dormantPartners,
  groupings,
  lastActivity,
  leadNames,
  ourInstitution,
} from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { mayKeepProgrammes, type SeenProgramme } from './access.ts'
import { isOpen, nextReview, programmeActs } from './programme.ts'
import { keyPartnersOutside, programmePartners, programmeSteps, programmes, programmeTargets } from './store.ts'

export type ReadProgramme = Awaited<ReturnType<typeof readProgramme>>

export async function readProgramme(
  db: Db,
  activity: Activity,
  { visitor, programme }: SeenProgramme,
  { now, grouping }: { now: Temporal.Instant; grouping: string },
) {
  const us = await ourInstitution(db)
  const today = now.toZonedDateTimeISO(us.zone).toPlainDate()
  const groups = await groupings(db)
  const chosen = groups.find(({ id }) => id === grouping)?.id ?? ''
  const partners = await programmePartners(db, programme.id, chosen)
  const rors = partners.map(({ partner }) => partner)
  const [cover, leads] = [await partnerCover(db, rors, today), await leadNames(db, rors)]
  const last = await lastActivity(db, activity, rors, today)
  const dormant = new Set((await dormantPartners(db, activity, today)).map(({ partner }) => partner))
  const mayKeep = mayKeepProgrammes(visitor)
  return {
    programme,
    groups,
    grouping: chosen,
    us,
    today,
    mayKeep,
    rows: partners.map((p) => {
      const own = cover.find(({ partner }) => partner === p.partner)!
      const lastLooked = p.looked?.toZonedDateTimeISO(us.zone).toPlainDate() ?? null
      const review = nextReview({ reviewOn: own.key?.reviewOn ?? null, lastLooked }, programme.review_months, today)
      const liveliness = { last: last.get(p.partner) ?? null, dormant: dormant.has(p.partner) }
      return { ...p, ...own, ...liveliness, review, leads: leads.filter(({ partner }) => partner === p.partner) }
    }),
    targets: await programmeTargets(db, programme.id),
    steps: await programmeSteps(db, programme.id),
    acts: mayKeep ? programmeActs(programme.state) : [],
    outside: mayKeep && isOpen(programme.state) ? await keyPartnersOutside(db, programme.id) : [],
    others: mayKeep ? (await programmes(db)).filter(({ id }) => id !== programme.id) : [],
  }
}
