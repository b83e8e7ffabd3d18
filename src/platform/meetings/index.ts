/** The front door of meetings. */
export type { BigBlueButton, BigBlueButtonServer, MeetingInfo } from './bigbluebutton.ts'
export { bigBlueButton } from './bigbluebutton.ts'
export type { JitsiServer } from './jitsi.ts'
export {
  type MeetingKind,
  type MeetingPerson,
  type MeetingRoom,
  type Meetings,
  type MeetingsConfig,
  meetings,
  noMeetings,
} from './meetings.ts'
export { type MeetingRefusal, meetingRefusalWords } from './refusals.ts'
