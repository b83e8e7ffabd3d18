/** Words about the video meeting of a ceremony. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { JoinRefusal } from './join-offer.ts'

export const meetingWords = {
  title: { en: 'Video meeting', zh: '视频会议' },
  join: { en: 'Join the meeting', zh: '加入会议' },
  joinHere: { en: 'Join in this page', zh: '在本页加入' },
  joinApart: { en: 'Join in a window of its own', zh: '在新窗口加入' },
  leads: {
    en: (host: string) =>
      `Pressing Join connects your browser to ${host}, the meeting server the university has named.`,
    zh: (host: string) => `点击“加入”后，您的浏览器将连接至${host}，即学校指定的会议服务器。`,
  },
  through: {
    en: (host: string) => `Pressing Join leads to ${host}, the node of the university that convenes.`,
    zh: (host: string) => `点击“加入”后将转至${host}，即发起方大学的节点。`,
  },
  early: { en: 'The meeting opens', zh: '会议开放时间：' },
  over: { en: 'The meeting is over.', zh: '会议已结束。' },
  frame: { en: 'The video meeting', zh: '视频会议画面' },
  as: { en: (name: string) => `You enter as ${name}.`, zh: (name: string) => `您将以“${name}”的名义加入。` },
  moderating: { en: 'You moderate the meeting.', zh: '您将主持会议。' },
  none: { en: 'No video meeting is planned.', zh: '未安排视频会议。' },
  noneText: {
    en: 'The university that convenes sets one with date and running order. Where it names a room of its own server, that node must be paired with ours.',
    zh: '视频会议由发起方大学在时间与议程中设置；如使用其会议服务器，双方节点须已配对。',
  },
  stage: { en: 'The stage', zh: '典礼页面' },
}

export const joinRefusalWords: Record<JoinRefusal, Phrase> = {
  meeting_none: {
    en: 'There is no video meeting that can be joined from here. The university that convenes sets one with date and running order.',
    zh: '此处没有可加入的视频会议。视频会议由发起方大学在时间与议程中设置。',
  },
  meeting_not_open: {
    en: 'The meeting is not open yet. Its page says when it will be.',
    zh: '会议尚未开放，请在页面查看开放时间。',
  },
  meeting_over: { en: 'The meeting is over.', zh: '会议已结束。' },
  meeting_not_for_you: {
    en: 'Only the office, people with a part in the ceremony and guests who come can join the meeting. Everyone else follows it on the stage.',
    zh: '仅工作人员、典礼参与者及确认出席的嘉宾可加入会议。其他人可在典礼页面观看。',
  },
  pass_invalid: {
    en: 'This way into the meeting has expired or is not right. Go back to the page you came from and press Join again.',
    zh: '此入口已过期或无效。请返回原页面，重新点击“加入会议”。',
  },
}
