import { apiUrl, plateHosts } from './settings.ts'

test('a mini program asks the city side it was built for, without a slash too many', () => {
  expect(apiUrl({})).toBe('http://127.0.0.1:3000')
  expect(apiUrl({ TIMA_API_URL: 'https://tima.example/' })).toBe('https://tima.example')
})

test.each(['tima.example', 'ftp://tima.example', 'https://tima.example/api', 'https://tima.example?x', ''])(
  'an address that is no origin stops the build by its name: %p',
  (text) => expect(() => apiUrl({ TIMA_API_URL: text })).toThrow(/TIMA_API_URL/),
)

test('plates are ours by the list, else by the host printed on them, else by the city side', () => {
  expect(plateHosts({ TIMA_PLATE_HOSTS: 'a.example, b.example:8443 ,' })).toEqual(['a.example', 'b.example:8443'])
  expect(plateHosts({ TIMA_PUBLIC_URL: 'https://plate.example', TIMA_API_URL: 'https://api.example' })).toEqual(['plate.example'])
  expect(plateHosts({ TIMA_API_URL: 'https://api.example' })).toEqual(['api.example'])
})
