/** Writes a value at a setData path: root.cn.[0].cl or list[2].name. */
export function put(data: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.match(/[^.[\]]+/g) ?? []
  const last = steps.pop()
  if (last === undefined) throw new Error(`setData of an empty path`)
  let place = data
  steps.forEach((step, at) => {
    const inner = place[step]
    if (typeof inner !== 'object' || inner === null) place[step] = /^\d+$/.test(steps[at + 1] ?? last) ? [] : {}
    place = place[step] as Record<string, unknown>
  })
  place[last] = value
}
