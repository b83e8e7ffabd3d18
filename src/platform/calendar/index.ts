/** The front door of calendars. */
export { type Attendee, type CalendarEvent, type CalendarOptions, calendar, type Method } from './calendar.ts'
