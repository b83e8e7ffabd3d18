/** The form of date and running order, filled from a frame or rearranged. Rules only. */
import { rearranged } from './form-parts.ts'
import type { Block, Frame, FrameItem, Tongue } from './frame.ts'
import type { Bilingual, Party } from './plan.ts'
import { emptyItem } from './running-orders.ts'
import { type Which, wallFields } from './wall-time.ts'

export const meetingKinds = ['none', 'link', 'bigbluebutton', 'jitsi'] as const
export const tongues = ['both', 'en', 'zh'] as const

export interface ItemForm {
  id: string
  block: Block
  title: Bilingual
  /** As typed. */
  minutes: string
  /** '' for both sides. */
  party: Party
  language: Tongue
}

export interface FrameForm {
  title: Bilingual
  date: string
  time: string
  which: Which | ''
  open: boolean
  meeting: (typeof meetingKinds)[number]
  url: string
  items: ItemForm[]
}

/** @param zone the convenor's, in which its office types the time */
export function frameFormOf(
  frame: Pick<Frame, 'title' | 'startsAt' | 'open' | 'meeting' | 'items'>,
  zone: string,
): FrameForm {
  const { title, open, meeting } = frame
  return {
    title: { en: title.en, zh: title.zh },
    ...wallFields(frame.startsAt, zone),
    open,
    meeting: meeting?.kind ?? 'none',
    url: meeting?.kind === 'link' ? meeting.url : '',
    items: frame.items.map(itemForm),
  }
}

const itemForm = ({ id, block, title, minutes, party, language }: FrameItem): ItemForm => ({
  id,
  block,
  title: { en: title.en, zh: title.zh },
  minutes: String(minutes),
  party: party ?? '',
  language,
})

/** The form after a press of one of its buttons other than save. */
export function rearrangedFrame(form: FrameForm, act: string, newId: () => string): FrameForm {
  return { ...form, items: rearranged(form.items, act, () => itemForm(emptyItem(newId()))) }
}
