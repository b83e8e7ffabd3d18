/** Where the partnership with a university stands, and what officers may do about it. */

import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { sinceWords } from '#src/platform/time.ts'
import { actWithReason, type Content, facts, html, panel, textField } from '#src/platform/ui/index.ts'
import type { HandAct, HandRow } from './partnership.ts'
import { actWords, partnershipStateWords } from './partnership-words.ts'
import type { Partner } from './read-partner.ts'
import { partnerWords } from './words.ts'

export interface Said {
  done?: boolean
  problem?: { text: string; status: Refusal['status']; act: string; reason: string; evidence?: string }
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
    { label: w.since, value: sinceWords(partnership.since, language) },
  ]
  const acts = p.acts.map((row) => handAct(row, p, language, said))
  return panel({ title: w.partnership, body: html`${facts(rows)}<p class="small muted">${w.keyOnly}</p>${acts}` })
}

const gentle: HandAct[] = ['begin_scoping', 'approve_in_principle', 'begin_cooperation', 'nominate', 'begin_review']

/** One act, with its reason and, where the lifecycle asks for it, the place where it was decided. */
function handAct({ act, guard }: HandRow, { institution }: Partner, language: Language, { problem }: Said): Content {
  const w = speak(partnerWords, language)
  const words = speak(actWords[act], language)
  const failed = problem?.act === act ? problem : undefined
  const evidence =
    guard &&
    textField({
      name: 'evidence',
      id: `${act}-evidence`,
      label: w.decidedWhere,
      hint: w.decidedWhereHint,
      value: failed?.evidence,
      required: true,
      maxlength: 500,
      wide: true,
    })
  return actWithReason({
    id: act,
    action: `/partners/${institution.ror}/steps`,
    open: words.open,
    title: words.open,
    explain: words.explain,
    confirm: words.open,
    kind: gentle.includes(act) || act === 'approve_renewal' || act === 'take_up_again' ? 'plain' : 'danger',
    values: { act },
    reason: { label: w.reason, ...(failed && { error: failed.text, value: failed.reason }) },
    more: evidence,
    language,
  })
}
