/** The words of halls and guests. */

export const sidesWords = {
  title: { en: 'Halls and guests', zh: '会场与嘉宾' },
  note: { en: 'in order of precedence, each side its own', zh: '按礼宾次序，由各方自行排列' },
  hall: { en: 'Hall', zh: '会场' },
  noHall: { en: 'not named yet', zh: '待定' },
  contact: { en: 'On site', zh: '现场联系人' },
  city: { en: 'City', zh: '城市' },
  guests: { en: (who: string) => `Guests of ${who}`, zh: (who: string) => `${who}嘉宾` },
  nobody: { en: 'Nobody is named yet.', zh: '尚未填写嘉宾。' },
  notShared: {
    en: (who: string) => `${who} has not shared its part yet.`,
    zh: (who: string) => `${who}尚未共享其部分。`,
  },
  preparedOnly: { en: 'Prepared from our register; not shared yet.', zh: '由登记信息预填，尚未共享。' },
  declined: { en: 'will not come', zh: '不能出席' },
}
