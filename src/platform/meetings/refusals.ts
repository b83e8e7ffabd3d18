import type { Phrase } from '#src/platform/i18n/words.ts'
import { type RefusalDetails, refuser } from '#src/platform/refusal.ts'

export type MeetingRefusal = 'meeting_server_silent' | 'meeting_server_refused' | 'meeting_server_missing'

export const refuse = refuser<MeetingRefusal>()

export const meetingRefusalWords: Record<MeetingRefusal, Phrase<string | ((details: RefusalDetails) => string)>> = {
  meeting_server_silent: {
    en: 'The meeting server does not answer. Please try again in a minute; the stage itself goes on without it.',
    zh: '会议服务器没有响应。请稍后再试；典礼页面不受影响。',
  },
  meeting_server_refused: {
    en: ({ message }) =>
      `The meeting server refused: ${message || 'no reason given'}. The administrator of this node can help.`,
    zh: ({ message }) => `会议服务器拒绝了请求：${message || '未说明原因'}。请联系本节点管理员。`,
  },
  meeting_server_missing: {
    en: 'This node has no meeting server of that kind. The administrator sets its address, or an officer gives a link instead.',
    zh: '本节点未配置此类会议服务器。请管理员设置服务器地址，或由工作人员改用会议链接。',
  },
}
