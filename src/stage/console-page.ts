/** The moderator's console: what is on stage, what comes next, and a button for every step. */
import type { Commitment } from '#src/ceremonies/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  actWithReason,
  form,
  type Html,
  hidden,
  html,
  linkButton,
  liveRegion,
  nothing,
  notice,
  panel,
  section,
  submit,
  textField,
  type View,
} from '#src/platform/ui/index.ts'
import { consoleAside } from './console-aside.ts'
import { orderTable } from './console-order.ts'
import { slidesPart } from './console-slides.ts'
import { deskHead, deskTitle, itemCard, onStage } from './desk-head.ts'
import { mayPress, pressAction, pressButton, pressed } from './press-button.ts'
import { promisePart } from './promise-form.ts'
import type { BackstageView } from './read-console.ts'
import { itemNext } from './read-stage.ts'
import { actWords, consoleWords } from './words.ts'

export interface ConsoleView extends BackstageView {
  /** Why the last press did nothing. */
  problem?: string
  /** What was typed and not taken. */
  typed?: Partial<Record<string, string>>
  /** Marked so far. */
  commitments: Commitment[]
}

export function consolePage(view: ConsoleView): View {
  const { language } = view.reader
  const w = speak(consoleWords, language)
  const region = (id: string, body: Html) => liveRegion({ id, src: view.live, body, language })
  const top = html`${deskHead(view, w.title)}${standing(view)}<div class="console-now">
      <section class="panel"><h2 class="panel-title">${w.onStage}</h2><div data-announce>${onStage(view)}</div></section>
      <section class="panel"><h2 class="panel-title">${w.comesNext}</h2>${upNext(view)}</section></div>
    ${mainButtons(view)}`
  const body = html`<stage-keys>${problem(view)}${region('console-top', top)}${signingPart(view)}
    ${section({ title: w.note, note: w.noteHint, body: html`${noteForm(view)}${region('console-note', noteShown(view))}` })}
    ${promisePart(view, view.commitments, region, view.typed)}
    ${region('console-order', section({ title: w.order, body: orderTable(view) }))}
    ${slidesPart(view, region)}</stage-keys>`
  const aside = region('console-aside', consoleAside(view))
  return { title: deskTitle(w.title, view), current: 'ceremonies', body, aside }
}

function problem({ problem, reader }: ConsoleView): Html {
  if (!problem) return nothing
  return notice({ kind: 'refusal', answer: true, title: consoleWords.actFailed[reader.language], body: problem })
}

/** Who runs the stage, and whether the other node is there. */
function standing(view: ConsoleView): Html {
  const { state, us, partner, silentSince, reader } = view
  const w = speak(consoleWords, reader.language)
  const who = partner.short[reader.language]
  const seconds = silentSince ? Math.round(silentSince.until(reader.now).total('seconds')) : 0
  const silent =
    silentSince && notice({ kind: 'warning', title: w.silent(who, seconds), body: w.silentText, live: true })
  if (state.leader === us.ror) return silent || nothing
  const title = silentSince ? w.silent(who, seconds) : w.ledThere(who)
  const body = silentSince ? w.silentText : w.ledThereText(who)
  const acts = takeOver(view)
  return notice({ kind: silentSince ? 'warning' : 'waiting', title, body, acts, live: silentSince !== null })
}

function takeOver(view: ConsoleView): Html {
  if (!mayPress(view, 'take_over')) return nothing
  const { language } = view.reader
  const w = speak(consoleWords, language)
  if (view.silentSince) return pressButton(view, 'take_over', { kind: 'primary', label: w.takeOverNow })
  return actWithReason({
    id: 'take-over',
    action: pressAction(view),
    open: actWords.take_over[language],
    title: actWords.take_over[language],
    explain: w.takeOverText(view.partner.short[language]),
    confirm: w.takeOverNow,
    language,
    reason: false,
    kind: 'plain',
    values: pressed(view, 'take_over'),
  })
}

function upNext(view: ConsoleView): Html {
  const next = itemNext(view)
  return next ? itemCard(view, next) : html`<p class="muted">${consoleWords.nothingNext[view.reader.language]}</p>`
}

function mainButtons(view: ConsoleView): Html {
  if (view.state.leader !== view.us.ror || view.state.phase === 'ended') return nothing
  const last = itemNext(view) === undefined
  const first = view.plan.items[0]?.id === view.state.item
  const concluded = view.signing?.concluded ?? false
  const { scene } = view.state
  const buttons = actions(
    pressButton(view, 'start', { kind: 'primary', letter: 'n', key: 'ArrowRight' }),
    pressButton(view, 'open_doors', {}),
    pressButton(view, 'close_doors', {}),
    pressButton(view, 'resume', { kind: 'primary', letter: 'h', key: ' ' }),
    pressButton(view, 'next', { kind: 'primary', letter: 'n', key: 'ArrowRight', disabled: last }),
    pressButton(view, 'back', { letter: 'b', key: 'ArrowLeft', disabled: first }),
    pressButton(view, 'hold', { letter: 'h', key: ' ' }),
    view.signing !== null &&
      scene !== 'signing' &&
      scene !== 'concluded' &&
      pressButton(view, 'start_signing', { letter: 's' }),
    scene === 'signing' && pressButton(view, 'declare_concluded', { letter: 'c', disabled: !concluded }),
    scene !== 'photograph' && pressButton(view, 'photograph', { letter: 'p' }),
    ending(view),
  )
  return html`<div class="console-keys">${buttons}</div>`
}

function ending(view: ConsoleView): Html {
  if (!mayPress(view, 'end')) return nothing
  const { language } = view.reader
  const w = speak(consoleWords, language)
  return actWithReason({
    id: 'ending',
    action: pressAction(view),
    open: actWords.end[language],
    title: w.endTitle,
    explain: w.endText,
    confirm: actWords.end[language],
    language,
    reason: false,
    values: pressed(view, 'end'),
  })
}

function signingPart(view: ConsoleView): Html {
  const { signing, state, reader, plan } = view
  if (!signing || plan.rehearsalOf || state.scene !== 'signing') return nothing
  const w = speak(consoleWords, reader.language)
  const open = signing.session
    ? linkButton({ href: `/signing/${signing.session.id}`, label: w.room })
    : linkButton({ href: `/agreements/${plan.agreement}/signing`, label: w.openSession })
  const text = signing.concluded ? w.concludedHere : signing.session ? w.notConcluded : w.noSession
  return panel({ title: w.signing, body: html`<p>${text}</p><div class="row">${open}</div>` })
}

function noteForm(view: ConsoleView): Html {
  const { reader, plan, typed } = view
  const w = speak(consoleWords, reader.language)
  const field = textField({ name: 'text', label: w.note, value: typed?.text ?? '', maxlength: 300, wide: true })
  return form({
    action: `/ceremonies/${plan.id}/stage/note`,
    body: html`${hidden({ id: crypto.randomUUID() })}${field}${actions(submit({ label: w.send, kind: 'plain' }))}`,
  })
}

function noteShown({ note, reader }: ConsoleView): Html {
  if (!note) return nothing
  return html`<p class="note-now">${consoleWords.noteNow[reader.language]} <strong>${note.text}</strong> <span class="muted small">${note.byName}</span></p>`
}
