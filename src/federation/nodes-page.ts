/** The administrators' page: this node, its partners' nodes, and the fingerprint both offices compare. */

import type { Context } from 'hono'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import type { Refusal } from '#src/platform/refusal.ts'
import { dayWords } from '#src/platform/time.ts'
import {
  actButton,
  actions,
  type Content,
  checkbox,
  empty,
  facts,
  form,
  type Html,
  head,
  hidden,
  html,
  link,
  moments,
  notice,
  type Place,
  page,
  placeOf,
  refusalText,
  section,
  submit,
  table,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { NodeDocument } from './peer.ts'
import { setBack } from './set-back-view.ts'
import type { Peer, readNodes } from './store.ts'
import { peerRefusalWords, strangerWords, words } from './words.ts'

type Nodes = Awaited<ReturnType<typeof readNodes>>

export interface NodesView extends Nodes {
  own: NodeDocument
  /** Of the pairs whose partner says it moved, by ROR id: what the other office reads. */
  movedFingerprints: Record<string, string>
  refusal?: Refusal
  /** What was typed before a refusal. */
  address: string
}

export function nodesPage(c: Context<WebEnv>, view: NodesView): Response {
  const { language } = c.var
  const w = speak(words, language)
  const { own, refusal } = view
  const body = html`
    ${head({ title: w.title, meta: w.intro })}
    ${refusal && notice({ kind: 'refusal', answer: true, title: refusalText(refusal, peerRefusalWords, language) })}
    ${section({ title: w.partners, body: partnerNodes(view, language) })}
    ${section({ title: w.propose, body: proposeForm(view.address, language) })}
    ${section({
      title: w.ours,
      body: facts([
        { label: w.address, value: own.address },
        { label: w.site, value: own.site },
      ]),
    })}
    ${view.strangers.length > 0 && section({ title: w.strangers, note: w.strangersNote, body: strangersTable(view, language) })}`
  return page(c, { title: w.title, current: 'nodes', body }, refusal?.status)
}

function partnerNodes(view: NodesView, language: Language): Html {
  const w = speak(words, language)
  if (view.peers.length === 0) return empty({ title: w.noPartners, text: w.noPartnersText })
  return html`${view.peers.map((peer) => partnerNode(view, peer, language))}`
}

function partnerNode(view: NodesView, peer: Peer, language: Language): Html {
  const w = speak(words, language)
  const name = view.names.find((n) => n.ror === peer.institution)!
  const us = view.own.institution
  const places: Place[] = [
    { zone: us.zone, city: us.city },
    { zone: name.zone, city: { en: name.city_en, zh: name.city_zh } },
  ].map((place) => (place.city.en ? place : placeOf(place.zone)))
  const waiting = view.waiting.find((x) => x.to === peer.institution)
  const heard = peer.last_heard_at ? moments(peer.last_heard_at, { places, language }) : w.never
  const since = waiting?.since
    ? html`${w.waitingSince(waiting.count)} ${moments(waiting.since, { places, language })}`
    : w.none
  return html`<article class="stack">
    <h3 translate="no"><span lang="en">${name.name_en}</span> <span lang="zh-CN">${name.name_zh}</span></h3>
    ${facts([
      { label: w.address, value: html`<a href="${link(peer.site)}">${peer.site}</a> · ${peer.address}` },
      { label: w.fingerprint, value: html`<code>${peer.fingerprint}</code>` },
      { label: w.heard, value: heard },
      { label: w.waiting, value: since },
      ...(peer.confirmed_by
        ? [
            {
              label: w.confirmedBy(peer.confirmed_by),
              value: moments(peer.confirmed_at!, { places, language }),
              good: true,
            },
          ]
        : []),
    ])}
    ${view.changed.includes(peer.institution) && notice({ kind: 'warning', title: w.changed, body: w.changedText })}
    ${setBack({ peer, name: language === 'en' ? name.name_en : name.name_zh, lost: lostOf(view, peer), places, language })}
    ${peer.confirmed_at ? '' : confirmForm(peer, language)}${moveForm(view, peer, language)}
  </article>`
}

const lostOf = ({ lost }: NodesView, { institution }: Peer) => lost.filter((m) => m.institution === institution)

function confirmForm(peer: Peer, language: Language): Html {
  const w = speak(words, language)
  const action = `/nodes/${peer.institution}`
  return html`${notice({ kind: 'turn', title: w.notConfirmed, body: w.compare })}
    ${form({
      action: `${action}/confirmation`,
      language,
      body: html`${hidden({ fingerprint: peer.fingerprint })}
        ${checkbox({ name: 'same', label: w.same, required: true, id: `same-${peer.institution}` })}
        ${actions(submit({ label: w.confirm, kind: 'primary' }))}`,
    })}
    ${actButton({ action: `${action}/removal`, label: w.remove, kind: 'quiet', describe: peer.site })}`
}

function moveForm(view: NodesView, peer: Peer, language: Language): Content {
  const move = view.moves.find((one) => one.institution === peer.institution)
  if (!move) return ''
  const w = speak(words, language)
  const fingerprint = view.movedFingerprints[peer.institution]!
  return html`${notice({ kind: 'turn', title: w.movedTitle(move.site), body: w.movedText })}
    ${facts([{ label: w.movedFingerprint, value: html`<code>${fingerprint}</code>` }])}
    ${form({
      action: `/nodes/${peer.institution}/move`,
      language,
      body: html`${hidden({ fingerprint })}
        ${checkbox({ name: 'same', label: w.same, required: true, id: `moved-${peer.institution}` })}
        ${actions(submit({ label: w.acceptMove, kind: 'primary' }))}`,
    })}`
}

function proposeForm(address: string, language: Language): Html {
  const w = speak(words, language)
  const field = textField({
    name: 'address',
    type: 'url',
    label: w.proposeLabel,
    hint: w.proposeHint,
    value: address,
    required: true,
  })
  return form({ action: '/nodes', language, body: html`${field}${actions(submit({ label: w.look, kind: 'plain' }))}` })
}

function strangersTable(view: NodesView, language: Language): Html {
  const w = speak(words, language)
  return table({
    caption: w.strangers,
    captionHidden: true,
    columns: [{ label: w.day, head: true }, { label: w.reason }, { label: w.count, numeric: true }],
    rows: view.strangers.map((s) => [
      dayWords(s.day, language),
      strangerWords[s.reason]?.[language] ?? s.reason,
      s.count,
    ]),
  })
}
