/** Words about commitments. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { CommitmentAct, CommitmentState } from './commitment.ts'

export const commitmentStateWords: Record<CommitmentState, Phrase> = {
  recorded: { en: 'recorded', zh: '已记录' },
  accepted: { en: 'accepted', zh: '已认领' },
  in_progress: { en: 'in progress', zh: '进行中' },
  kept: { en: 'kept', zh: '已兑现' },
  not_kept: { en: 'not kept', zh: '未兑现' },
  no_longer_relevant: { en: 'no longer relevant', zh: '不再适用' },
}

export const commitmentActWords: Record<CommitmentAct, Phrase> = {
  accept: { en: 'Accept', zh: '认领' },
  begin: { en: 'Under way', zh: '开始落实' },
  keep: { en: 'Kept', zh: '已兑现' },
  not_keep: { en: 'Not kept', zh: '未兑现' },
  drop: { en: 'No longer relevant', zh: '不再适用' },
  reopen: { en: 'Take up again', zh: '重新跟进' },
}

export const commitmentWords = {
  title: { en: 'Commitments', zh: '承诺' },
  note: {
    en: 'What was promised at ceremonies, with its source. The university that promised says what became of it; both see the same.',
    zh: '典礼上作出的承诺及其出处。由作出承诺的一方更新落实情况，双方看到的内容一致。',
  },
  open: { en: 'Open', zh: '待落实' },
  settled: { en: 'Settled', zh: '已了结' },
  words: { en: 'In these words', zh: '承诺内容' },
  by: { en: 'Promised by', zh: '承诺方' },
  to: { en: 'To', zh: '对象' },
  source: { en: 'Said at', zh: '出处' },
  said: { en: 'When', zh: '时间' },
  marked: { en: 'Marked by', zh: '记录人' },
  due: { en: 'Due', zh: '期限' },
  noDue: { en: 'no date', zh: '未定期限' },
  late: { en: 'overdue', zh: '已逾期' },
  state: { en: 'State', zh: '状态' },
  became: { en: 'What became of it', zh: '落实情况' },
  nothing: { en: 'Nothing yet.', zh: '暂无。' },
  emptyTitle: { en: 'No commitments yet', zh: '暂无承诺' },
  emptyText: {
    en: 'While a speech is given, the moderator marks what is promised; it then stands here until it is kept.',
    zh: '发言时由主持人标记承诺，之后在此跟进直至兑现。',
  },
  next: { en: 'What is next', zh: '下一步' },
  theirs: {
    en: (who: string) => `${who} promised it and says what becomes of it.`,
    zh: (who: string) => `由作出承诺的${who}更新落实情况。`,
  },
  acceptText: {
    en: 'Set the words right as they were meant, and until when.',
    zh: '请核正承诺的表述，并填写期限。',
  },
  reason: { en: 'How, or why', zh: '说明' },
  explain: { en: 'The partner reads it. It stays in the history.', zh: '合作方可见，并保留在记录中。' },
  third: { en: 'neither university', zh: '第三方' },
  all: { en: 'Ceremonies', zh: '典礼' },
}
