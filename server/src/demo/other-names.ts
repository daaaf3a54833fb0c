import { names } from './names.ts'

export const FILIPINO = {
  men: names(`
    Jose=خوسيه; Mark=مارك; Juan=خوان; John Paul=جون بول; Michael=مايكل; Jerome=جيروم; Rodel=روديل; Ramon=رامون; Ronaldo=رونالدو
    Reynaldo=رينالدو; Arnel=أرنيل; Christian=كريستيان; Danilo=دانيلو; Edwin=إدوين; Ernesto=إرنستو; Ferdinand=فرديناند; Jayson=جيسون
    Joel=جويل; Jonathan=جوناثان; Marvin=مارفن; Noel=نويل; Rommel=روميل; Romeo=روميو; Ryan=رايان; Wilfredo=ويلفريدو; Alvin=ألفين
  `),
  women: names(`
    Maria=ماريا; Mary Grace=ماري غريس; Jennifer=جينيفر; Maricel=ماريسيل; Rowena=روينا; Cristina=كريستينا; Marites=ماريتس
    Jocelyn=جوسلين; Lorna=لورنا; Analyn=أنالين; Rosalie=روزالي; Jenny Rose=جيني روز; Cherry=شيري; Angelica=أنجيليكا; Evelyn=إيفلين
    Gina=جينا; Girlie=غيرلي; Imelda=إيميلدا; Janice=جانيس; Joy=جوي; Liza=ليزا; Lovely=لوفلي; Melanie=ميلاني; Nenita=نينيتا
    Rhea=ريا; Rosemarie=روزماري; Sheila=شيلا; Teresita=تيريسيتا; Vilma=فيلما; Princess=برينسيس
  `),
  families: names(`
    Santos=سانتوس; Reyes=رييس; Cruz=كروز; Dela Cruz/De la Cruz=ديلا كروز; Garcia=غارسيا; Bautista=باوتيستا; Ramos=راموس; Mendoza=ميندوزا
    Gonzales=غونزاليس; Flores=فلوريس; Villanueva=فيلانويفا; Aquino=أكينو; Castillo=كاستيو; Fernandez=فرنانديز; Torres=توريس
    Rivera=ريفيرا; Domingo=دومينغو; Mercado=ميركادو; Navarro=نافارو; Pascual=باسكوال; Salazar=سالازار; Santiago=سانتياغو
    Soriano=سوريانو; Valdez=فالديز; Aguilar=أغيلار; Alvarez=ألفاريز; Bernardo=برناردو; Cabrera=كابريرا; Concepcion=كونسيبسيون
    Corpuz=كوربوز; De Guzman=دي غوزمان; De Leon=دي ليون; Delos Santos=ديلوس سانتوس; Diaz=دياز; Dizon=ديزون; Enriquez=إنريكيز
    Espiritu=إسبيريتو; Ferrer=فيرير; Gutierrez=غوتيريز; Hernandez=هيرنانديز; Ignacio=إغناسيو; Lopez=لوبيز; Magsino=ماغسينو
    Manalo=مانالو; Marquez=ماركيز; Ocampo=أوكامبو; Padilla=باديلا; Peña=بينيا; Pangilinan=بانغيلينان; Tolentino=تولينتينو
  `),
}

export const BRITISH = {
  men: names(`
    David=ديفيد; James=جيمس; John=جون; Andrew=أندرو; Paul=بول; Mark=مارك; Robert=روبرت; Richard=ريتشارد; Simon=سايمون; Stephen/Steven=ستيفن
    Michael=مايكل; Peter=بيتر; Christopher=كريستوفر; Daniel=دانيال; Thomas=توماس; William=ويليام; Matthew=ماثيو; Jonathan=جوناثان
    Graham=غراهام; Neil=نيل; Ian=إيان; Alan=آلان; Colin=كولين; Gareth=غاريث; Stuart=ستيوارت; Edward=إدوارد; Oliver=أوليفر; Jack=جاك
    Harry=هاري; Callum=كالوم
  `),
  women: names(`
    Sarah=سارة; Emma=إيما; Claire/Clare=كلير; Helen=هيلين; Catherine/Katherine=كاثرين; Victoria=فيكتوريا; Rachel=رايتشل; Laura=لورا
    Joanne=جوان; Karen=كارين; Alison=أليسون; Fiona=فيونا; Elizabeth=إليزابيث; Jane=جين; Lucy=لوسي; Charlotte=شارلوت; Amy=إيمي
    Hannah=هانا; Nicola=نيكولا; Rebecca=ريبيكا; Alice=أليس; Heather=هيذر; Gemma=جيما; Margaret=مارغريت; Olivia=أوليفيا
  `),
  families: names(`
    Smith=سميث; Jones=جونز; Taylor=تايلور; Brown=براون; Williams=ويليامز; Wilson=ويلسون; Davies=ديفيز; Evans=إيفانز; Thomas=توماس
    Johnson=جونسون; Roberts=روبرتس; Walker=ووكر; Wright=رايت; Robinson=روبنسون; Thompson=تومسون; White=وايت; Hughes=هيوز; Edwards=إدواردز
    Green=غرين; Hall=هول; Wood=وود; Harris=هاريس; Clarke/Clark=كلارك; Lewis=لويس; Turner=تيرنر; Cooper=كوبر; Hill=هيل; Ward=وارد
    Morris=موريس; Moore=مور; Baker=بيكر; Harrison=هاريسون; Morgan=مورغان; Allen=ألن; Scott=سكوت; Watson=واتسون; Bennett=بينيت
    Campbell=كامبل; Mitchell=ميتشل; Murray=موراي; O'Brien=أوبراين; MacDonald/McDonald=ماكدونالد; Fraser=فريزر; Ellis=إليس; Price=برايس
    Shaw=شو; Bell=بيل; Palmer=بالمر; Pearson=بيرسون; Whitfield=ويتفيلد
  `),
}

export const EUROPEAN = {
  men: names(`
    Markus=ماركوس; Stefan=ستيفان; Pierre=بيير; Luca=لوكا; Jan=يان; Marco=ماركو; Thierry=تييري; Sven=سفين; Andrea=أندريا; Jürgen=يورغن
    Willem=ويليم; Carlos=كارلوس
  `),
  women: names(
    'Anna=آنا; Julia=يوليا; Sophie=صوفي; Giulia=جوليا; Ingrid=إنغريد; Camille=كامي; Katarina=كاتارينا; Petra=بيترا; Inés=إينيس',
  ),
  families: names(`
    Müller=مولر; Schneider=شنايدر; Weber=فيبر; Dubois=دوبوا; Moreau=مورو; Laurent=لوران; Rossi=روسي; Bianchi=بيانكي; Ferrari=فيراري
    De Vries=دي فريس; Jansen=يانسن; Novak=نوفاك; Andersson=أندرسون; Schäfer=شيفر; Fontaine=فونتين
  `),
}

export const EAST_AFRICAN = {
  men: names(
    'Joseph=جوزيف; Peter=بيتر; Samuel=صموئيل; Juma=جمعة; Hamisi=خميسي; Daudi=داودي; Brian=براين; Elijah=إيليا',
  ),
  women: names('Grace=غريس; Faith=فيث; Mercy=ميرسي; Esther=إستر; Neema=نعمة; Zawadi=زوادي; Amina=أمينة; Joyce=جويس'),
  families: names(`
    Otieno=أوتينو; Mwangi=موانغي; Kamau=كاماو; Wanjiru=وانجيرو; Ochieng=أوتشينغ; Mushi=موشي; Kimaro=كيمارو; Njoroge=نجوروغي
    Achieng=أتشينغ; Mutua=موتوا
  `),
}
