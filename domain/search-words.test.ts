import assert from 'node:assert/strict'
import { test } from 'node:test'
import { searchText, searchWords } from './search-words.ts'

const chinese = searchText(['汀洲区', '月桥里', '3 幢 2 单元', '西侧电梯'], ['ENVSJTRC36', '青屿市汀洲区月桥路 8 号'])
const english = searchText(['Manhattan', '1614 BROADWAY'], ['1D10028'])
const finds = (text: string, question: string) => searchWords(question).every((word) => text.includes(word.toLowerCase()))

test('a place is found with and without spaces, in any order of its words', () => {
  for (const q of ['月桥里 3 幢', '月桥里3幢', '3幢', '月桥里3幢2单元', '3幢 月桥里', '汀洲区月桥里', '月桥里３幢', '月桥路8号', 'envsjtrc36', 'envsjtrc36 西侧']) {
    assert.ok(finds(chinese, q), q)
  }
  assert.ok(finds(english, 'broadway 1614') && finds(english, '1d10028 manhattan'))
})

test('another building is not found, and words stay six at most', () => {
  for (const q of ['月桥里4幢', '月桥里 8 幢', '3 单元']) assert.ok(!finds(chinese, q), q)
  assert.equal(searchWords('a b c d e f g h').length, 6)
})

test('Latin text is stored once', () => assert.equal(english, 'manhattan 1614 broadway 1d10028'))
