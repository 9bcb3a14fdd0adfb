type Includes = { componentConfig: { includes: Set<string> } }
type Taro = { modifyComponentConfig(change: (now: Includes) => void): void }

/** Taro writes templates for these whether a page draws them or not; one that a page imports is put back by the builder. */
const spare = ['scroll-view', 'image', 'static-image']

/** A plug-in of Taro's builder. */
export default (taro: Taro) =>
  taro.modifyComponentConfig(({ componentConfig }) => spare.forEach((name) => componentConfig.includes.delete(name)))
