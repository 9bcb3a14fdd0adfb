/** The value below which the share `part` (0 to 1) of the values lies. NaN for none. */
export function quantile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * part
  const low = sorted[Math.floor(at)] ?? NaN
  const high = sorted[Math.ceil(at)] ?? NaN
  return low + (high - low) * (at - Math.floor(at))
}

export const median = (values: number[]): number => quantile(values, 0.5)

/** Four significant digits: more would be noise. */
export const short = (value: number): number => Number(value.toPrecision(4))
