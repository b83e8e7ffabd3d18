/** What a guest sees behind the link in the letter: what, when, where, and the question whether they come. No account is needed. */
import type { Context } from 'hono'
import { htmlLang, type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import {
  actions,
  type Content,
  facts,
  form,
  head,
  html,
  linkButton,
  moments,
  notice,
  page,
  radios,
  submit,
  textArea,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { type Invited, mayAnswer } from './answer-invitation.ts'
import { replyWords } from './invitation-page-words.ts'
import type { JoinOffer } from './join-offer.ts'
import { joinPanel } from './meeting-panel.ts'
import { readerOf } from './reader.ts'
import { tellingOf } from './telling.ts'
import { nameIn } from './whom-to-invite.ts'

export interface Replying {
  invited: Invited
  token: string
  /** The meeting, for whoever comes. */
  offer: JoinOffer | null
  done: boolean
  problem?: { text: string; status: Refusal['status']; answer?: string; remark?: string }
}

export function replyPage(c: Context<WebEnv>, r: Replying): Response {
  const { plan, us, partner, guest, invitation } = r.invited
  const { language } = c.var
  const w = speak(replyWords, language)
  const reader = readerOf({ plan, us, partner }, language, c.var.now)
  const told = tellingOf(plan, us.ror)
  if (r.offer) c.set('meeting', r.offer.host)
  const other: Language = language === 'en' ? 'zh' : 'en'
  const rows = [
    { label: w.when, value: moments(plan.startsAt, { places: reader.places, language }) },
    ...(told.place[language] ? [{ label: w.where, value: told.place[language] }] : []),
  ]
  const body = html`${r.done && notice({ kind: 'done', title: w.thanks, answer: true })}
    ${r.problem && notice({ kind: 'refusal', answer: true, title: r.problem.text })}
    ${head({
      title: told.title[language],
      second: told.title[other] === told.title[language] ? undefined : told.title[other],
      secondLang: htmlLang[other],
      over: w.invited(guest ? nameIn(guest, language) : invitation.name),
      meta: html`<span translate="no">${us.name[language] || us.name.en}</span> · <span translate="no">${partner.name[language] || partner.name.en}</span>`,
    })}
    ${facts(rows)}
    ${standing(r, language)}
    ${r.offer && joinPanel(r.offer, reader)}`
  return page(c, { title: told.title[language], kind: 'plain', body }, r.problem?.status)
}

function standing(r: Replying, language: Language): Content {
  const w = speak(replyWords, language)
  const { plan, invitation, guest } = r.invited
  if (plan.state === 'cancelled') return notice({ kind: 'warning', title: w.cancelledTitle })
  if (plan.state === 'held' || plan.state === 'closed')
    return notice({ kind: 'note', title: w.overTitle, body: html`<p>${w.overText}</p>` })
  if (invitation.withdrawnAt || !guest) return notice({ kind: 'warning', title: w.withdrawnTitle })
  if (plan.state === 'postponed')
    return notice({ kind: 'warning', title: w.postponedTitle, body: html`<p>${w.postponedText}</p>` })
  return mayAnswer(r.invited) ? html`<div class="spaced">${answerForm(r, language)}${extras(r, language)}</div>` : ''
}

function extras({ token, invited: { plan } }: Replying, language: Language): Content {
  const w = speak(replyWords, language)
  const stage = plan.open && linkButton({ href: `/live/${plan.id}`, label: w.stage })
  return html`<p class="row">${linkButton({ href: `/reply/${token}/invitation.ics`, label: w.calendar })}${stage}</p>`
}

function answerForm({ token, invited: { invitation, guest }, problem }: Replying, language: Language): Content {
  const w = speak(replyWords, language)
  const given = guest!.attending === 'accepted' || guest!.attending === 'declined' ? guest!.attending : undefined
  const fields = html`${given && html`<p><strong>${given === 'accepted' ? w.accepted : w.declined}</strong></p>`}
    ${radios({
      name: 'answer',
      legend: w.question,
      value: problem?.answer ?? given,
      required: true,
      options: [
        { value: 'accepted', label: w.accept },
        { value: 'declined', label: w.decline },
      ],
    })}
    ${textArea({ name: 'remark', label: w.remark, hint: w.remarkHint, value: problem?.remark ?? invitation.remark, rows: 3, maxlength: 1000, language, wide: true })}
    ${actions(submit({ label: given ? w.change : w.send }))}`
  return form({ action: `/reply/${token}`, body: fields })
}
