/** What this area writes into the journal, in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { KeyActKind, KeyActState } from './key-act.ts'

const kinds: Record<KeyActKind, Phrase> = {
  revoke: { en: 'revoking a certificate', zh: '吊销证书' },
  export_root: { en: 'copying the root for the vault', zh: '导出根密钥入库' },
  take_root: { en: 'taking the root’s key off this node', zh: '移出根密钥' },
  bring_root: { en: 'bringing the root’s key back', zh: '取回根密钥' },
  replace_root: { en: 'replacing the root', zh: '更换根证书' },
  choose_signer: { en: 'choosing what an office-holder signs with', zh: '选定签署人所用证书' },
}

const states: Record<KeyActState, Phrase> = {
  proposed: { en: 'proposed', zh: '提议' },
  done: { en: 'confirmed by another', zh: '经另一人确认' },
  rejected: { en: 'rejected', zh: '被拒绝' },
  withdrawn: { en: 'withdrawn', zh: '撤回' },
}

const acts = Object.entries(kinds).flatMap(([kind, what]) =>
  Object.entries(states).map(([state, how]) => [
    `keys.${kind}_${state}`,
    { en: `${what}: ${how.en}`, zh: `${what}：${how.zh}` },
  ]),
)

export const keysJournalWords: Record<string, Phrase> = {
  ...Object.fromEntries(acts),
  'keys.root_went_away': { en: 'the root’s key left this node again', zh: '根密钥已再次移出本节点' },
  'keys.root_announced': { en: 'the partner announced a new root', zh: '合作方公布新根证书' },
  'keys.root_accepted': { en: 'the partner’s new root accepted', zh: '接受合作方新根证书' },
  'keys.root_refused': { en: 'the partner’s new root refused', zh: '拒绝合作方新根证书' },
  'keys.root_accepted_there': { en: 'our new root accepted there', zh: '对方接受我方新根证书' },
  'keys.root_refused_there': { en: 'our new root refused there', zh: '对方拒绝我方新根证书' },
  'keys.revoked_there': { en: 'the partner revoked a certificate', zh: '合作方吊销证书' },
  'keys.certificate_ended': { en: 'a certificate ended with the post', zh: '证书随职务终止' },
  'keys.secret_key_rotated': { en: 'sealed anew under a new secret key', zh: '已用新密钥重新加密' },
}
