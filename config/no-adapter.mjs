/** Stands where axios keeps its xhr and fetch adapters: none is available in the build. */
export default null
export const getFetch = () => false
