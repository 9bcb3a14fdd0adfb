// Stands in for a CSS module: every class has its own name.
export default new Proxy({}, { get: (_, name) => (name === '__esModule' ? false : name) })
