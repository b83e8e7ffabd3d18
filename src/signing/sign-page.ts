/** The signatory's page: read the document, sign or decline, see what follows. Made for a telephone first. */
import type { Approval } from '#src/agreements/index.ts'
import { comma, type Phrase, speak } from '#src/platform/i18n/words.ts'
import { passkeyForm } from '#src/platform/people/index.ts'
import type { DrawnPage } from '#src/platform/render/index.ts'
import { clockTime } from '#src/platform/time.ts'
import {
  actions,
  actWithReason,
  type Content,
  day,
  facts,
  form,
  type Html,
  head,
  html,
  inBoth,
  linkButton,
  moments,
  nothing,
  notice,
  person,
  sheets,
  submit,
  textField,
  type View,
} from '#src/platform/ui/index.ts'
import type { RoomView } from './read-room.ts'
import { roomWords, signWords } from './room-words.ts'
import { seatView, shortOf } from './seat-view.ts'
import { isPast, mayAsk } from './session.ts'
import { nextSteps } from './sign-steps.ts'
import { refusedNotice, standingNotice } from './standing-notice.ts'
import { tabTitle } from './tab-title.ts'

export interface SignView extends RoomView {
  /** The seat the visitor holds, and how its consent was pinned. */
  seat: string
  method: 'passkey' | 'code'
  approvals: Approval[]
  pages: DrawnPage[] | undefined
}

export type SignState = 'ready' | 'lapsed' | 'given' | 'over'

export function signState({ session, progress, seat, reader }: SignView): SignState {
  if (session.state !== 'open') return 'over'
  if (progress.consents.some((c) => c.seat === seat)) return 'given'
  return isPast(session.deadline, reader.now) ? 'lapsed' : 'ready'
}

/** @param note what has just happened: a code sent, or why the last try was refused */
export function signPage(view: SignView, note: Html = nothing): View {
  const { language, now } = view.reader
  const w = speak(signWords, language)
  const ready = signState(view) === 'ready'
  const house = view.us.name[language]
  const city = view.us.city[language]
  const time = clockTime(now, view.us.zone)
  const title = ready ? w.title(house) : w.followTitle(house)
  const over = ready
    ? `${w.now} · ${language === 'en' ? `${time} ${city}` : `${city} ${time}`}`
    : inBoth(view.text.title, language)
  const body = html`${head({ title, over })}${note}${ready ? readAndSign(view) : whatFollows(view)}
    <noscript><p><a href="/signing/${view.session.id}/sign">${speak(roomWords, language).lookAgain}</a></p></noscript>`
  return { title: tabTitle(w.now, view.text.title[language]), kind: 'plain', body, live: { url: view.live } }
}

function readAndSign(view: SignView): Html {
  const by = view.method === 'passkey' ? byPasskey(view) : byCode(view)
  return html`${refusedNotice(view)}${reader(view)}${factsOf(view)}${by}${declination(view)}`
}

function reader({ pages, session, text, reader: { language } }: SignView): Html {
  const w = speak(signWords, language)
  const pdf = `/agreements/${text.agreement}/revision-0.pdf`
  if (!pages) return notice({ kind: 'warning', title: w.notDrawn, acts: linkButton({ href: pdf, label: w.openPdf }) })
  const shown = pages.map(({ width, height }, i) => ({
    src: `/signing/${session.id}/pages/${i + 1}.png`,
    alt: w.pageAlt(i + 1, pages.length),
    width,
    height,
  }))
  return sheets({ pages: shown, label: w.document })
}

function factsOf(view: SignView): Html {
  const { reader: at, text, progress, seat, session, us } = view
  const { language } = at
  const w = speak(signWords, language)
  const mine = progress.seats.find((s) => s.id === seat)!
  const pdf = html`<a href="/agreements/${text.agreement}/revision-0.pdf">${w.openPdf}</a>`
  const others = progress.seats.filter((s) => s.id !== seat)
  return facts([
    { label: w.as, value: html`${person(mine.name)}${comma[language]}${inBoth(mine.title, language)}` },
    { label: w.pages, value: view.pages ? html`${view.pages.length}${comma[language]}${pdf}` : pdf },
    { label: w.approved, value: approvedOn(view, us.zone) },
    {
      label: w.same,
      value: html`${w.yes}<code>${session.textHash.slice(0, 4)} ${session.textHash.slice(4, 8)}</code>`,
      good: true,
    },
    ...others.map((other) => ({
      label: w.other,
      value: html`${person(other.name)}${comma[language]}${stateOf(view, other)}`,
    })),
    { label: w.deadline, value: moments(session.deadline, at) },
  ])
}

const seatWords: Record<string, Phrase> = {
  awaited: { en: 'awaited', zh: '待签' },
  reading: { en: 'reading', zh: '正在阅读' },
  consented: { en: 'consented', zh: '已表明签署意愿' },
  signed: { en: 'signed', zh: '已签名' },
  declined: { en: 'declined', zh: '已拒签' },
}

const stateOf = (view: SignView, other: SignView['progress']['seats'][number]): string =>
  seatWords[seatView(view, other).state]![view.reader.language]

/** The day of each side's last approval; one day where both fell on the same. */
function approvedOn(view: SignView, zone: string): Content {
  const { approvals, reader: at } = view
  const sides = (['ours', 'theirs'] as const).map((side) => {
    const last = approvals.filter((a) => a.side === side).at(-1)
    return { side, when: last && day(last.at, { zone, language: at.language }) }
  })
  const [ours, theirs] = sides
  if (String(ours!.when) === String(theirs!.when)) return ours!.when ?? ''
  return html`${sides.map(({ side, when }, i) => html`${i > 0 && comma[at.language]}${shortOf(view, side)} ${when}`)}`
}

function byPasskey({ session, reader: { language } }: SignView): Html {
  const w = speak(signWords, language)
  const at = `/signing/${session.id}/consent`
  return html`${passkeyForm({ island: 'passkey-assert', action: at, options: { url: `${at}/options` }, label: w.passkey, kind: 'big', language })}<p class="muted small">${w.passkeyNote}</p>`
}

function byCode({ session, reader: { language } }: SignView): Html {
  const w = speak(signWords, language)
  const at = `/signing/${session.id}`
  const typed = textField({
    name: 'code',
    label: w.code,
    required: true,
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    maxlength: 20,
  })
  return html`${notice({ kind: 'warning', title: w.codeTitle, body: w.codeNote })}
    ${form({ action: `${at}/code`, body: actions(submit({ label: w.sendCode, kind: 'plain' })) })}
    ${form({ action: `${at}/code-consent`, body: html`${typed}${actions(submit({ label: w.sign, kind: 'big' }))}` })}`
}

function declination(view: SignView): Html {
  const { session, question } = view
  const { language } = view.reader
  if (!mayAsk(question)) return nothing
  const w = speak(signWords, language)
  const later =
    signState(view) === 'ready' && linkButton({ href: `/signing/${session.id}`, label: w.notNow, kind: 'quiet' })
  const ask = actWithReason({
    id: 'declination',
    action: `/signing/${session.id}/declination`,
    open: w.decline,
    title: w.declineTitle,
    explain: w.declineText,
    confirm: w.declineDo,
    reason: { label: w.reason },
    language,
  })
  return html`<div class="row centred">${later}${ask}</div>`
}

function whatFollows(view: SignView): Html {
  const { language } = view.reader
  const w = speak(signWords, language)
  const state = signState(view)
  const room = html`<div class="row">${linkButton({ href: `/signing/${view.session.id}`, label: w.room })}</div>`
  if (state === 'lapsed') return html`${notice({ kind: 'warning', title: w.lapsedTitle, body: w.lapsedText })}${room}`
  if (state === 'over') return html`${standingNotice(view)}${room}`
  const signed = view.progress.revisions.some((r) => r.seat === view.seat)
  const thanks = notice({
    kind: 'done',
    title: signed ? w.signedTitle : w.consentedTitle,
    body: w.consentedText,
    live: true,
  })
  const trouble = view.refused.length > 0 || view.question ? standingNotice(view) : nothing
  return html`${thanks}${trouble}${nextSteps(view)}${room}${signed ? nothing : declination(view)}`
}
