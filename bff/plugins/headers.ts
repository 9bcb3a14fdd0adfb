import type { App } from '../app.ts'

const html = [
  "default-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "connect-src 'self'",
  "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ')

/** Answers carry the few headers a browser acts on; pages also say what they may load. */
export function useHeaders(app: App): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer').header('x-request-id', request.id)
    if (String(reply.getHeader('content-type')).startsWith('text/html')) {
      reply.header('content-security-policy', html).header('permissions-policy', 'geolocation=(self), camera=(self), microphone=()')
    }
    done(null, payload)
  })
}
