/** The words of the federation area. */
import type { Words } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { PeerRefusal } from './peer.ts'

export const words = {
  title: { en: 'Nodes', zh: '节点' },
  intro: {
    en: 'Partner universities run nodes of their own. Two nodes talk once both offices have compared the same fingerprint.',
    zh: '合作院校各自运行节点。双方办公室核对同一指纹后，两个节点即可互通。',
  },
  ours: { en: 'This node', zh: '本节点' },
  address: { en: 'Address for other nodes', zh: '供其他节点访问的地址' },
  site: { en: 'Address for people', zh: '供人员访问的地址' },
  partners: { en: 'Partner nodes', zh: '合作方节点' },
  noPartners: { en: 'No partner node yet', zh: '尚无合作方节点' },
  noPartnersText: {
    en: 'Enter the address the partner university’s office gave you. They enter yours.',
    zh: '请输入合作院校办公室提供的节点地址，并请对方输入本节点地址。',
  },
  propose: { en: 'Add a partner node', zh: '添加合作方节点' },
  proposeLabel: { en: 'Address of the partner’s node', zh: '合作方节点地址' },
  proposeHint: { en: 'such as https://chirograph.example.edu', zh: '例如 https://chirograph.example.edu' },
  look: { en: 'Look it up', zh: '查询' },
  fingerprint: { en: 'Fingerprint of this pair', zh: '双方指纹' },
  compare: {
    en: 'Read these eight groups to the partner’s office on the telephone. Their page must show the same ones.',
    zh: '请通过电话与合作方办公室核对以下八组字符，对方页面应显示完全相同的内容。',
  },
  same: { en: 'The partner’s office reads the same eight groups', zh: '合作方办公室读出的八组字符完全相同' },
  confirm: { en: 'Confirm the pairing', zh: '确认配对' },
  remove: { en: 'Remove', zh: '移除' },
  confirmedBy: { en: (name: string) => `Confirmed by ${name}`, zh: (name: string) => `${name} 已确认` },
  notConfirmed: { en: 'Not confirmed by us yet: no message passes.', zh: '我方尚未确认：双方不会互通消息。' },
  changed: {
    en: 'This node now shows other keys, or another address, than before',
    zh: '该节点的密钥或地址与此前不同',
  },
  changedText: {
    en: 'So the earlier confirmation no longer holds. Ask the partner’s office why, and compare the new fingerprint.',
    zh: '此前的确认已失效。请向合作方办公室了解原因，并核对新的指纹。',
  },
  movedTitle: {
    en: (address: string) => `This node says that it is reached at ${address} from now on`,
    zh: (address: string) => `该节点表示今后的地址为 ${address}`,
  },
  movedText: {
    en: 'The message is signed with its key. Read these eight groups to the partner’s office on the telephone; its page must show the same ones. Until you accept, what we send waits.',
    zh: '该消息由对方节点密钥签名。请通过电话与合作方办公室核对以下八组字符，对方页面应显示完全相同的内容。接受之前，发往对方的消息将等待。',
  },
  movedFingerprint: { en: 'Fingerprint with the new address', zh: '采用新地址后的双方指纹' },
  acceptMove: { en: 'Accept the new address', zh: '接受新地址' },
  heard: { en: 'Last heard', zh: '最近应答' },
  never: { en: 'not yet', zh: '尚无' },
  waiting: { en: 'Messages waiting', zh: '待送达消息' },
  waitingSince: { en: (n: string) => `${n}, the oldest since`, zh: (n: string) => `${n}条，最早于` },
  none: { en: 'none', zh: '无' },
  strangers: { en: 'Turned away', zh: '已拒绝的来访' },
  strangersNote: {
    en: 'Messages that did not come from a paired node, or not as they must. Counted by day.',
    zh: '并非来自已配对节点或不合要求的消息，按日计数。',
  },
  day: { en: 'Day (UTC)', zh: '日期（UTC）' },
  reason: { en: 'Reason', zh: '原因' },
  count: { en: 'Count', zh: '次数' },
} satisfies Words

export const strangerWords: Words = {
  signature_missing: { en: 'no signature', zh: '无签名' },
  signature_malformed: { en: 'malformed signature', zh: '签名格式不符' },
  signature_wrong: { en: 'wrong signature', zh: '签名不正确' },
  digest_wrong: { en: 'body does not match its digest', zh: '正文与摘要不符' },
  unknown_node: { en: 'unknown node', zh: '未知节点' },
  signature_too_old: { en: 'signature too old', zh: '签名过期' },
  replayed: { en: 'replayed', zh: '重放' },
  wrong_address: { en: 'meant for another node', zh: '并非发往本节点' },
  message_malformed: { en: 'malformed message', zh: '消息格式不符' },
}

export const peerRefusalWords: Record<
  PeerRefusal,
  { en: string | ((d: RefusalDetails) => string); zh: string | ((d: RefusalDetails) => string) }
> = {
  administrators_only: {
    en: 'Only an administrator of this node can pair it with others.',
    zh: '只有本节点管理员可以进行配对。',
  },
  node_not_reached: {
    en: (d) => `No node answered at ${d.address} (${d.why}). Check the address with the partner’s office.`,
    zh: (d) => `${d.address} 没有节点应答（${d.why}）。请与合作方办公室核对地址。`,
  },
  node_document_invalid: {
    en: (d) => `What answered is not a node this version understands. It did not fit in: ${fields(d)}.`,
    zh: (d) => `应答方不是本版本可识别的节点，不符之处：${fields(d)}。`,
  },
  node_is_ourselves: {
    en: 'That is this node itself. Enter the partner’s address.',
    zh: '这是本节点自身的地址，请输入合作方的地址。',
  },
  fingerprint_changed: {
    en: 'The partner’s node shows other keys than when this page was opened. Compare the new fingerprint before confirming.',
    zh: '页面打开后合作方节点的密钥已变化，请核对新的指纹后再确认。',
  },
  not_compared: {
    en: 'Compare the eight groups with the partner’s office first, then tick the box.',
    zh: '请先与合作方办公室核对八组字符，再勾选确认。',
  },
  no_such_node: {
    en: 'There is no such node here, or it is confirmed and stays.',
    zh: '没有该节点，或该节点已确认，不能移除。',
  },
  comparison_malformed: {
    en: 'That is no question about messages this node has exchanged with the one that asks.',
    zh: '该请求与本节点和询问方往来的消息无关。',
  },
  reason_missing: { en: 'Say what was done about it.', zh: '请说明处理情况。' },
  nothing_missing: { en: 'Nothing is missing from this node any more.', zh: '该节点已无缺失内容。' },
  node_was_talked_to: {
    en: 'This node was confirmed before and messages have passed, so it cannot be removed. Ask the partner’s office why it shows other keys.',
    zh: '该节点此前已确认并有消息往来，不能移除。请向合作方办公室了解其密钥变化的原因。',
  },
}

const fields = (d: RefusalDetails): string => (Array.isArray(d.fields) ? d.fields.join(', ') : '')

export const peerJournalWords: Words = {
  'node.proposed': { en: 'entered the partner’s node', zh: '录入合作方节点' },
  'node.confirmed': { en: 'confirmed the pairing', zh: '确认配对' },
  'node.lost_settled': { en: 'said what was done about messages that were lost', zh: '说明丢失消息的处理情况' },
  'node.taken_back': {
    en: 'took back from the partner what an older copy of the database lacked',
    zh: '从合作方取回旧数据库副本缺失的消息',
  },
  'node.says_moved': { en: 'told its new address', zh: '通知新地址' },
  'node.told_move': { en: 'told the partner our new address', zh: '通知合作方本节点的新地址' },
  'node.moved': { en: 'accepted the node’s new address', zh: '接受节点的新地址' },
  'node.removed': { en: 'removed the partner’s node', zh: '移除合作方节点' },
}

/** To administrators, when a partner's node says that it moved. */
export const moveMail = (address: string) => ({
  subject: { en: 'A partner’s node has moved', zh: '合作方节点已迁移' },
  text: {
    en: `A partner’s node says, signed with its key, that it is reached at ${address} from now on.\n\nCompare the fingerprint with the partner’s office on the telephone, then accept the address. Until then, messages to it wait.`,
    zh: `合作方节点以其密钥签名通知：今后的地址为 ${address}。\n\n请通过电话与合作方办公室核对指纹，然后接受该地址。在此之前，发往对方的消息将等待。`,
  },
})
