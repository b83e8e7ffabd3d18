/** The parts of a brief that say when we met, and what follows from all of it. */
import type { Language } from '#src/platform/i18n/words.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import { type BriefPart, onDay, pick } from './brief-part.ts'
import { openStates } from './brief-promises.ts'
import { briefWords } from './brief-words.ts'
import type { Brief } from './read-brief.ts'

/** Ceremonies held, with the first five who came from each side. */
export function meetingsPart({ held, partner, us }: Brief, language: Language): BriefPart {
  const w = speak(briefWords, language)
  const names = (guests: { name: { latin: string; native: string | null } }[]) =>
    guests
      .slice(0, 5)
      .map(({ name }) => (language === 'zh' && name.native ? name.native : name.latin))
      .join(language === 'zh' ? '、' : ', ')
  const rows = held.records.map(({ plan, startedAt, attended }) => ({
    label: dateWords(startedAt, us.zone, language),
    value: pick(plan.title, language),
    note: [us, partner]
      .map((side) => ({ side, who: names(attended[side.ror] ?? []) }))
      .filter(({ who: present }) => present)
      .map(({ side, who: present }) => `${side.short[language] || side.short.en}: ${present}`)
      .join(' · '),
  }))
  return { title: w.met, rows, points: [], empty: w.notMet }
}

/** Points that follow from the register; what is not in it cannot be advised on. */
export function advicePart(
  { living, promises, partnership, leads, us, partner, day, lively }: Brief,
  language: Language,
): BriefPart {
  const w = speak(briefWords, language)
  const title = (row: Brief['living']['rows'][number]) => pick({ en: row.title_en, zh: row.title_zh }, language)
  const soon = living.rows.filter((row) => row.ends_on && day.until(row.ends_on).days <= 365)
  const ours = promises.filter((one) => openStates.includes(one.state) && one.commitment.byParty === us.ror)
  const theirs = promises.filter((one) => openStates.includes(one.state) && one.commitment.byParty === partner.ror)
  const leaders = leads.filter(({ until, institution }) => !until && institution === partner.ror)
  const points = [
    ...soon.slice(0, 3).map((row) => w.sayEnding(title(row), onDay(row.ends_on!, language))),
    ...ours.slice(0, 2).map((one) => w.sayOurPromise(pick(one.commitment.words, language))),
    ...theirs.slice(0, 2).map((one) => w.sayTheirPromise(pick(one.commitment.words, language))),
    ...(partnership?.state === 'nominated_key' ? [w.sayNominated] : []),
    ...(lively.standing === 'none' ? [] : [w.sayDormant]),
    ...(partnership && leads.length > 0 && leaders.length === 0 ? [w.sayContact] : []),
  ]
  return { title: w.say, rows: [], points, empty: w.sayNothing }
}
