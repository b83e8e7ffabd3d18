/** The words of the pages behind the stage: console, captions, speaker's view, signatory's desk. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Phase, Scene, StageAct } from './stage.ts'

export { stageRefusalWords } from './refusal-words.ts'

export const phaseWords: Record<Phase, Phrase> = {
  closed: { en: 'not open', zh: '未开放' },
  doors: { en: 'doors open', zh: '已开放入场' },
  live: { en: 'live', zh: '进行中' },
  paused: { en: 'held', zh: '暂停' },
  ended: { en: 'over', zh: '已结束' },
}

export const sceneWords: Record<Scene, Phrase> = {
  doors: { en: 'welcome', zh: '迎宾' },
  speech: { en: 'speech', zh: '发言' },
  slides: { en: 'slides', zh: '幻灯片' },
  signing: { en: 'signing', zh: '签署' },
  concluded: { en: 'concluded', zh: '签署完成' },
  photograph: { en: 'photograph', zh: '合影' },
  closing: { en: 'closing', zh: '闭幕' },
}

export const actWords: Record<StageAct, Phrase> = {
  open_doors: { en: 'Open the doors', zh: '开放入场' },
  close_doors: { en: 'Close the doors', zh: '关闭入场' },
  start: { en: 'Begin', zh: '开始' },
  next: { en: 'Next', zh: '下一项' },
  back: { en: 'Back', zh: '上一项' },
  go: { en: 'On stage', zh: '切换至此' },
  hold: { en: 'Hold', zh: '暂停' },
  resume: { en: 'Go on', zh: '继续' },
  show_slides: { en: 'Show slides', zh: '显示幻灯片' },
  turn_slide: { en: 'Turn', zh: '翻页' },
  hide_slides: { en: 'Take slides away', zh: '收起幻灯片' },
  start_signing: { en: 'Start signing', zh: '开始签署' },
  declare_concluded: { en: 'Declare concluded', zh: '宣布签署完成' },
  photograph: { en: 'Photograph', zh: '合影' },
  end: { en: 'End the ceremony', zh: '结束典礼' },
  take_over: { en: 'Take over', zh: '接管' },
}

export const consoleWords = {
  title: { en: 'Console', zh: '主持控制台' },
  plan: { en: 'The plan', zh: '典礼方案' },
  openStage: { en: 'Open the stage', zh: '打开舞台' },
  desks: { en: 'Other desks', zh: '其他工作台' },
  captions: { en: 'Captions', zh: '字幕台' },
  speaker: { en: 'Speaker’s view', zh: '发言人视图' },
  desk: { en: 'Signatory’s desk', zh: '签署人工作台' },
  rehearsal: { en: 'Rehearsal: nothing here counts', zh: '彩排：一切均不作数' },
  onStage: { en: 'On stage', zh: '当前' },
  nothingYet: { en: 'Nothing is on stage yet', zh: '尚未开始' },
  comesNext: { en: 'Comes next', zh: '下一项' },
  nothingNext: { en: 'This is the last item', zh: '这是最后一项' },
  order: { en: 'Running order', zh: '议程' },
  planned: { en: 'Planned', zh: '计划' },
  item: { en: 'Item', zh: '事项' },
  minutes: { en: 'Minutes', zh: '分钟' },
  really: { en: 'Really', zh: '实际' },
  act: { en: 'Act', zh: '操作' },
  until: { en: 'until', zh: '至' },
  ledHere: { en: 'Your side runs the stage', zh: '由我方主持舞台' },
  ledThere: { en: (who: string) => `${who} runs the stage`, zh: (who: string) => `由${who}主持舞台` },
  ledThereText: {
    en: (who: string) =>
      `You see what ${who} does as it happens. If ${who}’s node falls silent, or you agree on it, take over: your console runs both halls from then on.`,
    zh: (who: string) =>
      `${who}的操作会即时显示。如${who}节点失去联系，或经双方商定，可由我方接管，此后双方会场由本控制台控制。`,
  },
  silent: {
    en: (who: string, seconds: number) => `${who}’s node has been silent for ${seconds} s`,
    zh: (who: string, seconds: number) => `${who}节点已失去联系 ${seconds} 秒`,
  },
  silentText: {
    en: 'Your hall and your viewers go on. What happens here reaches the other side as soon as its node answers again.',
    zh: '我方会场和观众不受影响。对方节点恢复后，此处的进展会立即送达。',
  },
  takeOverNow: { en: 'Take over now', zh: '立即接管' },
  takeOverText: {
    en: (who: string) => `${who} keeps its console and can take over again. Both halls follow you from now on.`,
    zh: (who: string) => `${who}仍保留控制台，也可再次接管。自此双方会场均由我方控制。`,
  },
  inTouch: { en: (who: string) => `${who}’s node answers`, zh: (who: string) => `${who}节点联系正常` },
  partnerNode: { en: 'The other node', zh: '对方节点' },
  watching: { en: 'Watching', zh: '在线人数' },
  watchingBoth: {
    en: (here: number, there: number) => `${here} here, ${there} there`,
    zh: (here: number, there: number) => `我方 ${here}，对方 ${there}`,
  },
  note: { en: 'Message to the speakers', zh: '给发言人的提示' },
  noteHint: {
    en: 'Shown on every speaker’s view on both sides, never to the audience. Empty takes it away.',
    zh: '显示在双方所有发言人的视图上，观众看不到。留空则撤下。',
  },
  send: { en: 'Send', zh: '发送' },
  noteNow: { en: 'They read now:', zh: '当前提示：' },
  slides: { en: 'Slides', zh: '幻灯片' },
  slidesHint: {
    en: 'A PDF of at most 12 MB. It takes the place of the one before.',
    zh: 'PDF 文件，不超过 12 MB。将替换原有文件。',
  },
  slidesFile: { en: 'PDF', zh: 'PDF 文件' },
  slidesFor: { en: 'For the item', zh: '所属事项' },
  upload: { en: 'Put it in', zh: '上传' },
  drawing: { en: 'being drawn', zh: '正在处理' },
  notDrawn: { en: 'could not be drawn', zh: '无法处理' },
  pagesOf: { en: (n: number) => (n === 1 ? '1 page' : `${n} pages`), zh: (n: number) => `${n} 页` },
  page: {
    en: (n: number, of: number) => `Page ${n} of ${of}`,
    zh: (n: number, of: number) => `第 ${n} 页，共 ${of} 页`,
  },
  earlier: { en: 'Page back', zh: '上一页' },
  later: { en: 'Page on', zh: '下一页' },
  signing: { en: 'Signing', zh: '签署' },
  room: { en: 'Open the signing room', zh: '打开签署室' },
  noSession: {
    en: 'No signing session is open. An officer opens one on the agreement’s page.',
    zh: '尚未开启签署，请国际事务专员在协议页面开启。',
  },
  openSession: { en: 'Open a session', zh: '开启签署' },
  concludedHere: { en: 'Concluded on this node', zh: '本节点已签署完成' },
  notConcluded: {
    en: 'You can declare it once both have signed and this node holds the signed agreement.',
    zh: '双方签名齐备、本节点持有已签署协议后，方可宣布。',
  },
  endTitle: { en: 'End the ceremony?', zh: '结束典礼？' },
  endText: {
    en: 'The stage closes on both sides and the times are kept for the minutes. It cannot be opened again.',
    zh: '双方舞台将关闭，实际时间用于会议纪要。此后不能再次开放。',
  },
  keys: { en: 'Keys', zh: '快捷键' },
  keysOn: { en: 'Use single keys on this page', zh: '在本页使用单键' },
  keysText: {
    en: 'Off unless you switch them on. They do nothing while you type. A presenter’s remote sends Page Down and Page Up.',
    zh: '默认关闭。输入文字时不起作用。翻页笔发送 Page Down 和 Page Up。',
  },
  actFailed: { en: 'That was not done', zh: '操作未执行' },
  state: { en: 'State', zh: '状态' },
}

export const promiseWords = {
  title: { en: 'A promise was made', zh: '记录承诺' },
  note: { en: 'kept among the commitments of both universities', zh: '计入双方的承诺事项' },
  words: { en: 'What was promised', zh: '承诺内容' },
  by: { en: 'By whom', zh: '承诺人' },
  side: { en: 'On behalf of', zh: '代表' },
  neither: { en: 'neither university', zh: '第三方' },
  mark: { en: 'Mark it', zh: '记录' },
}

export const captionWords = {
  title: { en: 'Captions', zh: '字幕台' },
  box: { en: 'Lines to come', zh: '待发送字幕' },
  hint: {
    en: 'One line at a time. Paste as many as you like: Enter sends the first and leaves the rest.',
    zh: '逐行发送。可一次粘贴多行：按回车发送第一行，其余保留。',
  },
  send: { en: 'Send the first line', zh: '发送第一行' },
  clear: { en: 'Take the line away', zh: '撤下字幕' },
  english: { en: 'English', zh: '英文' },
  chinese: { en: 'Chinese', zh: '中文' },
  shown: { en: 'On stage', zh: '舞台显示' },
  none: { en: 'No line', zh: '无字幕' },
  sent: { en: 'Sent before', zh: '已发送' },
}

export const speakerWords = {
  title: { en: 'Speaker’s view', zh: '发言人视图' },
  yours: { en: 'Your item', zh: '您的环节' },
  choose: { en: 'Another item', zh: '其他环节' },
  onNow: { en: 'You are on', zh: '请发言' },
  waiting: { en: 'Before you', zh: '在您之前' },
  over: { en: 'Your item is over. Thank you.', zh: '您的环节已结束，谢谢。' },
  from: { en: 'planned for', zh: '计划时间' },
  message: { en: 'From the moderator', zh: '主持人提示' },
  noMessage: { en: 'No message', zh: '暂无提示' },
  notes: { en: 'Notes', zh: '备注' },
  noNotes: { en: 'Nothing was noted for this item.', zh: '该环节没有备注。' },
  none: {
    en: 'No item of the running order is yours. Choose one to see its time and notes.',
    zh: '议程中没有您的环节，请选择一项查看时间和备注。',
  },
  language: { en: 'Language', zh: '语言' },
  interpreter: { en: 'Interpreter', zh: '口译' },
  minutes: { en: (n: number) => (n === 1 ? '1 minute' : `${n} minutes`), zh: (n: number) => `${n} 分钟` },
}

export const deskWords = {
  title: { en: 'Signatory’s desk', zh: '签署人工作台' },
  where: { en: 'On stage', zh: '舞台进行至' },
  nothing: { en: 'The ceremony has not begun', zh: '典礼尚未开始' },
  itemsBefore: {
    en: (n: number) => (n === 1 ? 'The signing is the next item.' : `The signing comes after ${n - 1} more items.`),
    zh: (n: number) => (n === 1 ? '下一项即为签署。' : `签署之前还有 ${n - 1} 项。`),
  },
  yourTurn: { en: 'It is time to sign', zh: '现在请签署' },
  yourTurnText: {
    en: 'Read the document and sign with your passkey. The hall sees your line fill as you do.',
    zh: '请阅读文件，并用通行密钥签署。签署时，会场屏幕会同步显示。',
  },
  toSign: { en: 'Read and sign', zh: '阅读并签署' },
  readBefore: { en: 'You can read the document now', zh: '您现在即可阅读文件' },
  noSession: { en: 'The signing session is not open yet', zh: '签署尚未开启' },
  noSessionText: {
    en: 'Your international office opens it. This page leads you there as soon as it is.',
    zh: '由国际事务处开启，开启后本页会显示入口。',
  },
  done: { en: 'You have signed. Thank you.', zh: '您已完成签署，谢谢。' },
  consented: {
    en: 'You have consented. The signature follows by itself.',
    zh: '您已表明签署意愿，系统将自动完成签名。',
  },
  rehearseTitle: { en: 'Rehearse: press as you will on the day', zh: '演练：请像正式签署时一样操作' },
  rehearseText: {
    en: 'Nothing is signed. The mark stays in the rehearsal.',
    zh: '不会签署任何文件，标记仅保留在彩排中。',
  },
  rehearsePasskey: { en: 'Try with your passkey', zh: '用通行密钥演练' },
  rehearsePress: { en: 'Press without a passkey', zh: '不用通行密钥，直接演练' },
  standIn: { en: 'You stand in for the signatory.', zh: '您代签署人演练。' },
  rehearsed: { en: 'Rehearsed', zh: '已演练' },
  notYet: {
    en: 'The moderator has not begun the signing. This page changes by itself.',
    zh: '主持人尚未开始签署，本页会自动更新。',
  },
  noSeat: {
    en: 'You hold no seat in this agreement; this is what its signatories see.',
    zh: '您不是本协议的签署人，此处为签署人看到的页面。',
  },
  noAgreement: { en: 'Nothing is signed at this ceremony.', zh: '本次典礼没有签署环节。' },
  others: { en: 'Both sides', zh: '双方' },
}
