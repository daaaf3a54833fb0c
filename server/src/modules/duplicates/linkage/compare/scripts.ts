/**
 * One name in Arabic and Latin letters, aligned letter by letter: each Arabic letter has the Latin spellings that are heard
 * as it, at a cost; short vowels are written in Latin alone. The costs are those of how names are spelled, not of a file.
 */
const SPELLINGS: Readonly<Record<string, string>> = {
  ا: 'a e:1 i:2 o:2 u:2 aa ae:1 ai:2 au:2 ou:3 y:3 h:4',
  ب: 'b p bb pp v:4',
  ت: 't tt th:1 d:4 z:4 ts:3 ct:2',
  ث: 'th t:1 s:2 z:4',
  ج: 'j g dj zh:1 gh:1 gg dg dge ch:3 y:4 c:4 s:4 ge k:5',
  ح: 'h kh:3 hh ch:4',
  خ: 'kh ch:1 k:1 h:2 j:2 x:2 g:4 q:3',
  د: 'd dd dh:1 t:4 th:3',
  ذ: 'th dh d:1 z:1 dd:1',
  ر: 'r rr rh wr:1',
  ز: 'z s:1 zz ts:3 x:3 c:4 j:3 tz:2 ss:2',
  س: 's c:1 ss z:2 sc:1 ps:2 ce cc:3 x:3 sh:4 ts:4',
  ش: 'sh ch s:2 sch sc:2 ci:2 ti:2 sz:1 sj:1 c:3 x:2 ss:2 cz:3 tch:1 tsch:1 ssi:2 shh',
  ص: 's ss c:3 z:4 ts:4',
  ض: 'd dh z:2 dd th:4',
  ط: 't tt th:2 d:4',
  ظ: 'z dh d:2 th:2 s:4',
  ع: "a aa e:1 i:1 o:1 u:1 y:2 ':0",
  غ: 'gh g j:4 gg:1 q:3 k:4 gu:1 r:4',
  ف: 'f v ph ff w:2 vv pf:1 u:4 p:5 gh:4',
  ق: 'q k c g:1 gh:1 ck cc qu ch:3',
  ك: 'k c q ck ch:1 cc kk qu x:3 g:3 kh:2 cqu:1 que cu:2',
  ل: 'l ll',
  م: 'm mm mn:2 mb:2 n:4',
  ن: 'n nn m:3 gn:1 ne kn:1 hn:1 ng:1',
  ه: 'h a:2 e:2 hh wh:1 eh:1 ah:1',
  و: 'w o u oo ou ow v:1 au:1 eu:1 ue ew:1 wh ough:2 o:0 a:3 hu:1 oe:1 eau:1 aw:1 oh:1 uh:1',
  ي: 'y i ee ie e:1 ai:1 ey ei ea:1 ae:1 ay:1 j:2 a:3 ui:2 igh:1 oi:3 u:3 ye ii ih:1 ig:3 eigh:1 eh:2',
  ى: 'a i:1 y:1 e:1 ee:1',
  ة: 'a ah eh:1 e:1 at:1 et:1 h:2 t:2',
  چ: 'ch tch j:1 g:2 c:2',
  گ: 'g j:2 gh k:3',
  پ: 'p b:1',
  ڤ: 'v f w:1',
}
/** Costs are tenths; what has no spelling in common costs ten. */
const TABLE = new Map(
  Object.entries(SPELLINGS).map(([letter, list]) => [
    letter.charCodeAt(0),
    list.split(' ').map((one): readonly [string, number] => {
      const [spelling, cost = '0'] = one.split(':')
      return [spelling!, Number(cost) / 8]
    }),
  ]),
)
const TOGETHER: readonly (readonly [string, string, number])[] = [
  ['كس', 'x', 0],
  ['تش', 'ch', 0],
  ['تش', 'c', 0.1],
  ['تش', 'tch', 0],
  ['تش', 'cz', 0],
  ['تش', 'cs', 0.1],
  ['تش', 'tsch', 0],
  ['تس', 'z', 0],
  ['تس', 'ts', 0],
  ['تس', 'tz', 0],
  ['تس', 'c', 0.1],
  ['تز', 'z', 0],
  ['تز', 'tz', 0],
  ['دج', 'j', 0],
  ['دج', 'dg', 0],
  ['دج', 'dj', 0],
  ['نغ', 'ng', 0],
  ['نج', 'ng', 0],
  ['نك', 'nc', 0],
  ['كو', 'qu', 0],
  ['شت', 'st', 0.1],
  ['شب', 'sp', 0.1],
  ['سه', 'sh', 0],
  ['كه', 'kh', 0],
  ['ته', 'th', 0],
  ['ده', 'dh', 0],
  ['يو', 'u', 0],
  ['يو', 'eu', 0],
  ['يو', 'ew', 0],
  ['او', 'o', 0],
  ['او', 'au', 0],
  ['او', 'ow', 0],
  ['او', 'ou', 0],
  ['اي', 'i', 0],
  ['اي', 'ei', 0],
  ['اي', 'ai', 0],
  ['اي', 'y', 0],
  ['اي', 'ie', 0.1],
  ['اي', 'e', 0.2],
  ['وا', 'oi', 0],
  ['غو', 'w', 0.5],
  ['عا', 'a', 0],
  ['عي', 'i', 0],
  ['عو', 'ou', 0],
]

const VOWEL = 0.12
const LONG: Readonly<Record<string, number>> = { a: VOWEL, e: VOWEL, i: 0.3, o: 0.35, u: 0.3, y: 0.3 }
const SILENT: Readonly<Record<string, number>> = {
  h: 0.3,
  w: 0.6,
  t: 0.7,
  g: 0.7,
  r: 0.7,
  l: 0.7,
  s: 0.7,
  n: 0.8,
  d: 0.8,
}
const LEFT_OUT: Readonly<Record<string, number>> = { ا: 0.15, و: 0.5, ي: 0.5, ع: 0.1, ه: 0.5, ى: 0.3, ة: 0.3 }

const WIDE = 40
const costs = new Float32Array((WIDE + 1) * (WIDE + 1))

/** 0 for one spelling of the other, 1 for nothing in common. */
export function acrossScripts(arabic: string, latin: string): number {
  const [n, m] = [Math.min(arabic.length, WIDE), Math.min(latin.length, WIDE)]
  const wide = m + 1
  costs.fill(9, 0, (n + 1) * wide)
  costs[0] = 0
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const cost = costs[i * wide + j]!
      if (cost >= 9) continue
      const reach = (di: number, dj: number, more: number) => {
        const at = (i + di) * wide + j + dj
        if (cost + more < costs[at]!) costs[at] = cost + more
      }
      if (j < m) {
        const letter = latin[j]!
        const doubled = j > 0 && latin[j - 1] === letter
        const isEnd = j === m - 1
        const vowel = LONG[letter]
        if (vowel !== undefined)
          reach(0, 1, j === 0 && i === 0 ? vowel * 2 : isEnd && letter !== 'e' ? vowel * 2 : vowel)
        else reach(0, 1, doubled ? 0.05 : (SILENT[letter] ?? 1))
      }
      if (i === n) continue
      reach(1, 0, LEFT_OUT[arabic[i]!] ?? 1)
      for (const [spelling, more] of TABLE.get(arabic.charCodeAt(i)) ?? [])
        if (latin.startsWith(spelling, j) && j + spelling.length <= m) reach(1, spelling.length, more)
      if (j < m) reach(1, 1, 1)
      for (const [pair, spelling, more] of TOGETHER)
        if (arabic.startsWith(pair, i) && i + 2 <= n && latin.startsWith(spelling, j) && j + spelling.length <= m)
          reach(2, spelling.length, more)
    }
  }
  return Math.min(1, costs[n * wide + m]! / (0.5 * (weight(arabic) + weight(latin))))
}

const weight = (word: string) => {
  let sum = 0
  for (const letter of word) sum += LEFT_OUT[letter] ?? (LONG[letter] !== undefined ? 0.4 : letter === 'h' ? 0.5 : 1)
  return Math.max(1, sum)
}
