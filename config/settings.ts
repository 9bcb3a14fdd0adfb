/** Build-time settings of the phone. A mini program has no origin of its own, so its city side is built in. */

/** @returns the origin of the city side without a trailing slash; throws by name when TIMA_API_URL is not a web address */
export function apiUrl(env: Record<string, string | undefined>): string {
  const text = env['TIMA_API_URL'] ?? 'http://127.0.0.1:3000'
  if (!/^https?:\/\/[^/?#]+\/?$/.test(text)) throw new Error(`TIMA_API_URL must be an origin such as https://tima.example, not ${text}`)
  return text.replace(/\/$/, '')
}

/** Hosts whose plate links are ours: the comma list TIMA_PLATE_HOSTS, or the host of the city side. */
export function plateHosts(env: Record<string, string | undefined>): string[] {
  const list = env['TIMA_PLATE_HOSTS'] ?? new URL(env['TIMA_PUBLIC_URL'] ?? apiUrl(env)).host
  return list.split(',').map((host) => host.trim()).filter((host) => host !== '')
}
