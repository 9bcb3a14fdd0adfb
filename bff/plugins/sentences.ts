import type { ProblemKind } from '@tima/contract/problem.ts'

type Sentence = { zh: string; en: string }

/** What happened and what to do next, for every refusal, in both languages. */
export const sentences: Record<ProblemKind, { title: string; detail: Sentence; next: Sentence }> = {
  'code-mistyped': {
    title: 'Code mistyped',
    detail: { zh: '这个编码输错了。', en: 'This code has a mistake in it.' },
    next: { zh: '请对照电梯上的牌子，再输一次。', en: 'Compare it with the plate and type it again.' },
  },
  'plate-forged': {
    title: 'Plate forged',
    detail: { zh: '这张码不是我们发的。', en: 'This plate is not one of ours.' },
    next: { zh: '别扫牌子上别的码，请告诉物业。', en: 'Do not follow it. Tell the property office.' },
  },
  'code-unknown': {
    title: 'Code unknown',
    detail: { zh: '没有这部电梯。', en: 'There is no elevator with this code.' },
    next: { zh: '请核对牌子上的编码，或者打电话报出电梯位置。', en: 'Check the code on the plate, or call and say where the elevator is.' },
  },
  'plate-blank': {
    title: 'Plate blank',
    detail: { zh: '这张码还没装到电梯上。', en: 'This plate has not been put on an elevator yet.' },
    next: { zh: '请告诉物业，由他们绑定。', en: 'Tell the property office; they can bind it.' },
  },
  'plate-revoked': {
    title: 'Plate revoked',
    detail: { zh: '这张码已停用。', en: 'This plate is no longer in use.' },
    next: { zh: '有新码请用新码，没有请告诉物业。', en: 'Use the new code if there is one, or tell the property office.' },
  },
  'input-invalid': {
    title: 'Input invalid',
    detail: { zh: '有一项填得不对。', en: 'Something in the request is not right.' },
    next: { zh: '请看 errors 里指出的地方，改好再试。', en: 'See errors for the place, correct it and try again.' },
  },
  'key-missing': {
    title: 'Key missing',
    detail: { zh: '这里需要密钥。', en: 'This needs a key.' },
    next: { zh: '请在 Authorization 里带上 Bearer 密钥。', en: 'Send it as Authorization: Bearer.' },
  },
  'key-refused': {
    title: 'Key refused',
    detail: { zh: '这把密钥不对，或已停用。', en: 'This key is wrong or has been revoked.' },
    next: { zh: '请向城市管理员要一把新的。', en: 'Ask the operator of this city for a new one.' },
  },
  'field-refused': {
    title: 'Field refused',
    detail: { zh: '这把密钥不能写这一项。', en: 'This key may not state this field.' },
    next: { zh: '请去掉这一项，或请管理员放开。', en: 'Leave the field out, or ask the operator to allow it.' },
  },
  'not-found': {
    title: 'Not found',
    detail: { zh: '没有这个页面。', en: 'There is nothing here.' },
    next: { zh: '请重新扫码。', en: 'Scan the plate again.' },
  },
  'body-too-large': {
    title: 'Body too large',
    detail: { zh: '一次发得太多了。', en: 'This is too much in one request.' },
    next: { zh: '请分几次发。', en: 'Send it in parts.' },
  },
  'media-refused': {
    title: 'Media type refused',
    detail: { zh: '这种格式收不了。', en: 'This format is not accepted here.' },
    next: { zh: '请按接口说明的格式发。', en: 'Send the format the interface describes.' },
  },
  'too-many-requests': {
    title: 'Too many requests',
    detail: { zh: '这里一下子来得太多了。', en: 'Too many requests came from here at once.' },
    next: { zh: '请等一分钟再试。要救援请直接打电话。', en: 'Wait a minute and try again. For rescue, call.' },
  },
  'server-trouble': {
    title: 'Server trouble',
    detail: { zh: '我们这边出了问题。', en: 'Something went wrong on our side.' },
    next: { zh: '请稍等再试。要救援请直接打电话。', en: 'Try again in a moment. For rescue, call.' },
  },
  'database-away': {
    title: 'Database away',
    detail: { zh: '我们这边暂时查不到记录。', en: 'The records cannot be read right now.' },
    next: { zh: '请稍等再试。要救援请直接打电话。', en: 'Try again in a moment. For rescue, call.' },
  },
}
