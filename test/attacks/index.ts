import { appearances } from './appearances.ts'
import type { Attack } from './attack.ts'
import { bytes } from './bytes.ts'
import { layouts } from './layouts.ts'
import { overlays } from './overlays.ts'
import { signatures } from './signatures.ts'

export type { Attack } from './attack.ts'
export { farAhead, type Honest, makeHonest } from './honest.ts'

/** Every way to cheat we know of with a document that has one signature or two. */
export const attacks: Attack[] = [...bytes, ...layouts, ...overlays, ...appearances, ...signatures]
