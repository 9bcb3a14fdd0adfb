import { resetPhone } from './phone.ts'

Object.assign(globalThis, { TIMA_API_URL: 'https://tima.test', TIMA_PLATE_HOSTS: ['tima.test'] })
process.env.TARO_ENV = 'weapp'

beforeEach(resetPhone)
