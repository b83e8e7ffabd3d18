/** Why something was not done on stage, in words, and who can change it. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { StageRefusal } from './stage.ts'

export const stageRefusalWords: Record<StageRefusal, Phrase<string | ((d: RefusalDetails) => string)>> = {
  stage_does_not_allow: {
    en: 'The stage is not at a point where this can be done. Look at what it shows now.',
    zh: '舞台当前状态不能执行此操作，请查看当前显示。',
  },
  stage_led_elsewhere: {
    en: 'The other side runs the stage. Take over first, or ask its moderator.',
    zh: '舞台由对方主持。请先接管，或联系对方主持人。',
  },
  stage_moved_on: {
    en: 'The stage has moved on since you looked, so your press did nothing. Look at what is on stage now and press again if it is still wanted.',
    zh: '您查看之后舞台已有变化，本次操作未执行。请查看当前状态，如仍需要请再次操作。',
  },
  stage_moderators_only: {
    en: 'Only officers and this ceremony’s moderators run the stage. An officer can give you the duty on the plan’s page.',
    zh: '仅国际事务专员和本次典礼的主持人可控制舞台。专员可在方案页面授予您该任务。',
  },
  stage_captioners_only: {
    en: 'Only this ceremony’s interpreters and moderators write captions. An officer can give you the duty on the plan’s page.',
    zh: '仅本次典礼的口译员和主持人可发送字幕。专员可在方案页面授予您该任务。',
  },
  stage_no_such_item: {
    en: 'The running order has no such item any more. Look at the plan.',
    zh: '议程中已没有该事项，请查看方案。',
  },
  stage_last_item: { en: 'This is the last item. What follows is the end.', zh: '这是最后一项，接下来即可结束。' },
  stage_first_item: { en: 'This is the first item.', zh: '这是第一项。' },
  stage_no_agreement: {
    en: 'This ceremony has no agreement to sign. The convenor’s officers can add one to the plan.',
    zh: '本次典礼没有待签协议，可由召集方专员在方案中添加。',
  },
  stage_not_concluded: {
    en: 'Not everyone has signed yet, as far as this node knows. The stage shows only what the nodes have decided.',
    zh: '据本节点所知，签名尚未齐备。舞台只显示双方节点已确认的结果。',
  },
  stage_not_signing: {
    en: 'The signing has not begun on stage. The moderator starts it.',
    zh: '舞台上尚未开始签署，由主持人开始。',
  },
  stage_led_here: { en: 'Your side runs the stage already.', zh: '舞台已由我方主持。' },
  stage_no_slides: {
    en: 'There are no slides for this item. Upload a PDF on the console.',
    zh: '该事项没有幻灯片，请在控制台上传 PDF。',
  },
  stage_slides_not_drawn: {
    en: 'These slides are still being drawn. Try again in a few seconds.',
    zh: '幻灯片正在处理，请稍候几秒再试。',
  },
  stage_slides_not_pdf: {
    en: 'This is not a PDF. Export the slides as PDF and upload that.',
    zh: '这不是 PDF 文件。请将幻灯片导出为 PDF 后上传。',
  },
  stage_malformed: { en: 'The request was not complete. Open the page again.', zh: '请求不完整，请重新打开页面。' },
  stage_not_rehearsal: {
    en: 'This is not a rehearsal. The real signing happens in the signing room.',
    zh: '这不是彩排，正式签署请在签署室进行。',
  },
  stage_not_your_seat: {
    en: 'This seat is not yours. Officers assign signatories on the agreement’s page.',
    zh: '这不是您的签署席位。签署人由专员在协议页面指定。',
  },
  stage_promise_empty: {
    en: 'Write down what was promised, in one language at least, and by whom.',
    zh: '请至少用一种语言写下承诺内容，并注明承诺人。',
  },
  stage_text_too_long: {
    en: (d) => `A line may have ${d.longest} characters. Divide it.`,
    zh: (d) => `每行不超过 ${d.longest} 个字符，请分行发送。`,
  },
  stage_not_the_partner: {
    en: 'This ceremony is not with the university that sent the message.',
    zh: '发送消息的大学并非本次典礼的合作方。',
  },
}
