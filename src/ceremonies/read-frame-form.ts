/** What was typed into the form of date and running order. Rules only. */
import { both, type Fields, numbers, oneOf, typed } from './form-parts.ts'
import { blocks } from './frame.ts'
import { type FrameForm, meetingKinds, tongues } from './frame-form.ts'

export function readFrameForm(fields: Fields): FrameForm {
  return {
    title: both(fields, 'title'),
    ...readWhen(fields),
    open: fields.open === 'yes',
    meeting: oneOf(fields.meeting, meetingKinds),
    url: typed(fields, 'url'),
    items: numbers(fields, 'item').map((i) => ({
      id: typed(fields, `item_${i}_id`),
      block: oneOf(fields[`item_${i}_block`], blocks),
      title: both(fields, `item_${i}_title`),
      minutes: typed(fields, `item_${i}_minutes`),
      party: typed(fields, `item_${i}_party`),
      language: oneOf(fields[`item_${i}_language`], tongues),
    })),
  }
}

/** Date and time as typed. */
export function readWhen(fields: Fields): Pick<FrameForm, 'date' | 'time' | 'which'> {
  const which = fields.which === 'earlier' || fields.which === 'later' ? fields.which : ''
  return { date: typed(fields, 'date'), time: typed(fields, 'time'), which }
}
