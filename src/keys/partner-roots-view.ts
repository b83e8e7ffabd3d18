/** Roots across the border: what partners announced, to be compared and accepted; how ours stands with them. */
import { speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  actWithReason,
  checkbox,
  facts,
  form,
  type Html,
  hidden,
  html,
  moments,
  section,
  submit,
} from '#src/platform/ui/index.ts'
import type { Reader } from './keys-page.ts'
import type { KeysView } from './read-keys.ts'
import { spokenFingerprint } from './root-statement.ts'
import type { AnnouncementTable, PartnerRootTable } from './root-store.ts'
import { keyWords } from './words.ts'

export function partnerRootsSection(view: KeysView, reader: Reader): Html | false {
  const w = speak(keyWords, reader.language)
  const { partnerRoots, announcements } = view
  if (partnerRoots.length + announcements.length === 0) return false
  const body = html`${partnerRoots.map((root) => theirs(view, root, reader))}${announcements.map((a) => ours(view, a, reader))}`
  return section({ title: w.partners, body })
}

const nameOf = ({ others }: KeysView, ror: string, { language }: Reader) =>
  others.find((o) => o.ror === ror)?.name[language] ?? ror

function theirs(view: KeysView, root: PartnerRootTable, reader: Reader): Html {
  const { language, places } = reader
  const w = speak(keyWords, language)
  const decision = root.decision
    ? html`${w[root.decision]} · <span translate="no">${w.decidedBy(root.decided_by_name!)}</span> · ${moments(root.decided_at!, { places, language })} ${root.reason}`
    : w.undecided
  return html`<article class="stack">
    <h3 translate="no">${nameOf(view, root.institution, reader)}</h3>
    ${facts([
      { label: w.fingerprint, value: html`<code translate="no">${spokenFingerprint(root.authority)}</code>` },
      { label: w.announced, value: moments(root.received_at, { places, language }) },
      { label: w.keyIs, value: root.vouched ? w.vouched : w.notVouched },
      { label: w.state, value: decision },
    ])}
    ${root.decision !== 'accepted' && deciding(root, reader)}
  </article>`
}

function deciding({ institution, authority, decision }: PartnerRootTable, { language }: Reader): Html {
  const w = speak(keyWords, language)
  const action = `/keys/roots/${institution}`
  const values = { authority, decision: 'accepted' }
  return html`${form({
    action,
    language,
    body: html`${hidden(values)}${checkbox({ name: 'same', label: w.same, required: true, id: `same-${authority}` })}
      ${actions(submit({ label: w.accept, kind: 'primary' }))}`,
  })}
  ${
    decision === null &&
    actWithReason({
      id: `refuse-${authority}`,
      action,
      open: w.refuse,
      title: w.refuse,
      explain: w.rootWaitingText,
      confirm: w.refuse,
      language,
      reason: { label: w.reason },
      values: { authority, decision: 'refused' },
    })
  }`
}

function ours(view: KeysView, a: AnnouncementTable, reader: Reader): Html {
  const { language, places } = reader
  const w = speak(keyWords, language)
  const answer = a.answer ? html`${w[a.answer]} · ${moments(a.answered_at!, { places, language })}` : w.undecided
  return html`<article class="stack">
    <h3>${w.oursThere}: <span translate="no">${nameOf(view, a.institution, reader)}</span></h3>
    ${facts([
      { label: w.fingerprint, value: html`<code translate="no">${spokenFingerprint(a.authority)}</code>` },
      { label: w.asked, value: moments(a.asked_at, { places, language }) },
      { label: w.state, value: answer },
    ])}
  </article>`
}
