/** The words with which a ceremony is changed: postponed, cancelled, closed, or a change asked for. */

export const changeWords = {
  change: { en: 'Change the plan', zh: '更改安排' },
  postpone: { en: 'Postpone', zh: '延期' },
  postponeText: {
    en: 'The plan stays, without a date that holds. The partner reads the reason at once.',
    zh: '方案保留，日期不再有效。合作方将立即看到原因。',
  },
  cancel: { en: 'Cancel the ceremony', zh: '取消典礼' },
  cancelText: {
    en: 'It will not take place. This cannot be undone; the partner reads the reason at once.',
    zh: '典礼将不再举行，此操作不可撤销。合作方将立即看到原因。',
  },
  reason: { en: 'Reason', zh: '原因' },
  ask: { en: 'Ask for a change', zh: '请求更改' },
  askText: {
    en: (who: string) =>
      `Date and running order are set by ${who}. Say what should be different; if we had confirmed, that is taken back.`,
    zh: (who: string) => `时间与议程由${who}确定。请说明希望如何更改；如我方已确认，确认将撤回。`,
  },
  askWhat: { en: 'What should be different?', zh: '希望如何更改？' },
  close: { en: 'Close the ceremony', zh: '归档' },
}
