/** A QR code (ISO/IEC 18004) as one vector path: the same text gives the same drawing on every node. */
import { encodeQR } from 'qr'

/** Modules of white around it, as the standard wants. */
const quiet = 4

/** SVG with a module for a unit; dark modules of one row that touch are one piece. */
export function qrSvg(text: string): string {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quiet })
  const pieces = rows.flatMap((row, y) => darkRuns(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`))
  const side = rows.length
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}"><path fill="#000" d="${pieces.join('')}"/></svg>`
}

function darkRuns(row: boolean[]): [x: number, width: number][] {
  const runs: [number, number][] = []
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1)
    if (dark && last && last[0] + last[1] === x) last[1]++
    else if (dark) runs.push([x, 1])
  }
  return runs
}
