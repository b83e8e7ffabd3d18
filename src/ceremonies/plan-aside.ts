/** Beside the plan: the way to the day, what is to be seen to, rehearsals, who does what, and what may be changed. */
import { type Content, html } from '#src/platform/ui/index.ts'
import { changePanel, type Refused } from './change-page.ts'
import { dutiesPanel } from './duties-page.ts'
import type { PlanView } from './read-plan.ts'
import type { Reader } from './reader.ts'
import { dayPanel, endRehearsal, rehearsalsPanel } from './rehearsals-page.ts'
import { warningsPanel } from './warnings-page.ts'
import { waySteps } from './way-page.ts'

export function planAside(v: PlanView, reader: Reader, refused?: Refused): Content {
  if (v.plan.rehearsalOf)
    return html`${dayPanel(v, reader)}${endRehearsal(v, reader)}${dutiesPanel(v, reader, refused)}`
  return html`${waySteps(v, reader)}${warningsPanel(v, reader)}${dayPanel(v, reader)}${rehearsalsPanel(v, reader)}${dutiesPanel(v, reader, refused)}${changePanel(v, reader, refused)}`
}
