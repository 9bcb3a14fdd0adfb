/** A mapping file that cannot be used; the message begins with the place in it. */
export class MappingError extends Error {
  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`)
  }
}
