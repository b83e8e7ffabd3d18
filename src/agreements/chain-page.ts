/** Beside the text: the agreements that follow one another, what is in force of them, and starting one more. */
import { speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  type Content,
  day,
  dialog,
  form,
  type Html,
  html,
  inLanguage,
  linkButton,
  panel,
  radios,
  submit,
} from '#src/platform/ui/index.ts'
import type { Link } from './chain.ts'
import { chainWords, howHints, howWords } from './chain-words.ts'
import type { Negotiation } from './read-negotiation.ts'
import type { Reader } from './reader.ts'
import { stateWords } from './state-words.ts'
import { terminationWords } from './termination-words.ts'
import { successions } from './text.ts'

/** Nothing while there is one agreement alone and nothing of it is in force. */
export function chainPanel(n: Negotiation, reader: Reader): Content {
  const { line, renews, renewedBy, root } = n.chain
  // A draft nobody has sent is for the staff of this node.
  const underWay = n.chain.underWay.filter(({ state }) => n.staff || state !== 'drafting')
  const w = speak(chainWords, reader.language)
  const alone = line.length <= 1 && underWay.length === 0 && !renews && !renewedBy
  if (alone && !n.may.follow) return ''
  const items = [
    ...(renews ? [item(renews, w.renews, reader)] : []),
    ...line.map((link, i) => item(link, i === line.length - 1 ? w.inForce : w.superseded, reader)),
    ...underWay.map((link) => item(link, `${w.underWay}: ${stateWords[link.state][reader.language]}`, reader)),
    ...(renewedBy ? [item(renewedBy, w.renewedBy, reader)] : []),
  ]
  const read = line.length > 0 && linkButton({ href: `/agreements/${root.id}/in-force`, label: w.inForceNow })
  const end =
    line.length > 0 &&
    linkButton({
      href: `/agreements/${root.id}/termination`,
      label: terminationWords.link[reader.language],
      kind: 'quiet',
    })
  const list = !alone && html`<ul class="plain-list">${items}</ul>`
  return panel({
    title: w.title,
    body: html`${list}<div class="row">${read}${n.may.follow && startDialog(n, reader)}${n.staff && end}</div>`,
  })
}

function item(link: Link, standing: string, reader: Reader): Html {
  const { language, places } = reader
  const kind = link.how ? howWords[link.how][language] : chainWords.root[language]
  const on = link.concludedAt && html` · ${day(link.concludedAt, { zone: places[0]!.zone, language })}`
  return html`<li><a href="/agreements/${link.id}">${inLanguage(link.title, language)}</a><br><span class="small muted">${kind} · ${standing}${on}</span></li>`
}

function startDialog(n: Negotiation, { language }: Reader): Html {
  const w = speak(chainWords, language)
  const options = successions.map((value) => ({
    value,
    label: howWords[value][language],
    hint: howHints[value][language],
  }))
  return dialog({
    id: 'successor',
    open: w.start,
    title: w.startTitle,
    language,
    body: form({
      action: `/agreements/${n.agreement.id}/successors`,
      body: html`<p>${w.startText}</p>${radios({ name: 'how', legend: w.how, value: 'amendment', options })}${actions(submit({ label: w.startDo }))}`,
    }),
  })
}
