/** The parts of a brief that say who the partner is and what stands between us. */
import { partnershipStateWords } from '#src/partners/index.ts'
import type { Language } from '#src/platform/i18n/words.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { sinceWords } from '#src/platform/time.ts'
import { type BriefPart, nameOf, onDay, pick } from './brief-part.ts'
import { briefWords } from './brief-words.ts'
import type { Brief } from './read-brief.ts'

/** Its heads, and facts with their sources. */
export function universityPart({ facts, people }: Brief, language: Language): BriefPart {
  const w = speak(briefWords, language)
  const known = facts.map((fact) => ({
    label: pick({ en: fact.label_en, zh: fact.label_zh }, language),
    value: pick({ en: fact.value_en, zh: fact.value_zh }, language),
    note: w.source(URL.parse(fact.source)?.hostname ?? fact.source, onDay(fact.as_of, language)),
  }))
  const heads = people
    .filter((one) => !one.until && one.rank <= 20)
    .map((one) => ({
      label: pick({ en: one.title_en, zh: one.title_zh }, language),
      value: nameOf(one, language),
      note: '',
    }))
  return { title: w.who, rows: [...heads, ...known], points: [], empty: w.nothing }
}

/** The partnership, who leads it, and the agreements in force. */
export function standingPart({ partnership, leads, living, us, gaps, lively }: Brief, language: Language): BriefPart {
  const w = speak(briefWords, language)
  const standing = partnership
    ? [
        {
          label: w.standing,
          value: partnershipStateWords[partnership.state][language],
          note: w.since(sinceWords(partnership.since, language)),
        },
      ]
    : []
  const leading = leads
    .filter(({ until }) => !until)
    .map((lead) => ({
      label: lead.institution === us.ror ? w.ourLead : w.theirLead,
      value: nameOf(lead, language),
      note: '',
    }))
  const agreements = living.rows.map((row) => ({
    label: row.ends_on ? w.until(onDay(row.ends_on, language)) : w.openEnded,
    value: pick({ en: row.title_en, zh: row.title_zh }, language),
    note: [row.reference, row.signed_on ? w.signed(onDay(row.signed_on, language)) : ''].filter(Boolean).join(' · '),
  }))
  const years = gaps.join(language === 'zh' ? '、' : ', ')
  const gapRow = gaps.length > 0 ? [{ label: w.gaps, value: years, note: w.gapsNote }] : []
  return {
    title: w.have,
    rows: [...standing, ...leading, ...lastRow(lively, language), ...agreements, ...gapRow],
    points: [],
    empty: w.nothing,
  }
}

/** The last thing recorded with them, and whether the partnership is dormant by it. */
function lastRow({ last, latest, standing }: Brief['lively'], language: Language) {
  const w = speak(briefWords, language)
  const dormant = standing === 'none' ? '' : w.dormant
  if (!last) return dormant ? [{ label: w.lastRecorded, value: w.nothing, note: dormant }] : []
  const what = latest ? [latest.words[language], pick({ en: latest.title_en, zh: latest.title_zh }, language)] : []
  const note = [what.filter(Boolean).join(language === 'zh' ? '：' : ': '), dormant].filter(Boolean).join(' · ')
  return [{ label: w.lastRecorded, value: onDay(last, language), note }]
}
