/** What the form of date and running order becomes. Rules only. */
import type { Frame, Meeting } from './frame.ts'
import type { FrameForm } from './frame-form.ts'
import { type WallTime, wallTime } from './wall-time.ts'

export interface ReadFrame {
  when: WallTime
  frame: Pick<Frame, 'title' | 'items' | 'open' | 'meeting'>
}

/** What a form becomes; whether it may stand is for the act to say. `room`: the meeting's name on our server. */
export function frameOf(form: FrameForm, { zone, room }: { zone: string; room: string }): ReadFrame {
  const { date, time, which, title, open } = form
  const items = form.items.map((item) => ({
    ...item,
    minutes: /^\d{1,4}$/.test(item.minutes) ? Number(item.minutes) : 0,
    party: item.party || null,
  }))
  const when = wallTime({ date, time, which: which || undefined }, zone)
  return { when, frame: { title, open, items, meeting: meetingOf(form, room) } }
}

function meetingOf({ meeting, url }: FrameForm, room: string): Meeting | null {
  if (meeting === 'none') return null
  return meeting === 'link' ? { kind: 'link', url } : { kind: meeting, room }
}
