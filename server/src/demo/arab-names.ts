import { names } from './names.ts'

export const OMANI_MEN = names(`
  Mohammed/Muhammed/Mohamed/Muhammad/Mohammad=محمد; Ahmed/Ahmad=أحمد; Salim/Salem=سالم; Said/Saeed/Saied=سعيد
  Ali=علي; Abdullah/Abdulla/Abdallah=عبدالله; Khalid/Khaled=خالد; Nasser/Nasir/Nassir=ناصر; Hamad=حمد; Saif/Seif=سيف
  Sultan=سلطان; Hilal/Helal=هلال; Sulaiman/Suleiman/Sulayman=سليمان; Yousuf/Yusuf/Yousef/Youssef=يوسف; Rashid/Rashed=راشد
  Hamood/Hamoud/Humood=حمود; Badr/Bader=بدر; Majid/Majed=ماجد; Hassan/Hasan=حسن; Hussain/Hussein/Husain=حسين
  Ibrahim/Ebrahim=إبراهيم; Khamis/Khamees=خميس; Juma/Jumah=جمعة; Mubarak=مبارك; Faisal/Faysal=فيصل; Fahad/Fahd=فهد
  Haitham/Haytham=هيثم; Qais/Qays=قيس; Tariq/Tarik/Tareq=طارق; Talal=طلال; Omar/Umar=عمر; Amer/Amir/Amur=عامر
  Musallam/Musallem=مسلم; Yaqoob/Yaqub/Yaaqoub=يعقوب; Abdulaziz/Abdul Aziz=عبدالعزيز; Saud/Saoud=سعود
  Abdulrahman/Abdul Rahman/Abdurrahman=عبدالرحمن; Mahmood/Mahmoud/Mahmud=محمود; Khalfan=خلفان; Zahir/Zaher=زاهر
  Salman=سلمان; Issa/Isa/Eisa=عيسى; Musa/Mousa/Moosa=موسى; Yahya/Yehya=يحيى; Ismail/Esmail=إسماعيل; Azzan=عزان
  Saleh/Salih=صالح; Waleed/Walid=وليد; Mazin/Mazen=مازن; Jamal=جمال; Adil/Adel=عادل; Dawood/Dawud/Daoud=داود
  Asaad/Assaad=أسعد; Shihab/Shehab=شهاب; Taimur/Taimoor=تيمور; Suhail/Suhayl=سهيل; Bakhit/Bakheet=بخيت; Turki=تركي
  Hamed/Hamid=حامد; Humaid/Humayd=حميد; Othman/Uthman=عثمان; Idris/Edrees=إدريس; Mustafa/Mostafa=مصطفى; Thani=ثاني
  Murtadha/Murtada=مرتضى; Munther/Mundhir=منذر; Muadh/Moath=معاذ; Muhannad/Mohanad=مهند; Nabil/Nabeel=نبيل; Nawaf=نواف
  Anwar=أنور; Ayman/Aiman=أيمن; Ammar=عمار; Aws/Aus=أوس; Bilal=بلال; Basim/Bassem=باسم; Ghalib/Ghaleb=غالب; Ghassan=غسان
  Habib/Habeeb=حبيب; Harith/Hareth=حارث; Hatim/Hatem=حاتم; Hazza/Hazaa=هزاع; Hisham/Hesham=هشام; Imad/Emad=عماد
  Jaber/Jabir=جابر; Jassim/Jasim=جاسم; Jamil/Jameel=جميل; Kamal=كمال; Khalil/Khaleel=خليل; Khalaf=خلف; Luqman=لقمان
  Marwan=مروان; Masoud/Masood=مسعود; Muhsin/Mohsin=محسن; Nizar=نزار; Qasim/Qassim/Qasem=قاسم; Rabee/Rabie=ربيع
  Riyadh/Riyad=رياض; Rayan/Rayyan=ريان; Saad=سعد; Sami/Samy=سامي; Samir/Sameer=سمير; Shabib/Shabeeb=شبيب; Sharif/Shareef=شريف
  Wail/Wael=وائل; Younis/Yunus=يونس; Zahran=زهران; Zakariya/Zakaria=زكريا; Zayed/Zayid=زايد; Zaid/Zayd=زيد; Ziyad/Ziad=زياد
  Abdulmalik/Abdul Malik=عبدالملك; Abdulhakim/Abdul Hakeem=عبدالحكيم; Abdulkarim/Abdul Kareem=عبدالكريم
  Abdulqadir/Abdul Qader=عبدالقادر; Abdulsalam/Abdul Salam=عبدالسلام; Abdulhamid/Abdul Hameed=عبدالحميد
  Abdulmajeed/Abdul Majid=عبدالمجيد; Mutasim/Muatasim=معتصم; Yaqdhan=يقظان; Waddah/Wadhah=وضاح; Osama/Usama=أسامة
`)

export const OMANI_WOMEN = names(`
  Fatma/Fatima/Fatimah=فاطمة; Maryam/Mariam/Meryam=مريم; Aisha/Aysha/Ayesha=عائشة; Zainab/Zaynab/Zeinab=زينب
  Salma=سلمى; Khadija/Khadeeja/Khadijah=خديجة; Asma/Asmaa=أسماء; Noor/Nour/Nur=نور; Amal=أمل; Huda/Hoda=هدى
  Laila/Layla/Leila=ليلى; Moza/Mouza=موزة; Shaikha/Sheikha=شيخة; Zuwaina/Zwaina=زوينة; Rahma/Rahmah=رحمة; Thuraya/Thoraya=ثريا
  Salima/Saalima=سالمة; Amna/Aamna=آمنة; Amina/Ameena=أمينة; Noora/Noura/Nura=نورة; Hanan=حنان; Muna/Mona=منى; Sara/Sarah=سارة
  Iman/Eman=إيمان; Jokha/Jokhah=جوخة; Reem/Rim=ريم; Hajar/Hajer=هاجر; Nawal=نوال; Safiya/Safiyah/Safia=صفية; Raya/Raaya=راية
  Badriya/Badriyah=بدرية; Shamsa/Shamsah=شمسة; Sharifa/Shareefa=شريفة; Samira/Sameera=سميرة; Wafa/Wafaa=وفاء; Zahra/Zahraa=زهراء
  Bushra=بشرى; Ghaniya=غنية; Khalsa/Khalisa=خالصة; Kawthar/Kauther=كوثر; Hind=هند; Jawaher/Jawahir=جواهر; Latifa/Lateefa=لطيفة
  Lubna=لبنى; Maha=مها; Majida=ماجدة; Manal=منال; Marwa/Marwah=مروة; Nada=ندى; Nadia/Nadiya=نادية; Nasra=نصرة; Intisar=انتصار
  Ohood/Uhud=عهود; Rayya/Rayyah=رية; Rawan=روان; Raghad=رغد; Ruqaya/Ruqayyah=رقية; Safa/Safaa=صفاء; Samiya/Samia=سامية
  Shurooq/Shorouq=شروق; Siham=سهام; Suad/Souad=سعاد; Suhaila=سهيلة; Sumaya/Sumayya=سمية; Tahira=طاهرة; Tamadhir/Tamadher=تماضر
  Warda=وردة; Widad=وداد; Wijdan=وجدان; Yusra=يسرى; Yasmin/Yasmeen=ياسمين; Zamzam=زمزم; Zulaikha=زليخة; Ghada=غادة
  Ghaliya/Ghalia=غالية; Ghadeer/Ghadir=غدير; Habiba=حبيبة; Halima/Haleema=حليمة; Hamida=حميدة; Basma=بسمة; Balqees/Bilqis=بلقيس
  Azza/Aza=عزة; Afrah=أفراح; Ahlam=أحلام; Alya/Alia=علياء; Arwa=أروى; Areej/Arij=أريج; Abeer/Abir=عبير; Anfal=أنفال
  Buthaina/Bothaina=بثينة; Dalal=دلال; Duaa/Doaa=دعاء; Fakhriya=فخرية; Fawziya/Fouzia=فوزية; Farida/Fareeda=فريدة
  Ibtisam/Ebtisam=ابتسام; Ilham/Elham=إلهام; Israa/Esraa=إسراء; Jamila/Jameela=جميلة; Karima/Kareema=كريمة; Khawla/Khaula=خولة
  Malak=ملاك; Maysa/Maisa=ميساء; Mahfoodha=محفوظة; Muzna=مزنة; Naeema/Naima=نعيمة; Najla/Najlaa=نجلاء; Najat=نجاة
  Omaima/Umaima=أميمة; Rahaf=رهف; Rania/Raniya=رانيا; Rasha=رشا; Shaima/Shaymaa/Shaimaa=شيماء; Walaa=ولاء; Wisal=وصال
`)

/** Tribes and families, without the article in Latin letters: `Al-Balushi`, `Al Balushi` and `AlBalushi` are one family. */
export const OMANI_FAMILIES = names(`
  Balushi/Baluchi/Bulushi=البلوشي; Harthy/Harthi=الحارثي; Lawati/Lawatia=اللواتي; Zadjali/Zidjali=الزدجالي
  Busaidi/Busaidy=البوسعيدي; Rawahi/Rawahy=الرواحي; Hinai/Hinaai=الهنائي; Kindi/Kindy=الكندي; Siyabi/Siabi=السيابي
  Habsi/Habsy=الحبسي; Riyami/Riami=الريامي; Maamari/Mamari/Maamary=المعمري; Abri/Abry=العبري; Amri/Aamri=العامري
  Rashdi/Rashidi=الراشدي; Saadi/Sadi=السعدي; Wahaibi/Wahaybi=الوهيبي; Jabri/Jabry=الجابري; Hashmi/Hashimi=الهاشمي
  Mahrouqi/Mahrooqi/Mahruqi=المحروقي; Maskari/Maskery/Miskry=المسكري; Farsi/Farsy=الفارسي; Raisi/Raeesi=الرئيسي
  Nabhani=النبهاني; Saidi/Saeedi=السعيدي; Kharusi/Kharousi/Kharoosi=الخروصي; Hosni/Housni=الحوسني; Ajmi/Ajmy=العجمي
  Alawi/Alawy=العلوي; Barwani=البرواني; Salmi/Salmy=السالمي; Battashi/Battashy=البطاشي; Shukaili/Shukaily=الشكيلي
  Mukhaini/Mukhainy=المخيني; Mahri/Mehri=المهري; Kathiri/Katheeri=الكثيري; Shanfari/Shanfary=الشنفري; Mashani/Maashani=المعشني
  Hadhrami/Hadrami=الحضرمي; Mazrui/Mazrooei/Mazroui=المزروعي; Ghassani/Ghasani=الغساني; Sulaimani/Sulaimany=السليماني
  Sinawi/Sinawy=السناوي; Subhi/Subhy=الصبحي; Touqi/Toqi/Tauqi=الطوقي; Toobi/Tobi=التوبي; Yahyai/Yahyaei=اليحيائي
  Yarubi/Yaarubi=اليعربي; Yahmadi/Yahmady=اليحمدي; Zakwani/Zakwany=الزكواني; Azri/Azry=العزري; Aufi/Oufi=العوفي; Badi=البادي
  Badri=البدري; Bahri/Bahry=البحري; Buraiki/Breiki=البريكي; Dhahli/Dhuhli=الذهلي; Darmaki/Darmki=الدرمكي; Fahdi/Fahdy=الفهدي
  Farai/Farei=الفارعي; Fazari/Fazary=الفزاري; Ghailani/Gheilani=الغيلاني; Ghafri/Ghafry=الغافري; Gharibi=الغريبي
  Ghaithi/Ghaithy=الغيثي; Hajri/Hajry=الحجري; Hakmani/Hikmani=الحكماني; Hamdani=الحمداني; Harrasi/Harrasy=الحراصي
  Hasani=الحسني; Hatmi/Hatmy=الحاتمي; Ismaili/Ismaily=الإسماعيلي; Jahwari/Jahwary=الجهوري; Jahdhami/Jahdhamy=الجهضمي
  Jamali=الجمالي; Jardani=الجرداني; Junaibi/Jnaibi=الجنيبي; Kaabi=الكعبي; Kalbani/Kalbany=الكلباني; Khaldi/Khalidi=الخالدي
  Khalili/Khalily=الخليلي; Khanjari/Khanjary=الخنجري; Khayari/Khiyari=الخياري; Khusaibi/Khusaiby=الخصيبي; Kiyumi/Kiyoomi=الكيومي
  Lamki/Lamky=اللمكي; Mawali/Maawali=المعولي; Malki/Maliki=المالكي; Mandhari/Manthari/Mandhry=المنذري; Maqbali/Muqbali=المقبالي
  Marzouqi/Marzooqi=المرزوقي; Mughairi/Mughairy=المغيري; Mujaini/Mujainy=المجيني; Muqaimi/Maqimi=المقيمي
  Musharfi/Musharrafi=المشرفي; Naabi/Naaby=الناعبي; Naamani/Numani/Noamani=النعماني; Nadabi/Nadaby=الندابي; Nasri/Nasiri=الناصري
  Nuaimi/Noaimi=النعيمي; Qalhati/Qalhaty=القلهاتي; Qasmi/Qasimi=القاسمي; Quraini/Qurainy=القريني; Rahbi/Rahby=الرحبي
  Rubaiai/Rubaei=الربيعي; Ruzaiqi/Ruzeiqi=الرزيقي; Sabahi/Sabahy=الصباحي; Sabti=السبتي; Saifi/Seifi=السيفي; Sawafi/Sawafy=الصوافي
  Shabibi/Shabiby=الشبيبي; Shaqsi/Shaqsy=الشقصي; Shamsi=الشامسي; Sharji/Sharjy=الشرجي; Shaibani/Shaibany=الشيباني; Shehhi/Shihi=الشحي
  Shidhani/Shithani=الشيذاني; Shuaibi/Shueibi=الشعيبي; Shuaili/Shuaily=الشعيلي; Sarmi/Sarmy=الصارمي; Qutaiti/Qataiti=القطيطي
  Wardi=الوردي; Wadhahi/Wadhahy=الوضاحي; Yazidi/Yazeedi=اليزيدي; Zaabi/Zaaby=الزعابي; Zaidi/Zeidi=الزيدي; Adawi/Adawy=العدوي
  Araimi/Oraimi/Araimy=العريمي; Bimani/Bimany=البيماني; Ansari/Ansary=الأنصاري; Khatri/Khatry=الخاطري; Hooti/Hoti=الهوتي
  Hamadi/Hammadi=الحمادي; Mufarji/Mufarraji=المفرجي; Nofli/Noufali=النوفلي; Saqri/Saqry=الصقري; Sharqi/Sharqy=الشرقي
`)

/** Omani families that take no article, or whose article is part of the name; the same for men and women. */
export const OMANI_FAMILIES_AS_WRITTEN = names(`
  Al Said/Al-Said=آل سعيد; Al Rawas/Al-Rawas=الرواس; Ba Omar/Baomar=باعمر; Ba Abood/Baabood=باعبود; Darwish/Darweesh=درويش
  Bait Fadhil/Bait Fadil=بيت فاضل; Al Haddad=الحداد; Ba Hajjaj/Bahajjaj=باحجاج; Al Najjar=النجار; Murad=مراد
`)

export const EGYPTIAN_MEN = names(`
  Mohamed/Mohammed=محمد; Ahmed=أحمد; Mahmoud=محمود; Mostafa/Moustafa=مصطفى; Khaled=خالد; Hossam/Hosam=حسام; Tamer=تامر
  Sherif/Cherif=شريف; Amr=عمرو; Karim/Kareem=كريم; Hany/Hani=هاني; Ashraf=أشرف; Ehab/Ihab=إيهاب; Sameh=سامح; Medhat=مدحت
  Ramy/Rami=رامي; Magdy=مجدي; Alaa=علاء; Islam/Eslam=إسلام; Essam/Esam=عصام; Osama/Ossama=أسامة; Yasser/Yaser=ياسر; Tarek=طارق
  Abdelrahman/Abdel Rahman=عبدالرحمن; Wael=وائل; Hesham=هشام; Ayman=أيمن; Youssef/Yousef=يوسف; Gamal=جمال; Hatem=حاتم; Emad=عماد
  Ramadan=رمضان; Reda=رضا; Shady=شادي; Walid=وليد; Hazem=حازم; Ibrahim=إبراهيم; Sayed=سيد
`)

export const EGYPTIAN_FAMILIES = names(`
  El-Sayed/Elsayed/El Sayed=السيد; Hassan=حسن; Ibrahim=إبراهيم; Abdelaziz/Abdel Aziz=عبدالعزيز; Mansour=منصور; El-Masry/Elmasry=المصري
  Fawzy=فوزي; Shahin/Shaheen=شاهين; Gaber=جابر; Ramadan=رمضان; Farag=فرج; Salama=سلامة; Zaki=زكي; Naguib=نجيب; Soliman=سليمان
  Badawy=بدوي; El-Shazly/Elshazly=الشاذلي; Ghoneim=غنيم; Hegazy=حجازي; Abdallah=عبدالله; Othman=عثمان; Kamel=كامل; Shaaban=شعبان
  El-Naggar/Elnaggar=النجار; El-Sharkawy/Elsharkawy=الشرقاوي; Khalil=خليل; Attia=عطية; Metwally=متولي; Nassar=نصار; Fathy=فتحي
`)

export const LEVANTINE_MEN = names(`
  Omar=عمر; Mohammad/Mohamad=محمد; Ahmad=أحمد; Rami=رامي; Firas=فراس; Khaled=خالد; Laith/Layth=ليث; Zaid=زيد; Anas=أنس
  Basel/Bassel=باسل; Fadi=فادي; Bashar=بشار; Nidal=نضال; Wissam/Wisam=وسام; Tareq=طارق; Suhaib/Sohaib=صهيب; Elias=إلياس
  Hadi=هادي; Samer=سامر; Maher=ماهر; Ghaith=غيث; Hazem=حازم; Jawad=جواد; Mutaz/Motaz=معتز; Odai/Oday=عدي
  Qusai/Qusay=قصي; Raed=رائد; Saif=سيف; Yazan=يزن; Ibrahim=إبراهيم; Nabil=نبيل; Ayham=أيهم; Murad=مراد
`)

export const LEVANTINE_FAMILIES = names(`
  Haddad=حداد; Al-Khatib/Khatib=الخطيب; Awad=عوض; Khoury/Khouri=خوري; Abu Zaid/Abuzaid=أبو زيد; Hamdan=حمدان; Saleh=صالح
  Najjar=نجار; Shami/Al-Shami=الشامي; Halabi/Al-Halabi=الحلبي; Al-Zoubi/Zoubi=الزعبي; Obeidat=عبيدات; Barakat=بركات; Darwish=درويش
  Issa=عيسى; Khalaf=خلف; Mansour=منصور; Odeh/Oudeh=عودة; Al-Qudah=القضاة; Rawashdeh/Al-Rawashdeh=الرواشدة; Saadeh=سعادة
  Tamimi/Al-Tamimi=التميمي; Taha=طه; Ayoub=أيوب; Karam=كرم; Sabbagh=صباغ; Asaad=أسعد; Nasser=ناصر; Abu Hamdan=أبو حمدان
  Masri/Al-Masri=المصري; Qasem=قاسم; Shaheen=شاهين; Hijazi=حجازي; Zayed=زايد
`)

export const SUDANESE_MEN = names(`
  Osman/Othman=عثمان; Mohamed=محمد; Ahmed=أحمد; Babiker=بابكر; Idris=إدريس; Abdelrahim=عبدالرحيم; Siddig=الصديق; Hashim=هاشم
  Amin=أمين; Gaafar=جعفر; Khalid=خالد; Mutasim/Moatasim=معتصم; Awad=عوض; Elfatih=الفاتح; Nasreldin=نصرالدين; Salaheldin=صلاح الدين
  Tigani=التجاني; Adam=آدم; Haroun=هارون; Eltayeb/El Tayeb=الطيب; Mubarak=مبارك; Abubakr/Abu Bakr=أبوبكر; Yasir=ياسر; Muzamil=مزمل
  Abdelmoneim=عبدالمنعم; Hamid=حامد; Badreldin=بدرالدين; Tarig=طارق
`)

export const SUDANESE_FAMILIES = names(`
  Elhassan/El Hassan=الحسن; Abdalla=عبدالله; Osman=عثمان; Elamin/El Amin=الأمين; Elnour=النور; Bashir=بشير; Ali=علي; Ibrahim=إبراهيم
  Musa=موسى; Mahjoub=محجوب; Mirghani=ميرغني; Suliman=سليمان; Eltom=التوم; Abbas=عباس; Fadlalla=فضل الله; Khairi=خيري; Widaa=وداعة
  Elsheikh=الشيخ; Yagoub=يعقوب; Hamad=حمد; Gasim=قاسم; Idris=إدريس; Salih=صالح; Mustafa=مصطفى
`)

/** Iraqis, Yemenis, Tunisians, Moroccans. */
export const OTHER_ARAB_FAMILIES = names(`
  Al-Obaidi=العبيدي; Al-Jubouri/Al-Jabouri=الجبوري; Al-Dulaimi=الدليمي; Al-Qadhi/Al-Qadi=القاضي; Bawazir=باوزير; Al-Hakimi=الحكيمي
  Trabelsi=الطرابلسي; Ben Ali=بن علي; Bouzid=بوزيد; Alaoui=العلوي; Benani/Bennani=بناني; Mansouri=المنصوري; Al-Sanaani=الصنعاني
  Idrissi=الإدريسي; Chaouch=شاوش; Ben Salah=بن صالح; Al-Ani=العاني; Al-Samarrai=السامرائي; Ba Saleh=باصالح; Al-Amoudi=العمودي
`)

/** Women of the Arab countries outside Oman. */
export const ARAB_WOMEN = names(`
  Mona=منى; Sara/Sarah=سارة; Heba/Hiba=هبة; Rania=رانيا; Dina=دينا; Mariam/Maryam=مريم; Yasmine/Yasmin=ياسمين; Rana=رنا; Noha/Nuha=نهى
  Sherine/Shereen=شيرين; Ghada=غادة; Aya=آية; Nourhan=نورهان; Marwa=مروة; Dalia/Dalya=داليا; Lina/Leena=لينا; Lama=لمى
  Rula/Roula=رولا; Hala=هالة; Diana=ديانا; Farah=فرح; Dana=دانا; Suha/Soha=سهى; Samar=سمر; Manar=منار; Sahar=سحر; Amani=أماني
  Tasneem/Tasnim=تسنيم; Salwa=سلوى; Nahla=نهلة; Maysoon/Maysoun=ميسون; Ikhlas=إخلاص; Randa=رندا; Nisreen/Nesrine=نسرين; Hanan=حنان
  Reham/Riham=ريهام; Fadia=فادية; Joumana/Jumana=جمانة; Nermin=نرمين; Sawsan=سوسن
`)
