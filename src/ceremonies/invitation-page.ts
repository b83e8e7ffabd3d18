/** Whom we invited, what they answered, and what they have not been told yet. */
import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { actButton, type Content, head, html, notice, page } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { guestsSection } from './invitation-guests.ts'
import { letterSection } from './invitation-letter.ts'
import { invitationsDoneWords, invitationsWords, toTellWords } from './invitation-page-words.ts'
import type { Bilingual } from './plan.ts'
import type { Invitations } from './read-invitations.ts'
import { readerOf } from './reader.ts'
import { stillOpen } from './whom-to-invite.ts'

export interface InvitationsShown {
  view: Invitations
  /** The visitor may invite, and not only look. */
  officer: boolean
  done?: keyof typeof invitationsDoneWords
  problem?: { text: string; status: Refusal['status']; letter?: Bilingual }
}

export function invitationsPage(c: Context<WebEnv>, shown: InvitationsShown): Response {
  const { view, officer, done, problem } = shown
  const { language } = c.var
  const w = speak(invitationsWords, language)
  const { plan } = view
  const reader = readerOf(view, language, c.var.now)
  const at = `/ceremonies/${plan.id}`
  const open = view.guests.filter(({ invitable }) => invitable).length
  const mayInvite = officer && stillOpen(plan) && plan.state !== 'live'
  const acts =
    mayInvite && open > 0 ? actButton({ action: `${at}/invitations`, label: w.inviteAll(open), kind: 'primary' }) : ''
  const over = html`<a href="${at}">${plan.title[language] || plan.title.en || plan.title.zh}</a>`
  const body = html`${done && notice({ kind: 'done', title: invitationsDoneWords[done][language], answer: true })}
    ${problem && notice({ kind: 'refusal', answer: true, title: problem.text })}
    ${head({ title: w.title, over, meta: w.note, acts })}
    ${officer && outdatedNotice(view, language)}
    ${guestsSection(view, mayInvite, reader)}
    ${officer && letterSection(shown, language)}`
  return page(c, { title: w.title, current: 'ceremonies', body }, problem?.status)
}

function outdatedNotice({ outdated, plan }: Invitations, language: Language): Content {
  if (outdated.length === 0) return ''
  const w = speak(invitationsWords, language)
  const names = outdated.map(({ invitation, change }) => {
    const why = change === 'none' ? '' : toTellWords[change][language]
    return html`<li>${invitation.name} <span class="muted">${why}</span></li>`
  })
  const acts = actButton({ action: `/ceremonies/${plan.id}/invitations/tell`, label: w.tellNow, kind: 'primary' })
  const body = html`<ul class="plain-list">${names}</ul><p>${w.outdatedText}</p>`
  return notice({ kind: 'warning', title: w.outdatedTitle(outdated.length), body, acts })
}
