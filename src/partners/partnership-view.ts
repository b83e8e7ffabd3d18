/** Where the partnership with a university stands, and what officers may do about it. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { actWithReason, type Content, facts, html, panel } from '#src/platform/ui/index.ts'
import { actWords, partnershipStateWords } from './partnership-words.ts'
import type { Partner } from './read-partner.ts'
import { partnerWords } from './words.ts'

export interface Said {
  done?: boolean
  problem?: { text: string; status: Refusal['status']; act: string; reason: string }
}

/** Nothing for ourselves: nobody is a partner of theirs. */
export function partnershipPanel(p: Partner, language: Language, said: Said): Content {
  const { partnership, institution } = p
  if (institution.ours) return ''
  const w = speak(partnerWords, language)
  if (!partnership) return panel({ title: w.partnership, body: html`<p class="muted">${w.none}</p>` })
  const rows = [
    {
      label: w.state,
      value: html`<strong>${partnershipStateWords[partnership.state][language]}</strong>`,
      good: partnership.state === 'key_partner',
    },
    { label: w.since, value: partnership.since },
  ]
  const acts = p.acts.map((act) =>
    actWithReason({
      id: act,
      action: `/partners/${institution.ror}/steps`,
      open: actWords[act].open[language],
      title: actWords[act].open[language],
      explain: actWords[act].explain[language],
      confirm: actWords[act].open[language],
      kind: act === 'nominate' ? 'plain' : 'danger',
      values: { act },
      reason: {
        label: w.reason,
        ...(said.problem?.act === act && { error: said.problem.text, value: said.problem.reason }),
      },
      language,
    }),
  )
  return panel({ title: w.partnership, body: html`${facts(rows)}<p class="small muted">${w.keyOnly}</p>${acts}` })
}
