/** Above the plan: where it stands, whose yes is missing, what the partner asks. */
import { speak } from '#src/platform/i18n/words.ts'
import { actButton, type Content, html, linkButton, moments, notice } from '#src/platform/ui/index.ts'
import { told } from './journal-words.ts'
import { noticeWords } from './notice-words.ts'
import type { PlanView } from './read-plan.ts'
import type { Reader } from './reader.ts'

export function planNotices(v: PlanView, reader: Reader): Content {
  if (v.plan.rehearsalOf) return rehearsalNotice(v, reader)
  return html`${standingNotice(v, reader)}${unsharedNotice(v, reader)}${preparedNotice(v, reader)}${askedNotices(v, reader)}${newsNotice(v, reader)}${confirmNotice(v, reader)}${waitingNotice(v, reader)}`
}

function rehearsalNotice({ plan }: PlanView, reader: Reader): Content {
  const w = speak(noticeWords, reader.language)
  const acts = linkButton({ href: `/ceremonies/${plan.rehearsalOf}`, label: w.original, kind: 'quiet' })
  return notice({ kind: 'note', title: w.rehearsalTitle, body: html`<p>${w.rehearsalText}</p>`, acts })
}

function standingNotice({ plan }: PlanView, reader: Reader): Content {
  const w = speak(noticeWords, reader.language)
  if (plan.state === 'postponed')
    return notice({
      kind: 'warning',
      title: w.postponedTitle,
      body: html`<p class="as-written">${plan.reason}</p><p>${w.postponedText}</p>`,
    })
  if (plan.state === 'cancelled')
    return notice({ kind: 'warning', title: w.cancelledTitle, body: html`<p class="as-written">${plan.reason}</p>` })
  if (plan.state === 'live') return notice({ kind: 'turn', title: w.liveTitle })
  return plan.state === 'held' ? notice({ kind: 'done', title: w.heldTitle }) : ''
}

function unsharedNotice({ plan, may }: PlanView, reader: Reader): Content {
  if (!may.share) return ''
  const w = speak(noticeWords, reader.language)
  const who = reader.short(reader.partner)
  const acts = actButton({ action: `/ceremonies/${plan.id}/share`, label: w.share(who), kind: 'primary' })
  return notice({ kind: 'turn', title: w.unsharedTitle, body: html`<p>${w.unsharedText(who)}</p>`, acts })
}

function preparedNotice({ plan, may }: PlanView, reader: Reader): Content {
  if (!may.sheet || plan.sheetVersions[reader.us] !== 0) return ''
  const w = speak(noticeWords, reader.language)
  const acts = linkButton({ href: `/ceremonies/${plan.id}/sheet/edit`, label: w.prepare, kind: 'primary' })
  return notice({ kind: 'turn', title: w.preparedTitle, body: html`<p>${w.preparedText}</p>`, acts })
}

function askedNotices({ plan }: PlanView, reader: Reader): Content {
  const w = speak(noticeWords, reader.language)
  if (!['planning', 'confirmed', 'postponed'].includes(plan.state)) return ''
  return html`${[reader.partner, reader.us].map((party) => {
    const asked = plan.asked[party]
    if (!asked) return ''
    const title = party === reader.us ? w.weAskTitle : w.asksTitle(reader.short(party))
    const when = moments(asked.at, { places: reader.places, language: reader.language })
    const kind = party === reader.us ? 'waiting' : 'turn'
    return notice({
      kind,
      title,
      body: html`<p class="as-written">${asked.text}</p><p class="muted small">${asked.byName}, ${when}</p>`,
    })
  })}`
}

/** What came from the partner since somebody of ours last did anything here. */
function newsNotice({ history, staff }: PlanView, reader: Reader): Content {
  const ours = history.findIndex((entry) => entry.actor_kind === 'account')
  const since = history.slice(0, Math.max(ours, 0)).filter((entry) => entry.actor_kind === 'partner')
  const news = since.filter(({ act }) => act !== 'ceremony.change_asked')
  if (!staff || news.length === 0) return ''
  const w = speak(noticeWords, reader.language)
  const lines = news.map((entry) => html`<li>${told(entry, reader.language)}</li>`)
  return notice({ kind: 'note', title: w.newsTitle(reader.short(reader.partner)), body: html`<ul>${lines}</ul>` })
}

function confirmNotice({ plan, may }: PlanView, reader: Reader): Content {
  const w = speak(noticeWords, reader.language)
  const who = reader.short(reader.partner)
  const yes = (party: string) => plan.confirmations[party]?.version === plan.version
  if (plan.state === 'confirmed') return notice({ kind: 'done', title: w.bothTitle })
  if (plan.state !== 'planning' || !plan.sharedAt) return ''
  if (yes(reader.us)) return notice({ kind: 'waiting', title: w.waitTitle(who), body: html`<p>${w.waitText}</p>` })
  if (!may.confirm) return ''
  const acts = actButton({
    action: `/ceremonies/${plan.id}/confirm`,
    label: w.confirm,
    kind: 'primary',
    values: { version: String(plan.version) },
  })
  const theirs = yes(reader.partner) && html`<p>${w.theyConfirmed(who)}</p>`
  return notice({ kind: 'turn', title: w.confirmTitle, body: html`${theirs}<p>${w.confirmText(who)}</p>`, acts })
}

function waitingNotice({ waiting }: PlanView, reader: Reader): Content {
  if (waiting.count === 0 || !waiting.since) return ''
  const w = speak(noticeWords, reader.language)
  const at = moments(waiting.since, { places: reader.places, language: reader.language })
  const stop = reader.language === 'en' ? '.' : '。'
  return notice({
    kind: 'waiting',
    title: w.waitingTitle(reader.short(reader.partner)),
    body: html`<p>${w.waitingText(waiting.count)} ${at}${stop} ${w.waitingNext}</p>`,
  })
}
