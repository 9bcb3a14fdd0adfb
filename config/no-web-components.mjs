/** Stands in for Taro's web components, which draw tab bar, pull-to-refresh and swiper in a browser: this app has none. */
export const defineCustomElementTaroTabbar = () => {}
export const defineCustomElementTaroPullToRefreshCore = () => {}
export const defineCustomElementTaroSwiperCore = () => {}
export const defineCustomElementTaroSwiperItemCore = () => {}
