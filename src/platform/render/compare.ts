/** How far two drawn pages differ. Rules only. */
import type { DrawnPage } from './pages.ts'

/** Differences of a colour up to this, of 255, are rounding and cannot be seen. */
const invisible = 8

type Drawn = Pick<DrawnPage, 'points' | 'width' | 'height'>

/** The share of picture points that differ visibly, 0 to 1. What only one of the pages covers counts as differing. */
export function differingShare(a: Drawn, b: Drawn): number {
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)]
  let same = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (alike(a.points, (y * a.width + x) * 4, b.points, (y * b.width + x) * 4)) same++
    }
  }
  const all = Math.max(a.width, b.width) * Math.max(a.height, b.height)
  return (all - same) / all
}

function alike(a: Uint8Array, i: number, b: Uint8Array, j: number): boolean {
  for (let channel = 0; channel < 4; channel++) {
    if (Math.abs(a[i + channel]! - b[j + channel]!) > invisible) return false
  }
  return true
}
