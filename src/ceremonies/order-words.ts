/** The words of the running order. */

export const orderWords = {
  title: { en: 'Running order', zh: '议程' },
  caption: { en: 'Running order in the local times of both sides', zh: '双方当地时间议程' },
  minutes: { en: 'Min', zh: '分钟' },
  item: { en: 'Item', zh: '环节' },
  speaker: { en: 'Speaker', zh: '发言人' },
  language: { en: 'Language', zh: '语言' },
  open: { en: 'still open', zh: '待定' },
  interpreted: { en: (who: string) => `interpreted by ${who}`, zh: (who: string) => `口译：${who}` },
  ourNote: { en: 'Our note', zh: '我方备注' },
  ends: { en: 'End', zh: '结束' },
  nextDay: { en: 'next day', zh: '次日' },
  dayBefore: { en: 'day before', zh: '前一日' },
  offset: {
    en: (hours: string, first: string, second: string) => `${first} is ${hours} ahead of ${second} on that day`,
    zh: (hours: string, first: string, second: string) => `当日${first}比${second}早${hours}`,
  },
  sameTime: { en: 'Both cities have the same time on that day', zh: '当日两地时间相同' },
  hours: {
    en: (n: number) => (n === 1 ? '1 hour' : `${n} hours`),
    zh: (n: number) => `${n}小时`,
  },
}
