/** The shared interface: everything pages are drawn with. */
export { acted, type Problem } from './acted.ts'
export { assetRoutes } from './assets.ts'
export { type ChirographState, chirograph } from './chirograph.ts'
export { checkbox, radios, ticks } from './choice.ts'
export { contrast, readable } from './colour.ts'
export { acceptedEncoding, compressed, type Encoding } from './compressed.ts'
export { cut } from './cut.ts'
export { type ActWithReason, actWithReason, type Dialog, dialog } from './dialog.ts'
export { type DiffPart, diff } from './diff.ts'
export { failurePage, notFoundPage, type RefusalWords, refusalPage, refusalText } from './error-page.ts'
export { type FieldOptions, fileField, selectField, type TextType, textArea, textField } from './field.ts'
export {
  actButton,
  actions,
  type ButtonKind,
  errorSummary,
  type FormOptions,
  form,
  hidden,
  linkButton,
  submit,
} from './form.ts'
export { type HashOptions, hash } from './hash.ts'
export { empty, facts, type Head, head, panel, progress, section } from './head.ts'
export {
  attribute,
  type Content,
  type Html,
  html,
  inBoth,
  inLanguage,
  isSafeLink,
  jsonScript,
  link,
  linkedData,
  nothing,
} from './html.ts'
export { fragment, page, type View } from './layout.ts'
export { type LiveRegion, liveRegion } from './live.ts'
export { day, daysFor, moments, type Place, placeOf } from './moments.ts'
export { type Notice, type NoticeKind, notice } from './notice.ts'
export { type PairField, pairField } from './pair-field.ts'
export { type ParallelRow, parallel, type Remark, remarks } from './parallel.ts'
export { type PersonName, person } from './person.ts'
export {
  type Feed,
  type PublicFrame,
  type PublicView,
  publicAddress,
  publicDocument,
  publicPage,
} from './public-layout.ts'
export { refilled } from './refill.ts'
export { type RegisterItem, register } from './register.ts'
export { type Half, room, type SeatState, type SeatView, seat } from './room.ts'
export { type Sheet, sheets } from './sheets.ts'
export { asset } from './shelf.ts'
export { type Side, sideClass, sideDot } from './side.ts'
export { circle, type Step, type StepState, steps } from './steps.ts'
export { type Column, type Table, table } from './table.ts'
export { tag } from './tag.ts'
export { type TimelineEntry, timeline } from './timeline.ts'
export { type Verdict, type VerdictState, verdict } from './verdict.ts'
export { type Pin, type WorldMap, worldMap } from './world-map.ts'
