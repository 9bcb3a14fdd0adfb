/** The part of autocannon 9 used here; it ships no types. */
declare module 'autocannon' {
  type Client = { setRequests: (requests: { path: string }[]) => void }
  type Options = { url: string; connections: number; duration: number; timeout: number; setupClient: (client: Client) => void }
  type Result = { duration: number; errors: number; timeouts: number; non2xx: number; '2xx': number; latency: { p50: number; p99: number } }
  export default function autocannon(options: Options): Promise<Result>
}
