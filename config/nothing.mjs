/** Stands where a polyfill would be that no browser of .browserslistrc needs. */
export default undefined
