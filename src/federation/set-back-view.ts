/** What an older copy of one of the two databases means, drawn: what came back by itself, what is missing, and what to do about it. */
import type { Language } from '#src/platform/i18n/words.ts'
import { speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  type Content,
  form,
  type Html,
  html,
  moments,
  nothing,
  notice,
  type Place,
  submit,
  table,
  textArea,
} from '#src/platform/ui/index.ts'
import type { LostMessage } from './lost-store.ts'
import { kindWords, setBackWords, whyWords } from './set-back-words.ts'
import type { Peer } from './store.ts'

export interface SetBackTold {
  peer: Peer
  /** The partner's name in the reader's language. */
  name: string
  lost: LostMessage[]
  places: Place[]
  language: Language
}

export function setBack({ peer, ...told }: SetBackTold): Html {
  const { name, language, places } = told
  const w = speak(setBackWords, language)
  const open = told.lost.filter((m) => !m.takenBackAt && !m.settledAt)
  const back = told.lost.filter((m) => m.takenBackAt)
  const asked =
    peer.asked_back_at &&
    notice({
      kind: 'note',
      title: w.theirs(name),
      body: html`${moments(peer.asked_back_at, { places, language })}. ${w.theirsText(name)}`,
    })
  const done = back.length > 0 && notice({ kind: 'done', title: w.back(back.length, name), body: w.backText })
  return html`${open.length > 0 ? missing(open, { ...told, peer }) : done || nothing}${asked || nothing}`
}

/** Where what a message says stands on this node. */
function lookAt({ kind, about, ours }: LostMessage, label: string): Content {
  const area = kind.split('.')[0]!
  const places: Partial<Record<string, string>> = {
    agreement: '/agreements/',
    signing: '/agreements/',
    ceremony: '/ceremonies/',
    stage: '/ceremonies/',
    story: ours ? '/stories/' : '/stories/offers/',
  }
  return places[area] ? html`<a href="${places[area]}${about}">${label}</a>` : ''
}

function missing(open: LostMessage[], { peer, name, language, places }: SetBackTold): Html {
  const w = speak(setBackWords, language)
  const rows = open.map((m): Content[] => [
    kindWords[m.kind]?.[language] ?? (m.kind || w.unknown),
    m.ours ? w.us : name,
    moments(m.exchangedAt, { places, language }),
    m.refused ? (whyWords[m.refused]?.[language] ?? w.waits) : w.awaited,
    lookAt(m, w.look),
  ])
  const columns = [
    { label: w.what, head: true },
    { label: w.by },
    { label: w.when },
    { label: w.why },
    { label: w.where },
  ]
  const body = html`<p>${w.missingText(name)}</p><ol><li>${w.stepRestore}</li><li>${w.stepWait(name)}</li><li>${w.stepHand(name)}</li></ol>`
  return html`${notice({ kind: 'warning', title: w.missing(open.length, name), body })}
    ${table({ caption: w.list, captionHidden: true, columns, rows })}
    ${form({
      action: `/nodes/${peer.institution}/lost-messages`,
      language,
      body: html`${textArea({ name: 'reason', label: w.reason, hint: w.reasonHint, value: '', required: true, id: `lost-${peer.institution}` })}
        ${actions(submit({ label: w.settle, kind: 'plain' }))}`,
    })}`
}
