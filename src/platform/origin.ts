/** Hosts whose plate links lead here: those of the build and, in a browser, the host the app came from. */
export const plateHosts = (): string[] =>
  process.env.TARO_ENV === 'h5' ? [...TIMA_PLATE_HOSTS, window.location.host] : TIMA_PLATE_HOSTS
