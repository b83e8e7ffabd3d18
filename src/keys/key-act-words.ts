/** Acts on keys in words: as proposed, as done, and the reasons for revoking. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { KeyActKind, KeyActState } from './key-act.ts'
import type { RevocationReason } from './tables.ts'

export const actWords: Record<KeyActKind, Phrase> = {
  revoke: { en: 'Revoke a certificate', zh: '吊销证书' },
  export_root: { en: 'Copy the root for the vault', zh: '导出根密钥离线副本' },
  take_root: { en: 'Take the root’s key off this node', zh: '将根密钥移出本节点' },
  bring_root: { en: 'Bring the root’s key back', zh: '取回根密钥' },
  replace_root: { en: 'Replace the root', zh: '更换根证书' },
  choose_signer: { en: 'Sign with another certificate', zh: '改用其他证书签署' },
}

/** What will happen when the second administrator confirms. */
export const effectWords: Record<KeyActKind, Phrase> = {
  revoke: {
    en: 'From that moment nothing signed with it counts. What was signed and time-stamped before stays valid. This cannot be undone.',
    zh: '自确认之时起，以该证书所作签名不再有效；此前已签署并加盖时间戳的内容仍然有效。此操作不可撤销。',
  },
  export_root: {
    en: 'Whoever confirms downloads one file. It opens only with both halves of the passphrase: one is the proposer’s, the other the confirmer’s. It belongs in a safe, on two media, away from the backup.',
    zh: '确认人将下载一个文件，须同时使用口令的前后两半才能打开，两半分别由提议人与确认人掌握。请以两份介质存入保险柜，与备份分开保管。',
  },
  take_root: {
    en: 'The file from the vault is opened here first, so that the copy is known to be good. Afterwards the node signs with the certificates it has, and cannot give new ones until the key is brought back.',
    zh: '系统会先打开离线文件，确认副本可用。移出后，本节点仍可使用已有证书签署，但在取回密钥之前不能签发新证书。',
  },
  bring_root: {
    en: 'The key comes back for the hours named and then leaves by itself. What was revoked meanwhile is published at once.',
    zh: '密钥将在所列时间内恢复可用，到期自动移出；期间吊销的证书随即公布。',
  },
  replace_root: {
    en: 'A new root is made; the old one signs for it if its key is here. Every partner is asked to accept it, and gets signatures under the old root until it did. Make a copy of the new one for the vault afterwards.',
    zh: '将生成新的根证书；若原根密钥在本节点，则由其签名担保。各合作方会收到接受请求，接受之前所签文件仍使用原根证书。之后请为新根密钥制作离线副本。',
  },
  choose_signer: {
    en: 'From then on this signatory signs with the certificate named.',
    zh: '此后该签署人将使用所列证书签署。',
  },
}

export const actStateWords: Record<KeyActState, Phrase> = {
  proposed: { en: 'proposed', zh: '已提议' },
  done: { en: 'done', zh: '已完成' },
  rejected: { en: 'rejected', zh: '已否决' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
}

export const whyWords: Record<RevocationReason, Phrase> = {
  key_lost: { en: 'the key was lost or seen by others', zh: '密钥丢失或泄露' },
  left_office: { en: 'the person no longer holds the office', zh: '当事人已卸任' },
  replaced: { en: 'another certificate took its place', zh: '已由其他证书取代' },
  unspecified: { en: 'another reason', zh: '其他原因' },
}
