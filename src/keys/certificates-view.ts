/** Certificates of office-holders, and proposing that one be revoked. */
import { speak } from '#src/platform/i18n/words.ts'
import {
  actWithReason,
  type Content,
  day,
  type Html,
  hash,
  html,
  inBoth,
  section,
  selectField,
  table,
} from '#src/platform/ui/index.ts'
import { actWords, effectWords, whyWords } from './key-act-words.ts'
import type { Reader } from './keys-page.ts'
import type { CertificateShown, KeysView } from './read-keys.ts'
import { revocationReasons } from './revoke-certificate.ts'
import { keyWords } from './words.ts'

export function certificatesSection({ certificates, us }: KeysView, reader: Reader): Html {
  const { language } = reader
  const w = speak(keyWords, language)
  const rows = certificates.map((one): Content[] => [
    html`<span translate="no">${one.name}</span><br><span class="muted small">${one.title}</span>`,
    hash(one.serial, { language, groups: 3 }),
    day(one.notAfter, { zone: us.zone, language }),
    w[one.state],
    one.state === 'revoked' ? '' : revoking(one, reader),
  ])
  const columns = [
    { label: w.holder, head: true },
    ...[w.serial, w.until, w.state, w.revoke].map((label) => ({ label })),
  ]
  const body = table({ caption: w.certificates, captionHidden: true, columns, rows, empty: w.noCertificates })
  return section({ title: w.certificates, note: inBoth(us.name, language), body })
}

function revoking({ id, name }: CertificateShown, { language }: Reader): Html {
  const w = speak(keyWords, language)
  const options = revocationReasons.map((value) => ({ value, label: whyWords[value][language] }))
  return actWithReason({
    id: `revoke-${id}`,
    action: '/keys/proposals',
    open: w.revoke,
    title: html`${actWords.revoke[language]}: <span translate="no">${name}</span>`,
    explain: effectWords.revoke[language],
    confirm: w.propose,
    language,
    reason: { label: w.reason },
    values: { kind: 'revoke', about: id },
    more: selectField({ name: 'why', id: `why-${id}`, label: w.why, options }),
  })
}
