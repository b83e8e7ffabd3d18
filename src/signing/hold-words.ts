/** The words for a signature that waits. */
import type { Words } from '#src/platform/i18n/words.ts'

export const holdWords = {
  clocksTitle: {
    en: 'Our signature waits: the clocks of the two nodes differ by more than five seconds',
    zh: '本方暂缓签名：双方节点时钟相差超过五秒',
  },
  clocks: {
    en: (ours: string, who: string, theirs: string) => `Ours shows ${ours} UTC, ${who}’s ${theirs} UTC.`,
    zh: (ours: string, who: string, theirs: string) => `本节点为 ${ours}（UTC），${who}节点为 ${theirs}（UTC）。`,
  },
  clocksAdvice: {
    en: 'A signature carries its time. Whoever looks after the node whose clock is wrong sets it by a time server; signing then goes on by itself, within a few minutes.',
    zh: '签名须载明时间。请由时钟有误的一方管理员按时间服务器校时，随后几分钟内签名将自动继续。',
  },
  notComparedTitle: {
    en: (who: string) => `Our signature waits until ${who}’s node answers`,
    zh: (who: string) => `本方签名等待${who}节点应答`,
  },
  notCompared: {
    en: 'Before each signature the two nodes compare their clocks and what both hold. Nothing needs to be done: it is tried again by itself.',
    zh: '每次签名前，双方节点均须核对时钟及各自所存内容。无需操作，系统将自动重试。',
  },
  setBackTitle: {
    en: 'Our signature waits: this node’s database is an older copy',
    zh: '本方暂缓签名：本节点数据库为较早的副本',
  },
  setBack: {
    en: (who: string) =>
      `${who}’s node holds messages that are missing here. An administrator sees which under “Nodes”, and how to mend it. Nothing is signed twice.`,
    zh: (who: string) => `${who}节点持有本节点缺失的消息。管理员可在“节点”页查看缺失内容及处理办法。不会重复签名。`,
  },
} satisfies Words
