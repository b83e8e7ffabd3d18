/** The words of who does what at a ceremony. */

export const dutiesWords = {
  duties: { en: 'Who does what', zh: '分工' },
  noDuties: {
    en: 'Officers run the stage. Name others who moderate, interpret or speak.',
    zh: '由国际事务专员主持流程，也可另行指定主持、口译和发言人员。',
  },
  take: { en: 'Take back', zh: '取消' },
  giveDuty: { en: 'Give a duty', zh: '指定任务' },
  giveTitle: { en: 'Give somebody a duty', zh: '指定人员任务' },
  giveText: {
    en: 'They get a mail. Whoever has no account gets one, and sees this ceremony only.',
    zh: '系统将发送邮件通知。如无账户则自动开立，仅可查看此典礼。',
  },
  email: { en: 'E-mail', zh: '电子邮箱' },
  latin: { en: 'Name in Latin script', zh: '姓名（拉丁字母）' },
  latinHint: { en: 'Needed where the person has no account here.', zh: '如此人尚无账户，则须填写。' },
  native: { en: 'Name in Chinese', zh: '中文姓名' },
  language: { en: 'Writes to them in', zh: '通知语言' },
  duty: { en: 'Duty', zh: '任务' },
}
