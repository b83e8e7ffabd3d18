/** The words of what our side takes an agreement to be. */
export const classWords = {
  title: { en: 'What it is to us', zh: '我方归类' },
  note: {
    en: 'Ours alone. The way of approval, and who may sign, follow from it.',
    zh: '仅我方可见。审批路径和签署权限据此确定。',
  },
  kind: { en: 'Type', zh: '类型' },
  unit: { en: 'Unit', zh: '单位' },
  unitHint: { en: 'Empty for the whole university.', zh: '全校性协议请留空。' },
  whole: { en: 'whole university', zh: '全校' },
  risk: { en: 'Risk', zh: '风险' },
  unjudged: { en: 'not judged yet', zh: '尚未评估' },
  value: { en: 'Value', zh: '金额' },
  currency: { en: 'Currency', zh: '币种' },
  change: { en: 'Change', zh: '修改' },
  save: { en: 'Save', zh: '保存' },
}
