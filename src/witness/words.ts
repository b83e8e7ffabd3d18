/** The words of the witness area. */
import type { RefusalWords } from '#src/platform/ui/index.ts'
import type { WitnessRefusal } from './alarm.ts'

export { alarmWords, eventWords } from './log-words.ts'

export const logWords = {
  title: { en: 'Logs', zh: '日志' },
  intro: {
    en: 'Each university keeps a log of what matters, in which nothing can be changed or taken out. The other university witnesses it and holds a copy, so neither can rewrite its own history without the other noticing.',
    zh: '双方各自保存一份重要事项的日志，写入后不能更改或删除。对方见证这份日志并保存副本，任何一方改写自己的历史，对方都会发现。',
  },
  all: { en: 'Everything fits', zh: '一切相符' },
  allText: {
    en: 'Both logs continue what was cosigned before, and each was heard of within a day.',
    zh: '两份日志均与此前的联署一致，且一天之内均有消息。',
  },
  waiting: { en: 'Not everything is cosigned yet', zh: '尚未全部联署' },
  waitingText: {
    en: 'This mends itself as soon as both nodes reach each other. Nothing is lost meanwhile.',
    zh: '两个节点恢复联系后会自动补齐，其间不会丢失任何内容。',
  },
  noPartners: { en: 'No partner’s node yet', zh: '尚无合作方节点' },
  noPartnersText: {
    en: 'Our log is kept all the same. Once a node is paired, it begins to witness our log, and we begin to witness its log.',
    zh: '本方日志照常保存。与合作方节点配对后，双方即开始互相见证。',
  },
  ours: { en: 'Our log', zh: '本方日志' },
  theirs: { en: 'Their log', zh: '对方日志' },
  noKeys: {
    en: 'The partner’s node has not told us the keys of its log yet.',
    zh: '合作方节点尚未告知其日志密钥。',
  },
  name: { en: 'Name', zh: '名称' },
  entries: { en: 'Entries', zh: '条目数' },
  root: { en: 'Head', zh: '日志头' },
  rootOf: {
    en: (size: number) => `over ${size} ${size === 1 ? 'entry' : 'entries'}`,
    zh: (size: number) => `涵盖 ${size} 条`,
  },
  empty: { en: 'nothing logged yet', zh: '尚无条目' },
  witnessedByThem: { en: 'Witnessed by them', zh: '对方见证' },
  mirroredByThem: { en: 'Copied by them', zh: '对方副本' },
  witnessedByUs: { en: 'Witnessed by us', zh: '本方见证' },
  mirroredByUs: { en: 'Copied by us', zh: '本方副本' },
  witnessedByThird: { en: 'Witnessed by a third party', zh: '第三方见证' },
  stampedByThem: { en: 'Time-stamped by them', zh: '对方时间戳' },
  upTo: {
    en: (size: number) => `${size} ${size === 1 ? 'entry' : 'entries'}`,
    zh: (size: number) => `${size} 条`,
  },
  never: { en: 'not yet', zh: '尚无' },
  seen: { en: 'Last seen as we know it', zh: '最近一次核对相符' },
  alarmsTitle: { en: 'What does not fit', zh: '不相符之处' },
  settled: { en: 'Settled earlier', zh: '已处理' },
  since: { en: 'first noticed', zh: '首次发现' },
  last: { en: 'last', zh: '最近' },
  times: {
    en: (n: number) => (n === 1 ? 'once' : `${n} times`),
    zh: (n: number) => `共 ${n} 次`,
  },
  presented: { en: 'What was presented, word for word', zh: '对方提交的原文' },
  settle: { en: 'Settle', zh: '标记为已处理' },
  settleReason: { en: 'What was found, and with whom it was talked over', zh: '查明的情况，以及与谁沟通确认' },
  settledBy: {
    en: (name: string) => `settled by ${name}`,
    zh: (name: string) => `由 ${name} 处理`,
  },
  silentTitle: {
    en: (partner: string, hours: number) =>
      `${partner} has been silent for ${hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`}`,
    zh: (partner: string, hours: number) =>
      `${partner}已 ${hours < 48 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`}没有消息`,
  },
  silentText: {
    en: 'Its node has not shown its log in that time. Ask its office whether the node runs. What we hold stays as it is.',
    zh: '这段时间内未能看到其日志。请询问对方国际处节点是否运行。本方已保存的内容不受影响。',
  },
  recent: { en: 'Latest entries of our log', zh: '本方日志最新条目' },
  recentNote: {
    en: 'The log itself holds only the kind and a salted hash. What stands here is kept beside it and can be erased.',
    zh: '日志本身只含事项类别与加盐哈希；此处内容另行保存，可以删除。',
  },
  number: { en: 'No.', zh: '序号' },
  what: { en: 'What', zh: '事项' },
  about: { en: 'About', zh: '对象' },
  when: { en: 'When', zh: '时间' },
  erased: { en: 'erased', zh: '已删除' },
  proof: { en: 'Proof', zh: '证明' },
  proofFor: { en: (n: number) => `of entry ${n}`, zh: (n: number) => `第 ${n} 条` },
  agreement: { en: 'agreement', zh: '协议' },
  keys: { en: 'For other programs', zh: '供其他程序使用' },
  keysNote: {
    en: 'The logs follow the C2SP documents tlog-tiles, tlog-checkpoint, tlog-witness and tlog-mirror; any tool that does can check them.',
    zh: '日志遵循 C2SP 的 tlog-tiles、tlog-checkpoint、tlog-witness 与 tlog-mirror 规范，凡支持这些规范的工具均可核验。',
  },
  checkpoint: { en: 'Checkpoint', zh: '检查点' },
  policy: { en: 'Policy', zh: '核验策略' },
  logKey: { en: 'Log key', zh: '日志密钥' },
  witnessKey: { en: 'Witness key', zh: '见证密钥' },
  mirrorKey: { en: 'Mirror key', zh: '副本密钥' },
}

export const witnessRefusalWords = {
  administrators_only: { en: 'Only administrators settle alarms.', zh: '只有管理员可以处理警报。' },
  reason_missing: { en: 'Say what was found.', zh: '请说明查明的情况。' },
  no_such_alarm: { en: 'This alarm is settled already, or there is none.', zh: '该警报已处理或不存在。' },
  log_keys_malformed: {
    en: 'The keys of the log are not as they must be.',
    zh: '日志密钥不符合要求。',
  },
  log_events_malformed: {
    en: 'What was told of the log’s entries is not as it must be.',
    zh: '所告知的日志条目内容不符合要求。',
  },
  proof_not_acceptable: {
    en: 'What was sent does not prove that the log holds this agreement: it is of something else, or our node has not cosigned it.',
    zh: '所发内容不能证明该日志载有本协议：其所指为其他事项，或未经本方节点联署。',
  },
  not_the_partner: { en: 'This node is not a paired partner.', zh: '该节点不是已配对的合作方。' },
} satisfies Record<WitnessRefusal, RefusalWords[string]>

export const witnessJournalWords = {
  'log.keys_pinned': { en: 'told us the keys of its log', zh: '告知其日志密钥' },
  'log.refilled': {
    en: 'filled up our log from the partner’s mirror, after an older copy of the database was put back',
    zh: '恢复旧数据库副本后，从合作方副本补全本方日志',
  },
  'agreement.proof_refused': {
    en: 'their node did not accept the proof that our log holds the signed agreement',
    zh: '对方节点未接受本方日志载有已签署协议的证明',
  },
  'agreement.refused_proof': {
    en: 'our node did not accept the proof that their log holds the signed agreement',
    zh: '本方节点未接受对方日志载有已签署协议的证明',
  },
  'log.alarm_settled': { en: 'settled an alarm about the logs', zh: '处理日志警报' },
}
