/** What is logged, and what may not fit, in words. */
import type { EvidenceEvent } from '#src/platform/evidence.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { AlarmKind } from './alarm.ts'

export const eventWords: Record<EvidenceEvent, Phrase> = {
  'pairing.confirmed': { en: 'Pairing confirmed', zh: '确认节点配对' },
  'log.keys_pinned': { en: 'Keys of a log pinned', zh: '记录日志密钥' },
  'agreement.frozen': { en: 'Text frozen', zh: '文本定稿' },
  'agreement.reopened': { en: 'Frozen text reopened', zh: '定稿文本重新开放' },
  'agreement.approved': { en: 'Approved', zh: '审批通过' },
  'signing.consented': { en: 'Consent', zh: '签署意愿' },
  'signing.signed': { en: 'Signature', zh: '签名' },
  'signing.ended': { en: 'Signing ended without conclusion', zh: '签署未成而终止' },
  'agreement.signed': { en: 'All signatures given', zh: '签名齐备' },
  'agreement.termination': { en: 'About ending it', zh: '有关终止的表示' },
  'agreement.ended': { en: 'Terminated', zh: '终止' },
  'signing.preserved': { en: 'Time-stamped for later', zh: '加盖存档时间戳' },
  'agreement.concluded': { en: 'Concluded', zh: '缔结' },
  'keys.list_published': { en: 'List of revoked certificates published', zh: '发布证书吊销列表' },
  'keys.revoked': { en: 'Certificate revoked', zh: '吊销证书' },
  'keys.root_exported': { en: 'Root copied for the vault', zh: '导出根密钥离线副本' },
  'keys.root_taken_away': { en: 'Root key taken off-line', zh: '根密钥转为离线保管' },
  'keys.root_brought_back': { en: 'Root key brought back', zh: '根密钥取回' },
  'keys.root_replaced': { en: 'Root replaced', zh: '更换根证书' },
  'keys.root_accepted': { en: 'New root of a partner accepted', zh: '接受合作方新根证书' },
  'keys.root_refused': { en: 'New root of a partner refused', zh: '拒绝合作方新根证书' },
  'keys.signer_chosen': { en: 'Certificate chosen for a signatory', zh: '为签署人选定证书' },
}

interface AlarmText {
  title: (partner: string) => string
  text: string
}

/** Each says what was seen and what to do, for somebody who has never heard of a tree. */
export const alarmWords: Record<AlarmKind, Phrase<AlarmText>> = {
  rewritten: {
    en: {
      title: (p) => `${p}’s log does not continue what we cosigned`,
      text: 'Its node presented a head, signed with its own key, that leaves out or changes earlier entries. We did not cosign it. Ask its office: either its database was tampered with, or it was restored from a copy and went on from there.',
    },
    zh: {
      title: (p) => `${p}的日志与本方此前联署的内容不连续`,
      text: '对方节点提交了由其自己密钥签名的日志头，其中遗漏或更改了先前的条目。本方未予联署。请联系对方国际处：或是其数据库遭到篡改，或是从备份恢复后继续写入。',
    },
  },
  forked: {
    en: {
      title: (p) => `${p}’s log exists in two versions`,
      text: 'Its node signed two different heads for the same number of entries. Both bear its own signature, so this is proof. We hold the first, and cosign nothing that follows the second. Ask its office before anything else is signed.',
    },
    zh: {
      title: (p) => `${p}的日志出现两个版本`,
      text: '对方节点对同一条目数签署了两个不同的日志头，均有其签名，可作证据。本方保存首个版本，对后续第二个版本不予联署。继续签署任何文件之前，请先联系对方国际处。',
    },
  },
  rolled_back: {
    en: {
      title: (p) => `${p} shows a shorter log than we cosigned`,
      text: 'Entries we hold are missing from what its node shows. Most likely its database was restored from an older copy. Our copy has the missing entries; tell its office before it writes anything new.',
    },
    zh: {
      title: (p) => `${p}展示的日志短于本方已联署的日志`,
      text: '本方保存的部分条目未出现在对方节点展示的日志中，很可能是其数据库从较早的备份恢复。本方副本保有缺失的条目；请在对方写入新内容之前告知其国际处。',
    },
  },
  keys_changed: {
    en: {
      title: (p) => `${p}’s node uses other keys for its log`,
      text: 'They are not the keys that were pinned after pairing. We keep to the pinned ones and cosign nothing under the new. Ask its office by telephone whether its keys were replaced.',
    },
    zh: {
      title: (p) => `${p}节点的日志改用了其他密钥`,
      text: '该密钥并非配对后记录的密钥。本方仍以原密钥为准，对新密钥签署的内容不予联署。请致电对方国际处，确认其是否更换了密钥。',
    },
  },
  keys_not_taken: {
    en: {
      title: (p) => `${p}’s node does not accept the keys of our log`,
      text: 'It has pinned other keys of ours, or found ours malformed. Until that is cleared up it does not witness our log. Talk to its administrator.',
    },
    zh: {
      title: (p) => `${p}的节点不接受本方日志密钥`,
      text: '对方此前记录的是本方的其他密钥，或认为本方密钥不符合要求。在此问题解决之前，对方不会见证本方日志。请与对方管理员联系。',
    },
  },
  set_back: {
    en: {
      title: (p) => `${p} knows more of our log than we do`,
      text: 'Our database is older than what the partner cosigned: it was probably restored from a copy. The partner’s mirror holds the missing entries. Restore the newer database if there is one, before anything new is logged.',
    },
    zh: {
      title: (p) => `${p}掌握的本方日志多于本方自己保存的`,
      text: '本方数据库早于对方已联署的状态，很可能是从备份恢复。对方副本保有缺失的条目。如有较新的数据库，请在写入新条目之前恢复。',
    },
  },
  called_inconsistent: {
    en: {
      title: (p) => `${p} says our log was rewritten`,
      text: 'Its node cosigned a head of ours that our present log does not continue. Somebody changed our database, or it was restored from a copy and went on. Compare with the partner’s mirror before you sign anything.',
    },
    zh: {
      title: (p) => `${p}认为本方日志被改写`,
      text: '对方节点曾联署本方的一个日志头，而本方当前日志与之不连续。可能有人改动了本方数据库，或数据库从备份恢复后继续写入。签署任何文件之前，请与对方副本比对。',
    },
  },
  cosignature_wrong: {
    en: {
      title: (p) => `A cosignature by ${p} does not hold`,
      text: 'What its node answered is not signed with the key we pinned for it. It was not kept. Ask its office whether its witness key was replaced.',
    },
    zh: {
      title: (p) => `${p}的联署签名无效`,
      text: '对方节点的答复并非由已记录的见证密钥签名，本方未予保存。请询问对方国际处是否更换了见证密钥。',
    },
  },
  cosignature_ahead: {
    en: {
      title: (p) => `${p}’s clock is ahead of ours`,
      text: 'It dated a cosignature more than five minutes into our future. It was not kept. One of the two clocks is wrong; compare both with a time server.',
    },
    zh: {
      title: (p) => `${p}的时钟快于本方`,
      text: '对方联署的时间晚于本方当前时间五分钟以上，本方未予保存。两个时钟必有一个不准，请分别与时间服务器核对。',
    },
  },
  stamp_wrong: {
    en: {
      title: (p) => `A time-stamp by ${p} does not hold`,
      text: 'What its node answered is not a time-stamp of our head under its pinned root. It was not kept.',
    },
    zh: {
      title: (p) => `${p}的时间戳无效`,
      text: '对方节点的答复不是在其已记录的根证书下对本方日志头所加的时间戳，本方未予保存。',
    },
  },
}
