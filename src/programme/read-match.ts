/** Disciplines in which we meet with a partner, each with the units, pairings and agreements behind it. */
import { entriesAbout } from '#src/agreements/index.ts'
import {
  disciplineWords,
  findInstitution,
  findPartnership,
  matchDisciplines,
  ourInstitution,
  pairingsOf,
  unitsOf,
} from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { Refusal } from '#src/platform/refusal.ts'

export type ReadMatch = Awaited<ReturnType<typeof readMatch>>

/** @throws Refusal `not_found` where there is no such university, or it is our own */
export async function readMatch(db: Db, ror: string) {
  const [us, institution] = [await ourInstitution(db), await findInstitution(db, ror)]
  if (!institution || institution.ours) throw new Refusal('not_found', {}, 404)
  const partnership = await findPartnership(db, ror)
  const units = (await unitsOf(db, [us.ror, ror])).filter(({ until }) => until === null)
  const of = (side: string) => units.filter((u) => u.institution === side)
  const matches = matchDisciplines(of(us.ror), of(ror))
  const pairings = partnership ? await pairingsOf(db, { partnership: partnership.id }) : []
  const words = matches.flatMap(({ discipline }) => Object.values(disciplineWords[discipline]))
  const entries = words.length > 0 ? await entriesAbout(db, ror, words) : []
  return {
    us,
    institution,
    matches: matches.map((match) => {
      const named = Object.values(disciplineWords[match.discipline]).map((word) => word.toLowerCase())
      return {
        ...match,
        ourUnits: units.filter(({ id }) => match.ours.includes(id)),
        theirUnits: units.filter(({ id }) => match.theirs.includes(id)),
        pairings: pairings.filter((p) => p.state !== 'ended' && p.disciplines.includes(match.discipline)),
        entries: entries.filter((e) => named.some((word) => e.fields.toLowerCase().includes(word))),
      }
    }),
  }
}
