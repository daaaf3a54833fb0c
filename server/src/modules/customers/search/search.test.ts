import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prepareQuery } from './query.ts'
import { accepts, ahmed, finds, named, word } from './search.harness.ts'
import { soundsOf } from './sound.ts'
import { wordsOf } from './words.ts'

describe('the two scripts meet', () => {
  test.each([
    'سعيد Said Saeed Sayeed Saied',
    'محمد Mohammed Muhammad Mohamad',
    'أحمد Ahmed Ahmad',
    'يوسف Yousef Yusuf Yousuf',
    'حسين Hussein Husain Hussain',
    'خالد Khalid Khaled',
    'شيخة Shaikha Sheikha',
    'فاطمة Fatima Fatma Fatimah Fatmah',
    'عائشة Aisha Aysha Ayesha',
    'مريم Mariam Maryam Miriam',
    'قاسم Qasim Kassim Qassem',
    'ثامر Thamer',
    'ذياب Dhiab Theyab',
    'جمال Jamal Gamal',
    'غالب Ghalib',
    'طارق Tariq Tarek',
    'ظافر Dhafer Zafer',
    'نور Noor Nour Nur',
    'علي Ali Aly',
    'صالح Saleh Salih',
    'فتحي Fathi',
    'إسحاق Ishaq',
    'إلهام Elham',
    'إلياس Elias',
    'عبدالله Abdullah Abdulla Abdallah',
    'عبدالكريم Abdulkarim Abdelkareem',
    'جون John',
    'مايكل Michael',
    'فيكرام Vikram',
    'کریم كريم Karim Kareem',
    'صوفيا Sofia Sophia',
    'سيف Saif Seif Sayf',
    'سلمى Salma',
    'ليلى Layla Laila Leila',
    'منى Mona Muna',
    'عمر Omar Umar',
    'سليمان Sulaiman Suleiman Soliman',
    'البلوشي Balushi',
    'الهنائي Hinai',
    'بدر Badr Bader',
    'مها Maha',
    'طه Taha',
    'نزيه Nazih',
  ])('%s: a customer with one is found by any other', (names) => {
    for (const name of names.split(' ')) {
      for (const q of names.split(' ')) expect([name, q, finds(q, named(name))]).toEqual([name, q, true])
    }
  })

  test.each([
    ['Saee', 'سعيد'],
    ['Muham', 'محمد'],
    ['Khal', 'خالد'],
    ['Nou', 'نور'],
    ['خال', 'Khaled'],
    ['Ahmed Sulei', 'أحمد سليمان'],
  ])('a half-typed %s finds %s', (q, name) => expect(finds(q, named(name))).toBe(true))

  test('a name of vowels meets its spelling in the other script, and does not meet everyone', () => {
    expect(finds('Aya', named('آية'))).toBe(true)
    expect(finds('آية', named('Aya'))).toBe(true)
    expect(finds('Aya', ahmed)).toBe(false)
    expect(finds('علي', named('Salim'))).toBe(false)
  })

  test.each([
    ['Rajesh', 'Rakesh'],
    ['Pradeep', 'Prasad'],
    ['Hamad', 'Ahmed'],
    ['Vikram', 'Karim'],
    ['Santos', 'Cruz'],
    ['Smith', 'Smart'],
    ['Khan', 'Kumar'],
    ['Sofia', 'Seif'],
    ['Sofia', 'Saif'],
    ['Sofia', 'سيف'],
    ['Sean', 'Sana'],
    ['Hugo', 'Haji'],
    ['Jamal', 'Jamil'],
    ['Mona', 'Mina'],
    ['Nada', 'Nadia'],
    ['Zaid', 'Ziad'],
    ['سلام', 'سليم'],
    ['سيد', 'سعيد'],
  ])('%s and %s stay apart', (one, other) => {
    expect(finds(one, named(other))).toBe(false)
    expect(finds(other, named(one))).toBe(false)
  })

  test('no word has more than four readings or an empty one', () => {
    fc.assert(
      fc.property(fc.oneof(word(), fc.string({ unit: 'grapheme' })), (text) => {
        const sounds = soundsOf(text)
        expect(sounds.length).toBeLessThanOrEqual(4)
        expect(sounds.map(({ consonants }) => consonants)).not.toContain('')
      }),
    )
  })
})

describe('the words of a name', () => {
  test.each([
    ...[
      'Al-Said',
      'Al Said',
      'AlSaid',
      "al-Sa'id",
      'al-Sa’id',
      'AL‑SAʿID',
      'السعيد',
      'ٱلسَّعِيد',
      'الســـعيد',
      'آل سعيد',
      'ال سعيد',
    ].map((name) => ({ name, queries: ['Said', 'Al Said', 'al-said', 'alsaid', 'سعيد', 'السعيد', 'sai', 'Saeed'] })),
    ...['Abdul Rahman', 'Abdulrahman', 'Abd al-Rahman', 'Abdur Rahman', 'Abdurrahman', 'عبد الرحمن', 'عبدالرحمن'].map(
      (name) => ({
        name,
        queries: [
          ...['Abdul Rahman', 'Abdulrahman', 'Abd al-Rahman', 'عبد الرحمن', 'عبدالرحمن', 'Rahman', 'rahman abdul'],
          'abdulr',
        ],
      }),
    ),
    { name: 'Zoë Łukasz', queries: ['zoe', 'Lukasz zoë', 'ŁUK'] },
    { name: "D'Souza", queries: ['dsouza', 'd’souza', 'souza', 'D Souza'] },
    { name: "O'Brien", queries: ['obrien', "o'br", 'brien'] },
    { name: 'Jean-Luc Marie', queries: ['jean luc', 'luc', 'Marie Jean-Luc'] },
    { name: 'Ash-Shamsi', queries: ['shamsi', 'al shamsi', 'الشامسي'] },
    { name: 'Ahmed bin Said', queries: ['ahmed said', 'Ahmed bin Said', 'أحمد بن سعيد'] },
    { name: 'Elizabeth', queries: ['eliz', 'Elizabeth', 'إليزابيث'] },
    { name: 'ﻣﺤﻤﺪ', queries: ['محمد', 'Mohammed'] },
    { name: 'Trading 2000 LLC', queries: ['2000', 'trading 2000', 'llc'] },
  ])('$name is found by $queries', ({ name, queries }) => {
    for (const q of queries) expect([q, finds(q, named(name))]).toEqual([q, true])
  })

  test('a name split over first and last name is one name', () => {
    expect(finds('عبدالرحمن', { firstName: 'Abdul', lastName: 'Rahman' })).toBe(true)
  })

  test('what an article or bin stands before is the word, and one on its own stays a word', () => {
    expect(wordsOf('Ahmed bin Said al')).toEqual([['ahmed'], ['said']])
    expect(wordsOf('al')).toEqual([['al']])
    expect(wordsOf('bin')).toEqual([['bin']])
    expect(wordsOf('– ؟ -')).toEqual([])
  })
})

describe('a query', () => {
  test.each([
    ...[
      'Ahmed Al-Said',
      'said ahmed',
      'ahm',
      'AHMED SAI',
      'said 3456',
      'ahmed al',
      'al',
      'alsa',
      'ahmed a',
      'ahmed  42',
      'a ahmed',
    ],
    ...[
      '90123',
      '9012',
      '9689012',
      '+968 9012',
      '0096890',
      '009689012',
      '00968 9012 3456',
      '+96890',
      '(968) 9012-3456',
      '090123',
    ],
    ...['3456', '23456', '0123456', '90123456', '٩٠١٢٣', '۹۰۱۲', '9012 3456', '+٩٦٨ ٩٠١٢'],
    ...['ahmed@ex', 'ahmed@example.com', 'AHMED@', 'ahmed@e said', 'ahmed@example.com 9012'],
    ...['CUST-00042', 'cust42', 'cust 42', '42', '#42', '# 42', '00042', '٤٢', 'cust-٠٠٠٤٢', 'ahmed #42'],
  ])('%s finds Ahmed', (q) => expect(finds(q, ahmed)).toBe(true))

  test.each([
    ...[
      'Mohammed',
      'ahmed mohammed',
      'ahmedx',
      '4',
      '43',
      '#423',
      'cust-4',
      '9013',
      '12345',
      '968 9013',
      '+90',
      'med@example.com',
    ],
    ...['ahmed@example.org', 'ahmed@example.com.om', '+968901234567', 'ahmed b', 'ahmed 43', 'ahmed +971'],
  ])('%s does not find Ahmed', (q) => expect(finds(q, ahmed)).toBe(false))

  test.each(['', ' ', 'a', 'ب', 'a b', '...', '– ؟', '+', '+968', '@', 'م'])(
    '%j is not enough to look anyone up',
    (q) => {
      const query = prepareQuery(q)
      expect(query.all).toEqual([])
      expect(query.fit({ ...ahmed, name: q })).toBeNull()
    },
  )

  test('words beyond the sixth are checked but not looked up', () => {
    const seven = 'Juan Miguel Andres Santos Reyes Garcia Lopez'
    expect(prepareQuery(seven).all).toHaveLength(6)
    expect(finds(seven, named(seven))).toBe(true)
    expect(finds(`${seven} Perez`, named(seven))).toBe(false)
  })

  test('the beginning of an international number is not looked up by the country alone', () => {
    const otherOmani = { phone: '+96899123456' }
    for (const q of ['96890', '9689012', '+96890'])
      expect([q, accepts(prepareQuery(q).all, otherOmani)]).toEqual([q, false])
  })

  test('dots and plus signs belong to an e-mail or to words', () => {
    const person = { name: 'John Smith', email: 'ahmed.said+kith@example.com' }
    for (const q of ['ahmed.said', 'ahmed.said+k', 'J.Smith', 'john.smith'])
      expect([q, finds(q, person)]).toEqual([q, true])
    expect(finds('ahmed.jones', person)).toBe(false)
  })

  test.each([
    ['Ahmed Al-Said', 'exact', ['name']],
    ['سعيد أحمد', 'exact', ['name2']],
    ['said', 'exact', ['name']],
    ['ahm said', 'prefix', ['name']],
    ['Saeed', 'sounds_like', ['name']],
    ['Saee', 'sounds_like', ['name']],
    ['ahmed saeed', 'sounds_like', ['name']],
    ['9012', 'prefix', ['phone']],
    ['ahmed@', 'prefix', ['email']],
    ['90123456', 'exact', ['phone']],
    ['+96890123456', 'exact', ['phone']],
    ['ahmed@example.com', 'exact', ['email']],
    ['42', 'exact', ['number']],
    ['said #42', 'exact', ['name', 'number']],
    ['Saeed #42', 'sounds_like', ['name', 'number']],
    ['trad 9012', 'prefix', ['companyName', 'phone']],
    ['Mohammed', null, null],
  ])('%s fits as %s, by %j', (q, match, fields) => {
    const found = prepareQuery(q).fit({ ...ahmed, name2: 'أحمد السعيد', companyName: 'Trading LLC' })
    expect(found && [found.match, found.fields]).toEqual(match && [match, fields])
  })

  test('of a caller who sees contacts masked looks nothing up among phones and e-mails but four last digits', () => {
    const contacts = new Set([...'defimz'].map((kind) => kind))
    const kinds = (q: string) => [
      ...new Set(prepareQuery(q, { contacts: false }).stages.flatMap(({ all }) => all.flat().map((term) => term[0]!))),
    ]
    for (const q of [
      'ahmed',
      'ahmed.said',
      'ahmed@example.com',
      '90123',
      '+96890',
      '009689012',
      '090123',
      'ahmed 90123',
    ])
      expect([q, kinds(q).filter((kind) => contacts.has(kind))]).toEqual([q, []])
    expect(kinds('3456').filter((kind) => contacts.has(kind))).toEqual(['z'])
  })
})
