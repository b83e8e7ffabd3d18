/** The words of where a text departs from its template. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { ClauseChange } from './changes.ts'

export const departureWords = {
  title: { en: 'Template', zh: '模板' },
  from: {
    en: (name: string, version: number) => `Begun from ${name}, version ${version}`,
    zh: (name: string, version: number) => `依据《${name}》第${version}版起草`,
  },
  newer: {
    en: (version: number) => `The template is at version ${version} by now.`,
    zh: (version: number) => `该模板现已更新至第${version}版。`,
  },
  none: { en: 'The text is the template’s, word for word.', zh: '文本与模板完全一致。' },
  some: {
    en: (n: number) => (n === 1 ? '1 clause departs from it' : `${n} clauses depart from it`),
    zh: (n: number) => `${n} 条与模板不同`,
  },
  show: { en: 'Show where', zh: '查看不同之处' },
  pageTitle: { en: 'Where the text departs from its template', zh: '文本与模板的不同之处' },
  clause: { en: (n: number) => `Clause ${n}`, zh: (n: number) => `第${n}条` },
  ours: { en: 'Our house’s alone; the partner is not shown it.', zh: '仅限本校内部，合作方不会看到。' },
}

export const departureKinds: Record<ClauseChange['kind'], Phrase> = {
  same: { en: 'as in the template', zh: '与模板相同' },
  changed: { en: 'changed', zh: '有改动' },
  added: { en: 'not in the template', zh: '模板中没有' },
  removed: { en: 'taken out', zh: '已删除' },
  moved: { en: 'moved', zh: '位置变动' },
}
