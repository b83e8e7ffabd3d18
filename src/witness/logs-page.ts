/** The page of both logs: whether everything fits, what each side has, and who said so last. */
import type { Context } from 'hono'
import { type Institution, keptNotice } from '#src/partners/index.ts'
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { verifierKey } from '#src/platform/tlog/index.ts'
import {
  type Content,
  facts,
  type Html,
  hash,
  head,
  html,
  inBoth,
  moments,
  notice,
  type Place,
  page,
  placeOf,
  section,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { openAlarms, settledAlarms, shortName, type Telling } from './alarms-view.ts'
import { latestEntries } from './entries-view.ts'
import type { Head, LogsView, Partnered } from './read-logs.ts'
import { logWords } from './words.ts'

export function logsPage(
  c: Context<WebEnv>,
  view: LogsView,
  told: Pick<Telling, 'settles' | 'typed'>,
  status?: 422,
): Response {
  const { language } = c.var
  const w = speak(logWords, language)
  const places = [view.us, ...view.partnered.map(({ partner }) => partner)].slice(0, 2).map(cityOf)
  const t: Telling = { ...told, language, places }
  const body = html`
    ${head({ title: w.title, meta: w.intro })}
    ${standing(view, t)}
    ${view.partnered.length === 0 ? alone(view, t) : view.partnered.map((one) => pair(view, one, t))}
    ${latestEntries(view, t)}
    ${settledAlarms(view, t)}
    ${forPrograms(view, language)}`
  return page(c, { title: w.title, current: 'logs', body }, status)
}

const cityOf = ({ zone, city }: Institution): Place => (city.en ? { zone, city } : placeOf(zone))

/** The one sentence most people came for. */
function standing(view: LogsView, t: Telling): Html {
  const w = speak(logWords, t.language)
  const alarmed = view.alarms.some((a) => !a.settledAt) || view.partnered.some((p) => p.silent !== undefined)
  if (alarmed) return openAlarms(view, t)
  if (view.partnered.length === 0) return notice({ kind: 'note', title: w.noPartners, body: w.noPartnersText })
  return view.partnered.every((one) => isCosigned(view, one))
    ? notice({ kind: 'done', title: w.all, body: w.allText })
    : notice({ kind: 'waiting', title: w.waiting, body: w.waitingText })
}

/** Our head by both of the partner's keys, and its head mirrored here. */
function isCosigned({ ours }: LogsView, { peer, theirs }: Partnered): boolean {
  const sizeBy = (name: string | undefined) => ours.cosignatures.find((s) => s.cosigner === name)?.size
  const { size } = ours.log
  const here = size === 0 || (sizeBy(peer?.witness.name) === size && sizeBy(peer?.mirror.name) === size)
  return here && theirs !== undefined && theirs.log.mirrored === theirs.log.witnessed
}

function alone({ ours }: LogsView, { language }: Telling): Html {
  const w = speak(logWords, language)
  return section({ title: w.ours, body: facts(headFacts(ours, language)) })
}

/** Both logs side by side: ours as they cosigned it, theirs as we did. */
function pair(view: LogsView, one: Partnered, t: Telling): Html {
  const w = speak(logWords, t.language)
  const body = html`${keptNotice([view.us, one.partner], t.language)}<div class="logs">
    <div class="side-ours"><h3>${w.ours}</h3>${ourLog(view, one, t)}</div>
    <div class="side-theirs"><h3>${w.theirs}</h3>${theirLog(view, one, t)}</div>
  </div>`
  return section({ title: inBoth(one.partner.name, t.language), body })
}

function headFacts({ log, checkpoint }: Head, language: Language): { label: Content; value: Content }[] {
  const w = speak(logWords, language)
  const root = checkpoint
    ? html`${hash(Buffer.from(checkpoint.root).toString('hex'), { language, groups: 4 })}${checkpoint.size !== log.size && html` <span class="muted small">${w.rootOf(checkpoint.size)}</span>`}`
    : html`<span class="muted">${w.empty}</span>`
  return [
    { label: w.name, value: html`<span translate="no">${log.origin}</span>` },
    { label: w.entries, value: html`<span class="numbers">${log.size}</span>` },
    { label: w.root, value: root },
  ]
}

interface Said {
  size: number
  at: Temporal.Instant
}

/** "12 entries, 6 Sept 2021, 15:20 London, 22:20 Wuhan", or that it was not yet said. */
function said(one: Said | undefined, size: number, { language, places }: Telling): { value: Content; good: boolean } {
  const w = speak(logWords, language)
  if (!one) return { value: html`<span class="muted">${w.never}</span>`, good: false }
  return { value: html`${w.upTo(one.size)} · ${moments(one.at, { places, language })}`, good: one.size === size }
}

const by = ({ cosignatures }: Head, name: string | undefined): Said | undefined => {
  const found = cosignatures.find((s) => s.cosigner === name)
  return found && { size: found.size, at: found.cosignedAt }
}

function ourLog({ ours, third }: LogsView, { peer, partner }: Partnered, t: Telling): Html {
  const w = speak(logWords, t.language)
  const { size } = ours.log
  const stamp = ours.stamps.find((s) => s.institution === partner.ror)
  return facts([
    ...headFacts(ours, t.language),
    { label: w.witnessedByThem, ...said(by(ours, peer?.witness.name), size, t) },
    { label: w.mirroredByThem, ...said(by(ours, peer?.mirror.name), size, t) },
    ...(third ? [{ label: w.witnessedByThird, ...said(by(ours, third.key.name), size, t) }] : []),
    { label: w.stampedByThem, ...said(stamp && { size: stamp.size, at: stamp.stampedAt }, size, t), good: false },
  ])
}

function theirLog({ house }: LogsView, { theirs }: Partnered, t: Telling): Html {
  const w = speak(logWords, t.language)
  if (!theirs) return html`<p class="muted">${w.noKeys}</p>`
  const { witnessed, seenAt } = theirs.log
  const { language, places } = t
  const seen = seenAt ? moments(seenAt, { places, language }) : html`<span class="muted">${w.never}</span>`
  return facts([
    ...headFacts(theirs, language),
    { label: w.witnessedByUs, ...said(by(theirs, house.witness.key.name), witnessed, t) },
    { label: w.mirroredByUs, ...said(by(theirs, house.mirror.key.name), witnessed, t) },
    { label: w.seen, value: seen },
  ])
}

function forPrograms({ house, partnered }: LogsView, language: Language): Html {
  const w = speak(logWords, language)
  const key = (value: string) => html`<code class="key" translate="no">${value}</code>`
  const policies = partnered
    .filter(({ peer }) => peer)
    .map(({ partner }) => html`<a href="/logs/policies/${partner.ror}.txt">${shortName(partner, language)}</a> `)
  const body = facts([
    { label: w.checkpoint, value: html`<a href="/log/checkpoint">/log/checkpoint</a>` },
    ...(policies.length > 0 ? [{ label: w.policy, value: html`${policies}` }] : []),
    { label: w.logKey, value: key(verifierKey(house.log.key)) },
    { label: w.witnessKey, value: key(verifierKey(house.witness.key)) },
    { label: w.mirrorKey, value: key(verifierKey(house.mirror.key)) },
  ])
  return section({ title: w.keys, note: w.keysNote, body })
}
