import type { City } from '@tima/contract/city.ts'
import type { ElevatorPage } from '@tima/contract/elevator.ts'
import type { Problem } from '@tima/contract/problem.ts'
import { formatCode } from '@tima/domain/code.ts'
import { rideWords, words, type Language } from './card.words.ts'

export type AppFiles = { scripts: string[]; styles: string[] }

/** One style for all cards: it works with nothing beside it, in the dark and at 200 % text. */
const style = `:root{color-scheme:light dark}body{margin:0;font:18px/1.5 -apple-system,Roboto,"Helvetica Neue","Liberation Sans",Arial,"PingFang SC","HarmonyOS Sans SC",MiSans,"Noto Sans CJK SC",sans-serif;background:#fff;color:#14181b;overflow-wrap:anywhere}.tc{margin:0 auto;max-width:26em;padding:20px}.tc h1{font-size:26px;line-height:1.25;margin:0 0 4px}.tc p{margin:0 0 16px}.tc a{display:block;padding:14px 18px;margin:0 0 12px;border-radius:12px;border:2px solid #7f8781;color:inherit;font-weight:bold;text-decoration:none}.tc a b{display:block;font-size:30px;line-height:1.2}.tc a.s{background:#c0231c;border-color:#c0231c;color:#fff}.tc .n{background:#15191c;color:#fff;border-radius:12px;padding:12px 18px;margin:0 0 16px}.tc .n b{display:block;color:#ffc766;font-size:44px;line-height:1.2;letter-spacing:.04em}.tc .n.l b{font-size:32px}.tc .r{border:2px solid #7f8781;border-radius:12px;padding:12px 18px}.tc .m{border-style:dashed}.tc ol{margin:0 0 16px;padding:0 0 0 1.4em}.tc li{margin:0 0 6px}.tc small{color:#5c656b}.tc .d{background:#fcf0da;color:#5f3900;border-radius:8px;padding:4px 10px;display:inline-block}@media(prefers-color-scheme:dark){body{background:#0e1113;color:#eceFed}.tc small{color:#99a2a7}.tc .d{background:#2c2211;color:#f2ba66}}`

/** The page behind a plate link: the emergency card first, complete without script, then the app with the same answer. */
export function elevatorHtml(page: ElevatorPage, json: string, language: Language, files: AppFiles): string {
  const { facts, city, ride } = page
  const w = words[language]
  const building = [facts.estate.value, facts.building.value].filter(Boolean).join(' ')
  const number = facts.ownNumber.value ?? facts.sourceNumber.value
  const title = [building || facts.address.value, facts.car.value ?? number].filter(Boolean).map((part) => escape(String(part))).join('<br>')
  const place = (building && facts.address.value) || [nameOf(city, language), facts.district.value].filter(Boolean).join(w.join)
  const phone = facts.useUnit.value?.phone
  const card = `${demo(page.demo, language)}<h1>${title || escape(formatCode(page.code))}</h1>
<p>${escape(place)}</p>
${hotline(city, language)}
${readOut(facts.rescueCode.value, page.code, language)}
${phone ? `<a href="tel:${dial(phone)}">${w.property}<b>${escape(phone)}</b></a>` : `<p class="r m">${w.noProperty}</p>`}
${advice(city, language)}
<p class="r${ride.state === 'unknown' ? ' m' : ''}"><b>${rideWords[language][ride.state]}</b><br><small>${w.byRecords}</small></p>
<p><small>${w.code} ${escape(formatCode(page.code))}</small></p>`
  return shell(language, `${w.title} ${page.code}`, card, json, files)
}

/** A refused plate: what is wrong, what to do next, and always the hotline of the cities served here. */
export function refusalHtml(problem: Problem, entry: string, cities: City[], language: Language, files: AppFiles): string {
  const key = language === 'en' ? 'en' : 'zh'
  const w = words[language]
  const card = `<h1>${escape(problem.detail[key])}</h1>
<p>${escape(problem.next[key])}</p>
<p class="r">${w.read} <b>${escape(entry.slice(0, 60))}</b></p>
${problem.reason ? `<p>${w.reason} ${escape(problem.reason)}</p>` : ''}${problem.successor ? `<a href="/e/${escape(problem.successor)}">${w.successor}<b>${escape(formatCode(problem.successor))}</b></a>` : ''}
${cities.map((city) => hotline(city, language)).join('\n')}
${advice(cities[0], language)}`
  return shell(language, problem.title, card, JSON.stringify({ problem }), files)
}

function shell(language: Language, title: string, card: string, json: string, files: AppFiles): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><meta name="format-detection" content="telephone=no"><meta name="robots" content="noindex"><title>${escape(title)}</title>
<style>${style}</style></head><body>
<main class="tc" id="tima-card">${card}
</main><div id="app"></div>
<script type="application/json" id="tima-page">${json.replaceAll('<', '\\u003c')}</script>
${files.styles.map((file) => `<link rel="stylesheet" href="${file}">`).join('')}${files.scripts.map((file) => `<script defer src="${file}"></script>`).join('')}
</body></html>`
}

function hotline(city: City, language: Language): string {
  const name = nameOf(city, language)
  const w = words[language]
  if (!city.hotline) return `<p class="r m">${escape(name)}: ${w.noHotline}</p>`
  return `<a class="s" href="tel:${dial(city.hotline)}">${w.trapped}${w.of(escape(name))}<b>${escape(city.hotline)}</b></a>`
}

function readOut(rescueCode: string | null, code: string, language: Language): string {
  const w = words[language]
  if (rescueCode) return `<div class="n">${w.sayRescueCode}<b>${escape(rescueCode.replace(/^(\d{3})(\d{3})$/, '$1 $2'))}</b></div>`
  return `<div class="n l">${w.sayCode}<b>${escape(formatCode(code))}</b></div>`
}

function advice(city: City | undefined, language: Language): string {
  const w = words[language]
  const others = city?.otherNumbers.length ? `<p><small>${w.others(city.hotline, city.otherNumbers)}</small></p>` : ''
  return `<ol>${w.advice.map((text) => `<li>${text}</li>`).join('')}</ol>${others}`
}

const nameOf = (city: City, language: Language): string => city.names[language === 'en' ? 'en' : 'zh']
const demo = (is: boolean, language: Language): string => (is ? `<p class="d">${words[language].demo}</p>` : '')
const dial = (phone: string): string => phone.replace(/[^0-9+]/g, '')
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
