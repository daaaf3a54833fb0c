/**
 * The words of a name, each as the list of forms it may be looked up by, the plainest first: `Al-Said` is
 * `['said', 'alsaid']`, `عبد الرحمن` is `['عبدرحمن', 'رحمن']`. Articles and `bin` join the word that follows them; one that
 * nothing follows is left out, so that typing `ahmed al` still finds Ahmed.
 */
export function wordsOf(text: string): string[][] {
  const pieces = piecesOf(plain(text))
  const words: string[][] = []
  let article = ''
  let servant: string | undefined
  for (const [i, piece] of pieces.entries()) {
    if (PATRONYMIC.test(piece)) continue
    if (isArticle(piece, pieces[i + 1])) article = piece
    else if (SERVANT.test(piece) && servant === undefined) {
      servant = piece
      article = ''
    } else {
      const joined = servant !== undefined && ARABIC.test(servant) === ARABIC.test(piece)
      if (servant !== undefined && !joined) words.push(formsOf(servant, '', false))
      words.push(formsOf(piece, article, joined))
      article = ''
      servant = undefined
    }
  }
  if (servant !== undefined) words.push(formsOf(servant, '', false))
  return words.length > 0 ? words : pieces.map((piece) => [piece])
}

/** The beginning of a text in lower case, without accents, vowel marks, invisible controls and letter variants. */
export function plain(text: string): string {
  const start = text.slice(0, MAX_TEXT)
  if (ASCII.test(start)) return start.toLowerCase().replaceAll('`', "'")
  return start
    .replace(APOSTROPHES, "'") // before NFKD, which makes a space of ´
    .normalize('NFKD') // also takes the hamza off أ إ آ ؤ ئ
    .slice(0, MAX_TEXT) // a ligature may have become eighteen letters
    .toLowerCase()
    .replace(IGNORED, '')
    .replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(VARIANT, (letter) => VARIANTS[letter]!)
}

const MAX_TEXT = 256
const MAX_PIECES = 12

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
const ASCII = /^[\x00-\x7f]*$/
const APOSTROPHES = /[`´‘’‛′]/g
const IGNORED =
  /[\u0300-\u036f\u0610-\u061a\u061c\u0621\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u02bb-\u02bf\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const EASTERN_DIGITS = /[٠-٩۰-۹]/g
const VARIANTS: Record<string, string> = {
  ...{ ٱ: 'ا', ى: 'ي', ی: 'ي', ې: 'ي', ے: 'ي', ة: 'ه', ۃ: 'ه', ہ: 'ه', ھ: 'ه', ە: 'ه', ک: 'ك', ڪ: 'ك', ں: 'ن' },
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ς: 'σ' },
}
const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'g')

/** `Sa'id` is one word, `D'Souza` and `O'Brien` are an article and a word. */
function piecesOf(text: string): string[] {
  const joined = text.includes("'") ? text.replace(INITIAL_APOSTROPHE, '$1 ').replace(INNER_APOSTROPHE, '') : text
  return (joined.match(PIECE) ?? []).slice(0, MAX_PIECES)
}

const INITIAL_APOSTROPHE = /(?<![\p{L}\p{N}])([do])'(?=\p{L})/gu
const INNER_APOSTROPHE = /(?<=\p{L})'(?=\p{L})/gu
const PIECE = /[\p{L}\p{M}\p{N}]+/gu

const PATRONYMIC = /^(?:bin|ibn|bint|بن|ابن|بنت)$/
const ARTICLE = /^(?:[aeu]l|ال|[do])$/
const ASSIMILATED_ARTICLE = /^[aeu]([sdt]h|[sdtrnz])$/
/** The `Abdul` of a two-word name in its spellings, each read as `abd`. */
const SERVANT = /^(?:abd(?:[aeu](?:[lrsdtnz]|sh)?)?|عبد(?:ا|ال)?)$/

function isArticle(piece: string, next: string | undefined): boolean {
  const assimilated = next && ASSIMILATED_ARTICLE.exec(piece)?.[1]
  return ARTICLE.test(piece) || Boolean(assimilated && next.startsWith(assimilated))
}

function formsOf(piece: string, article: string, servant: boolean): string[] {
  if (SERVANT.test(piece)) return [piece.slice(0, 3)]
  const served = piece.replace(JOINED_SERVANT, '')
  if (served !== piece) return servantForms(served, 4)
  const stem = article === '' ? piece.replace(JOINED_ARTICLE, '') : piece
  if (servant) return servantForms(stem, 2)
  const whole = article + piece
  return stem === whole ? [stem] : [stem, whole]
}

const JOINED_SERVANT = /^(?:abd[aeu](?:l|([a-z]h?)(?=\1))|عبدال)(?=.)/
/** A guess: `Albert` is then also found by `bert`. */
const JOINED_ARTICLE = /^(?:al(?=[a-z]{3})|el(?=[^aeiou][a-z]{2})|ال(?=..))/

function servantForms(stem: string, least: number): string[] {
  const servant = ARABIC.test(stem) ? 'عبد' : 'abd'
  return stem.length < least ? [servant + stem] : [servant + stem, stem]
}

const ARABIC = /\p{Script=Arabic}/u
