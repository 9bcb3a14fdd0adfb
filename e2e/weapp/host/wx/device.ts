/** What the phone says of itself. A test changes what matters to it. */
export type Device = {
  language: string
  theme: 'light' | 'dark'
  /** Text size set in WeChat, in px; 17 is usual. */
  fontSizeSetting: number
  fontSizeScaleFactor: number
  width: number
  height: number
}

export const usualDevice: Device = {
  language: 'zh_CN',
  theme: 'light',
  fontSizeSetting: 17,
  fontSizeScaleFactor: 1,
  width: 375,
  height: 812,
}

export type LaunchOptions = { path: string; query: Record<string, string>; scene: number; referrerInfo: object }

/**
 * Functions that answer at once.
 * @param dark the app says in app.json that it has a dark look; without that WeChat does not tell it the theme
 */
export function deviceOf(
  device: Device,
  launch: () => LaunchOptions,
  inside: (value: unknown) => unknown,
  dark: boolean,
) {
  const window = () => ({
    pixelRatio: 2,
    screenWidth: device.width,
    screenHeight: device.height,
    windowWidth: device.width,
    windowHeight: device.height - 92,
    statusBarHeight: 44,
    screenTop: 92,
    safeArea: {
      top: 44,
      left: 0,
      right: device.width,
      bottom: device.height - 34,
      width: device.width,
      height: device.height - 78,
    },
  })
  const hardware = () => ({
    brand: 'test',
    model: 'test',
    system: 'iOS 13.0',
    platform: 'ios',
    benchmarkLevel: 20,
    memorySize: 2048,
  })
  const app = () => ({
    SDKVersion: '2.32.3',
    version: '8.0.30',
    language: device.language,
    theme: dark ? device.theme : undefined,
    enableDebug: false,
    host: { env: 'WeChat' },
    fontSizeSetting: device.fontSizeSetting,
    fontSizeScaleFactor: device.fontSizeScaleFactor,
  })
  const settings = () => ({
    bluetoothEnabled: true,
    locationEnabled: true,
    wifiEnabled: true,
    deviceOrientation: 'portrait',
  })
  const all =
    (...parts: (() => object)[]) =>
    () =>
      inside(Object.assign({}, ...parts.map((part) => part())))
  return {
    getWindowInfo: all(window),
    getDeviceInfo: all(hardware),
    getAppBaseInfo: all(app),
    getSystemSetting: all(settings),
    getSystemInfoSync: all(window, hardware, app, settings),
    getMenuButtonBoundingClientRect: all(() => ({
      width: 87,
      height: 32,
      top: 48,
      right: device.width - 7,
      bottom: 80,
      left: device.width - 94,
    })),
    getAccountInfoSync: all(() => ({
      miniProgram: { appId: 'touristappid', envVersion: 'release', version: '1.0.0' },
    })),
    getLaunchOptionsSync: all(launch),
    getEnterOptionsSync: all(launch),
  }
}
