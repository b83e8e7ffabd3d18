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
  linkButton,
  section,
  selectField,
  table,
} from '#src/platform/ui/index.ts'
import { actWords, effectWords, whyWords } from './key-act-words.ts'
import type { Reader } from './keys-page.ts'
import type { OwnCertificateTable } from './own-certificate-store.ts'
import { ownWords } from './own-certificate-words.ts'
import type { CertificateShown, KeysView } from './read-keys.ts'
import { revocationReasons } from './revoke-certificate.ts'
import { keyWords } from './words.ts'

export function certificatesSection({ certificates, own, us }: KeysView, reader: Reader): Html {
  const { language } = reader
  const w = speak(keyWords, language)
  const rows = certificates.map((one): Content[] => [
    html`<span translate="no">${one.name}</span><br><span class="muted small">${one.title}</span>`,
    hash(one.serial, { language, groups: 3 }),
    // Valid by a post that ends on 31 December, it ends with that day and not on the next.
    day(one.notAfter.subtract({ seconds: 1 }), { zone: us.zone, language }),
    w[one.state],
    one.state === 'revoked' ? '' : revoking(one, reader),
  ])
  const columns = [
    { label: w.holder, head: true },
    ...[w.serial, w.until, w.state, w.revoke].map((label) => ({ label })),
  ]
  const given = table({ caption: w.certificates, captionHidden: true, columns, rows, empty: w.noCertificates })
  const link = linkButton({ href: '/keys/own-certificates', label: ownWords.link[language] })
  const body = html`${given}${own.length > 0 && ownTable(own, us.zone, reader)}<div class="row">${link}</div>`
  return section({ title: w.certificates, note: inBoth(us.name, language), body })
}

function ownTable(own: OwnCertificateTable[], zone: string, { language }: Reader): Html {
  const w = speak(keyWords, language)
  const o = speak(ownWords, language)
  const rows = own.map((one): Content[] => [
    html`<span translate="no">${one.name}</span>`,
    o[one.kind],
    day(one.not_after, { zone, language }),
    actWithReason({
      id: `stop-${one.id}`,
      action: '/keys/own-certificates/end',
      open: o.stop,
      title: html`${o.stop}: <span translate="no">${one.name}</span>`,
      explain: o.stopExplain,
      confirm: w.propose,
      language,
      reason: { label: w.reason },
      values: { name: one.name },
    }),
  ])
  const columns = [{ label: w.holder, head: true }, ...[o.where, w.until, o.stop].map((label) => ({ label }))]
  return table({ caption: o.list, columns, rows })
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
