/** What a partner's brief prints, in one language. Pure: `read-brief.ts` gathers it. */
import type { Language } from '#src/platform/i18n/words.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { advicePart, meetingsPart } from './brief-advice.ts'
import { onDay } from './brief-part.ts'
import { numbersPart, promisesPart } from './brief-promises.ts'
import { standingPart, universityPart } from './brief-standing.ts'
import { briefWords } from './brief-words.ts'
import type { Brief } from './read-brief.ts'

/** Data of `brief.typ`. `accent` is the house's colour on paper. */
export function briefData(
  brief: Brief,
  o: { language: Language; accent: string; demonstration: boolean; country: string },
) {
  const { language } = o
  const w = speak(briefWords, language)
  const { partner, us, day } = brief
  const [first, second] = language === 'zh' ? [partner.name.zh, partner.name.en] : [partner.name.en, partner.name.zh]
  const parts = [
    universityPart(brief, language),
    standingPart(brief, language),
    numbersPart(brief, language),
    promisesPart(brief, language),
  ]
  return {
    language,
    accent: o.accent,
    demonstration: o.demonstration,
    title: `${w.kind}: ${first || second}`,
    kind: w.kind,
    name: first || second,
    second: first ? second : '',
    place: [partner.city[language] || partner.city.en, o.country].filter(Boolean).join(language === 'zh' ? '，' : ', '),
    foot: w.foot(us.name[language] || us.name.en, onDay(day, language)),
    parts: [...parts, meetingsPart(brief, language), advicePart(brief, language)],
  }
}
