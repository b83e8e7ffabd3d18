/** The root drawn: its fingerprint, where its key is, the list it signs, and what can be proposed about it. */
import { speak } from '#src/platform/i18n/words.ts'
import {
  actWithReason,
  type Content,
  day,
  facts,
  fileField,
  type Html,
  hash,
  html,
  moments,
  section,
  textField,
} from '#src/platform/ui/index.ts'
import { mostHours } from './bring-root.ts'
import type { KeyActKind } from './key-act.ts'
import { actWords, effectWords } from './key-act-words.ts'
import type { Reader } from './keys-page.ts'
import type { KeysView, RootShown } from './read-keys.ts'
import { leastHalf } from './vault-file.ts'
import { keyWords } from './words.ts'

export function rootSection({ roots, us }: KeysView, reader: Reader): Html {
  const w = speak(keyWords, reader.language)
  const current = roots.find(({ retired_at }) => !retired_at)!
  const earlier = roots.filter(({ retired_at }) => retired_at)
  const body = html`
    ${facts(rootFacts(current, us.zone, reader))}
    <div class="row">${proposals(current, reader)}</div>
    ${earlier.map((root) => html`<h3>${w.replacedRoot}</h3>${facts(rootFacts(root, us.zone, reader))}`)}`
  return section({ title: w.root, body })
}

function rootFacts(root: RootShown, zone: string, { language, places }: Reader): { label: Content; value: Content }[] {
  const w = speak(keyWords, language)
  return [
    { label: w.fingerprint, value: hash(root.id, { language, groups: 8 }) },
    { label: w.made, value: moments(root.created_at, { places, language }) },
    { label: w.until, value: day(root.notAfter, { zone, language }) },
    ...(root.retired_at ? [{ label: w.replacedAt, value: moments(root.retired_at, { places, language }) }] : []),
    { label: w.keyIs, value: root.keyHere ? w.keyHere : w.keyAway },
    { label: w.list, value: listFact(root, { language, places }) },
  ]
}

function listFact({ id, list, revoked }: RootShown, { language, places }: Reader): Content {
  const w = speak(keyWords, language)
  if (!list) return html`<span class="muted">${w.listNone}</span>`
  const behind = list.entries !== revoked && html` <strong>${w.listBehind}</strong>`
  return html`<a href="/crl/${id}.crl">${w.listSays(list.number, list.entries)}</a> · ${w.listUntil} ${moments(list.nextUpdate, { places, language })}${behind}`
}

function proposals({ id, keyHere }: RootShown, { language }: Reader): Html {
  const w = speak(keyWords, language)
  const half = (kind: KeyActKind, name: 'passphrase' | 'second') => {
    const label = name === 'passphrase' ? w.firstHalf : w.secondHalf
    const hint = kind === 'export_root' && w.firstHalfHint
    const field = { name, id: `${kind}-${name}`, type: 'password' as const, label, hint: hint || undefined }
    return textField({ ...field, required: true, autocomplete: 'new-password', placeholder: '•'.repeat(leastHalf) })
  }
  const file = (kind: KeyActKind) => fileField({ name: 'file', id: `${kind}-file`, label: w.vaultFile, required: true })
  const hours = textField({
    name: 'hours',
    type: 'number',
    label: w.hours,
    min: 1,
    max: mostHours,
    value: '4',
    required: true,
  })
  const one = (kind: KeyActKind, more?: Content) =>
    actWithReason({
      id: kind,
      action: '/keys/proposals',
      open: actWords[kind][language],
      title: actWords[kind][language],
      explain: effectWords[kind][language],
      confirm: w.propose,
      language,
      reason: { label: w.reason },
      values: { kind, about: id },
      kind: 'plain',
      multipart: kind === 'take_root' || kind === 'bring_root',
      more,
    })
  const opened = (kind: KeyActKind) => html`${file(kind)}${half(kind, 'passphrase')}${half(kind, 'second')}`
  return html`
    ${keyHere && one('export_root', half('export_root', 'passphrase'))}
    ${keyHere && one('take_root', opened('take_root'))}
    ${!keyHere && one('bring_root', html`${opened('bring_root')}${hours}`)}
    ${one('replace_root')}`
}
