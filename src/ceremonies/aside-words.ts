/** The words beside a plan: its way, warnings, rehearsals, history. */

export const asideWords = {
  way: { en: 'The way to the day', zh: '筹备进度' },
  planned: { en: 'Planned and shared', zh: '拟定并共享' },
  ourPart: { en: 'Our part', zh: '我方部分' },
  theirPart: { en: (who: string) => `Part of ${who}`, zh: (who: string) => `${who}部分` },
  weConfirm: { en: 'Our yes', zh: '我方确认' },
  theyConfirm: { en: (who: string) => `Yes of ${who}`, zh: (who: string) => `${who}确认` },
  rehearsed: { en: 'Rehearsed', zh: '彩排' },
  held: { en: 'Held', zh: '举行' },
  warnings: { en: 'To see to', zh: '待办事项' },
  fine: { en: 'Nothing stands against this plan.', zh: '方案没有需要处理的问题。' },
  rehearsals: { en: 'Rehearsals', zh: '彩排' },
  rehearse: { en: 'Make a copy to rehearse on', zh: '建立彩排副本' },
  rehearsalNote: {
    en: 'The same stage on a marked copy, on both nodes. Nothing of it counts.',
    zh: '在双方节点的标记副本上完整演练，一切均不作数。',
  },
  noRehearsal: { en: 'None yet.', zh: '尚无彩排。' },
  rehearsalOf: { en: 'Rehearsal', zh: '彩排' },
  endRehearsal: { en: 'Put this rehearsal away', zh: '结束此次彩排' },
  history: { en: 'What happened', zh: '记录' },
  by: {
    en: (who: string, name: string) => (name ? `${who}, ${name}` : who),
    zh: (who: string, name: string) => (name ? `${who}，${name}` : who),
  },
  node: { en: 'by itself', zh: '系统' },
}
