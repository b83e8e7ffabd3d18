/** A pass, with which a node vouches for its people at the partner’s door. Rules only. */
import type { Party } from './plan.ts'

/** What a node vouches for when its people enter at the partner's. */
export interface Pass {
  ceremony: string
  from: Party
  to: Party
  name: string
  key: string
  moderates: boolean
  /** Seconds since 1970. */
  until: number
}

/** Seconds a pass is good for: one walk from page to page. */
export const passLife = 600

export const writePass = (pass: Pass): string => Buffer.from(JSON.stringify(pass)).toString('base64url')

/** @returns what the pass says, unchecked; undefined where it is none */
export function readPass(text: string): Pass | undefined {
  try {
    const pass = JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<keyof Pass, unknown>
    const words = [pass.ceremony, pass.from, pass.to, pass.name, pass.key].every((one) => typeof one === 'string')
    const fits = words && typeof pass.moderates === 'boolean' && typeof pass.until === 'number'
    return fits && String(pass.name).length <= 200 ? (pass as Pass) : undefined
  } catch {
    return undefined
  }
}
