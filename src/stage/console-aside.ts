/** Beside the console: the other node, who watches, the other desks, the keys. */
import { speak } from '#src/platform/i18n/words.ts'
import { checkbox, facts, type Html, html, panel } from '#src/platform/ui/index.ts'
import type { ConsoleView } from './console-page.ts'
import { actWords, consoleWords } from './words.ts'

export function consoleAside(view: ConsoleView): Html {
  const { reader, partner, us, state, silentSince, watching, plan } = view
  const { language } = reader
  const w = speak(consoleWords, language)
  const who = partner.short[language]
  const seconds = silentSince ? Math.round(silentSince.until(reader.now).total('seconds')) : 0
  const leads = state.leader === us.ror ? w.ledHere : w.ledThere(who)
  const about = facts([
    { label: w.state, value: leads },
    { label: w.partnerNode, value: silentSince ? w.silent(who, seconds) : w.inTouch(who), good: !silentSince },
    { label: w.watching, value: w.watchingBoth(watching.here, watching.there) },
  ])
  const at = `/ceremonies/${plan.id}`
  const desks = html`<ul class="plain-list">${[
    ['captions', w.captions],
    ['speaker', w.speaker],
    ['desk', w.desk],
  ].map(([path, label]) => html`<li><a href="${at}/${path}">${label}</a></li>`)}</ul>`
  return html`${panel({ title: w.state, body: about })}${panel({ title: w.desks, body: desks })}${panel({ title: w.keys, body: keys(view) })}`
}

const documented = [
  ['→', 'next'],
  ['←', 'back'],
  ['␣', 'hold'],
  ['Page Down / Page Up', 'turn_slide'],
] as const

function keys({ reader: { language } }: ConsoleView): Html {
  const w = speak(consoleWords, language)
  const rows = documented.map(([key, act]) => html`<li><kbd>${key}</kbd> ${actWords[act][language]}</li>`)
  return html`${checkbox({ name: 'keys', label: w.keysOn, id: 'stage-keys-on' })}<p class="small muted">${w.keysText}</p><ul class="plain-list key-list">${rows}</ul>`
}
