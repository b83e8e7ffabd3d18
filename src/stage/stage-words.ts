/** The words on stage. Always shown in both languages: a hall has no language switch. */
export const stageWords = {
  rehearsal: { en: 'Rehearsal', zh: '彩排' },
  rehearsalNote: { en: 'nothing here counts', zh: '以下内容均不作数' },
  notYet: { en: 'The stage is not open yet', zh: '典礼尚未开放' },
  begins: { en: 'Begins', zh: '开始' },
  doorsOpen: { en: 'The doors are open', zh: '现已开放入场' },
  beginsSoon: { en: 'We begin in a moment', zh: '典礼即将开始' },
  pause: { en: 'A short pause', zh: '暂停片刻' },
  thanks: { en: 'Thank you', zh: '谢谢' },
  over: { en: 'The ceremony is over', zh: '典礼已结束' },
  until: { en: 'until', zh: '至' },
  interpreted: { en: 'interpreted', zh: '有口译' },
  inEnglish: { en: 'in English', zh: '英文' },
  inChinese: { en: 'in Chinese', zh: '中文' },
  awaited: { en: 'to sign', zh: '待签' },
  reading: { en: 'reading the document', zh: '正在阅读文件' },
  aboutToSign: { en: 'about to sign', zh: '即将签名' },
  consented: { en: 'consented', zh: '已表明签署意愿' },
  signed: { en: 'signed', zh: '已签名' },
  concluded: { en: 'Signed by both. The agreement is concluded.', zh: '双方均已签名，协议签署完成。' },
  rehearsed: { en: 'Rehearsed by both. Nothing has been signed.', zh: '双方均已演练，并未签署任何文件。' },
  photograph: { en: 'Photograph', zh: '合影' },
  now: { en: 'Now', zh: '现在' },
  watching: { en: 'watching', zh: '在线' },
  order: { en: 'Running order', zh: '议程' },
  slide: { en: 'Slide', zh: '幻灯片' },
  captions: { en: 'Captions', zh: '字幕' },
  offline: {
    en: 'No connection. This page goes on by itself as soon as it is back.',
    zh: '连接已断开，恢复后页面会自动继续。',
  },
  join: { en: 'Join the video meeting', zh: '加入视频会议' },
}

/** One line for an audience when the two nodes do not hear each other. */
export const lostContact = {
  en: (city: string) => `The line to ${city} is interrupted. The ceremony goes on here.`,
  zh: (city: string) => `与${city}的连接暂时中断，本会场照常进行。`,
}
