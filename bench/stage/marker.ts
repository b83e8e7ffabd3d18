/** What every measured message carries: when it was published, and which one it is. `@` + 16 digits of microseconds + `#` + 8 digits + `@`. */

export const markerLength = 27

/** Microseconds of the monotonic clock, which all processes of a machine share. */
export const microseconds = (): number => Number(process.hrtime.bigint() / 1000n)

export const marker = (n: number): string =>
  `@${String(microseconds()).padStart(16, '0')}#${String(n).padStart(8, '0')}@`

/** A caption as long as people speak, with the marker in it. */
export const sentence = (n: number, bytes: number): string => {
  const words = 'Our two universities have worked together for years, and today we put our names to what comes next. '
  return marker(n) + words.repeat(Math.ceil(bytes / words.length)).slice(0, bytes - markerLength)
}
