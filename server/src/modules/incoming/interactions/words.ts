/** Words as sentiment.ts writes them: no apostrophes, no vowel signs, one form of alif, ya and ta marbuta. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

export const NEGATIONS = set(`
  not no never without isnt wasnt dont doesnt didnt cant couldnt wont wouldnt arent werent nor hardly
  لا ليس ليست لم لن ما غير بدون مو مش ماكان بلا
`)

export const POSITIVE = set(`
  good great excellent amazing awesome perfect lovely love loved loves nice wonderful fantastic brilliant happy pleased
  satisfied delighted fast quick quickly friendly helpful kind polite clean fresh delicious tasty recommend recommended
  thanks thank grateful best better beautiful easy smooth reliable professional impressed superb works worked solved
  fixed enjoy enjoyed on-time punctual fair generous comfortable
  جيد جيده ممتاز ممتازه رائع رائعه جميل جميله حلو حلوه شكرا شكر مشكورين احسنت احسنتم سريع سريعه نظيف نظيفه لذيذ لذيذه
  طازج طازجه سعيد سعيده راضي راضيه مسرور ودود ودوده متعاون متعاونه انصح افضل احب احببت اعجبني يعجبني مريح مريحه سهل
  سهله محترم محترمه مهذب ممتازين خرافي تمام مبدعين موفقين
`)

export const NEGATIVE = set(`
  bad terrible awful horrible worst worse poor broken damaged late slow rude dirty cold wrong missing lost angry upset
  disappointed disappointing disappointment unhappy unacceptable complain complaint refund never-again useless waste
  expensive overpriced problem problems issue issues fail failed fails failure error errors torn stained stain ruined
  ignored ignore unprofessional hate hated hates annoyed annoying delay delayed scam cheated defective spoiled
  سيء سيئ سيئه رديء رديئه فظيع فظيعه اسوا متاخر متاخره تاخير تاخرتم تاخر بطيء بطيئه وقح وقحه قذر قذره بارد بارده خطا
  ناقص ناقصه مفقود ضاع ضاعت غاضب غاضبه زعلان زعلانه مستاء محبط محبطه مخيب شكوي اشتكي استرجاع غالي غاليه مشكله مشاكل
  عيب تالف تالفه مكسور مكسوره ممزق بقعه بقع خربان فاسد فاسده نصب غش احتيال اكره كرهت مزعج مزعجه اهمال مهمل
`)
