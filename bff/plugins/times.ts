import type { Metric, MetricValue, Registry } from 'prom-client'

const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5]

type Series = { route: string; status: number; counts: number[]; sum: number; count: number }

/** Times by route and status, counted in plain numbers at every answer and told in Prometheus' form when asked. */
export class Times {
  private readonly series = new Map<string, Map<number, Series>>()

  observe(route: string, status: number, seconds: number): void {
    const one = this.find(route, status)
    one.count++
    one.sum += seconds
    const bucket = BUCKETS.findIndex((most) => seconds <= most)
    if (bucket >= 0) one.counts[bucket]!++
  }

  register(registry: Registry): void {
    const name = 'tima_http_seconds'
    const get = async () => ({ name, help: 'Time to answer by route and status', type: 'histogram', aggregator: 'sum', values: [...this.values(name)] })
    registry.registerMetric({ name, get, reset: () => this.series.clear() } as unknown as Metric)
  }

  private find(route: string, status: number): Series {
    let byStatus = this.series.get(route)
    if (!byStatus) this.series.set(route, (byStatus = new Map()))
    let one = byStatus.get(status)
    if (!one) byStatus.set(status, (one = { route, status, counts: BUCKETS.map(() => 0), sum: 0, count: 0 }))
    return one
  }

  private *values(name: string): Generator<MetricValue<string> & { metricName: string }> {
    for (const { route, status, counts, sum, count } of [...this.series.values()].flatMap((one) => [...one.values()])) {
      let below = 0
      for (const [i, le] of BUCKETS.entries()) yield { metricName: `${name}_bucket`, labels: { le, route, status }, value: (below += counts[i]!) }
      yield { metricName: `${name}_bucket`, labels: { le: '+Inf', route, status }, value: count }
      yield { metricName: `${name}_sum`, labels: { route, status }, value: sum }
      yield { metricName: `${name}_count`, labels: { route, status }, value: count }
    }
  }
}
