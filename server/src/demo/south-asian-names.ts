import { names } from './names.ts'

export const KERALA_HINDU = {
  men: names(`
    Rajesh=راجيش; Suresh=سوريش; Anil=أنيل; Vinod=فينود; Manoj=مانوج; Biju=بيجو; Santhosh/Santosh=سانتوش; Pradeep=براديب
    Sunil=سونيل; Arun=أرون; Rajeev=راجيف; Sreejith/Srijith=سريجيث; Vishnu=فيشنو; Ajith=أجيث; Unnikrishnan=أونيكريشنان; Jayan=جايان
    Mohanan=موهانان; Ratheesh/Rateesh=راثيش; Sajeev/Sajiv=ساجيف; Gopakumar=غوباكومار; Hari=هاري; Dileep/Dilip=ديليب; Girish=غيريش
    Ramesh=راميش; Shaji=شاجي; Vipin=فيبين; Nikhil=نيخيل; Akhil=أخيل; Sarath/Sharath=ساراث; Renjith=رينجيث
  `),
  women: names(`
    Lakshmi=لاكشمي; Sreeja=سريجا; Deepa=ديبا; Bindu=بيندو; Remya/Ramya=ريميا; Asha=آشا; Latha=لاثا; Anjali=أنجالي; Divya=ديفيا
    Parvathy/Parvathi=بارفاثي; Sindhu=سيندو; Smitha=سميثا; Reshma=ريشما; Athira=آثيرا; Sandhya=سانديا; Gayathri=غاياثري; Meera=ميرا
  `),
  families: names(`
    Nair=ناير; Menon=مينون; Pillai=بيلاي; Kumar=كومار; Nambiar=نامبيار; Krishnan=كريشنان; Kurup=كوروب; Panicker/Panikkar=بانيكر; Das=داس
    Babu=بابو; Mohan=موهان; Chandran=تشاندران; Warrier/Variyar=فارير; Raj=راج; Sukumaran=سوكوماران; Balakrishnan=بالاكريشنان
    Gopinathan=غوبيناثان; Raghavan=راغافان; Bhaskaran=باسكاران; Narayanan=نارايانان; Sasidharan=ساسيداران; Namboothiri=نامبوثيري
  `),
}

export const KERALA_CHRISTIAN = {
  men: names(`
    Thomas=توماس; George=جورج; Joseph=جوزيف; Jacob=جاكوب; Mathew/Matthew=ماثيو; Varghese=فارغيز; Shibu=شيبو; Jijo=جيجو; Binu=بينو
    Roy=روي; Saji=ساجي; Shaju=شاجو; Tomy=تومي; Jobin=جوبين; Jibin=جيبين; Anish/Aneesh=أنيش; Philip=فيليب; Reji=ريجي; Abraham=أبراهام
  `),
  women: names(`
    Mary=ماري; Sheeba=شيبا; Jessy/Jessie=جيسي; Liji=ليجي; Mini=ميني; Bincy=بينسي; Ancy=أنسي; Shiny=شايني; Rosamma=روزاما; Sherly=شيرلي
    Jincy=جينسي; Annamma=أناما; Susan=سوزان; Leena=لينا
  `),
  families: names(`
    Thomas=توماس; Varghese=فارغيز; Mathew=ماثيو; Joseph=جوزيف; Kurian=كوريان; Chacko=تشاكو; Philip=فيليب; Abraham=أبراهام; George=جورج
    Cherian=تشيريان; Kuruvilla=كوروفيلا; Eapen=إيبن; Jacob=جاكوب; John=جون; Paul=بول; Antony=أنتوني; Samuel=صموئيل; Daniel=دانيال
    Oommen=أومن; Zachariah=زكريا
  `),
}

export const KERALA_MUSLIM = {
  men: names(`
    Muhammed/Mohamed/Muhammad=محمد; Ashraf=أشرف; Noushad/Naushad=نوشاد; Shihab=شهاب; Abdul Rasheed=عبدالرشيد; Shameer=شمير; Jabir=جابر
    Siddique/Siddeeq=صديق; Basheer=بشير; Faisal=فيصل; Haneefa=حنيفة; Hamza=حمزة; Ismail=إسماعيل; Kabeer=كبير; Abdul Latheef=عبداللطيف
    Majeed=مجيد; Mujeeb=مجيب; Nasar=نصار; Nishad=نيشاد; Rafeeq/Rafeek=رفيق; Riyas/Riyaz=رياض; Sajid=ساجد; Shafi=شافي
    Shanavas=شاهنواز; Ummer=عمر; Usman=عثمان; Yoosuf=يوسف; Anas=أنس; Ansar=أنصار; Niyas=نياس
  `),
  women: names(`
    Fathima/Fatima=فاطمة; Ayisha/Aysha=عائشة; Safiya=صفية; Ramla=رملة; Shameena=شمينة; Sajitha=ساجدة; Naseema=نسيمة; Raihana=ريحانة
    Jaseela=جسيلة; Shahina=شاهينة; Mumtaz=ممتاز; Haseena=حسينة
  `),
  families: names(`
    Kutty=كوتي; Koya=كويا; Haji=حاجي; Ali=علي; Ahmed=أحمد; Rahman=رحمن; Thangal=ثانغال; Moosa=موسى; Hassan=حسن; Abdulla=عبدالله
    Puthiyapurayil=بوثيابورايل; Valappil=فالابيل; Parambil=بارامبيل; Kunju=كونجو; Musliyar=مسليار; Kallingal=كالينغال; Veettil=فيتيل
    Thodi=ثودي; Pallikkal=باليكال; Chalil=تشاليل
  `),
}

export const GUJARATI = {
  men: names(`
    Bharat=بهارات; Hitesh=هيتيش; Jignesh=جيغنيش; Mukesh=موكيش; Kalpesh=كالبيش; Ketan=كيتان; Mehul=ميهول; Nilesh=نيليش; Paresh=باريش
    Pankaj=بانكاج; Dhaval=دافال; Chirag=تشيراغ; Hardik=هارديك; Jayesh=جايش; Kirit=كيريت; Vipul=فيبول; Bhavesh=بهافيش; Dinesh=دينيش
    Harish=هاريش; Jitendra=جيتيندرا; Manish=مانيش; Viral=فيرال
  `),
  women: names(`
    Hetal=هيتال; Jigna=جيغنا; Kinjal=كينجال; Bhavna/Bhavana=بهافنا; Daksha=داكشا; Falguni=فالغوني; Heena=هينا; Payal=بايال; Rupal=روبال
    Sonal=سونال; Urvashi=أورفاشي; Varsha=فارشا
  `),
  families: names(`
    Patel=باتيل; Shah=شاه; Mehta=ميهتا; Desai=ديساي; Joshi=جوشي; Thakkar/Thakker=تاكر; Trivedi=تريفيدي; Parmar=بارمار; Solanki=سولانكي
    Vora=فورا; Bhatt=بهات; Dave=دافي; Panchal=بانشال; Rathod=راثود; Chauhan=تشوهان; Parekh/Parikh=باريخ; Doshi=دوشي; Kapadia=كاباديا
    Vaghela=فاغيلا; Makwana=ماكوانا; Ashar=آشار; Soni=سوني
  `),
}

export const NORTH_INDIAN = {
  men: names(`
    Amit=أميت; Rahul=راهول; Sanjay=سانجاي; Vijay=فيجاي; Ravi=رافي; Deepak=ديباك; Ashok=أشوك; Sandeep=سانديب; Vikas=فيكاس; Rohit=روهيت
    Ajay=أجاي; Anand=أناند; Arjun=أرجون; Gaurav=غوراف; Karan=كاران; Lalit=لاليت; Mohit=موهيت; Naveen=نافين; Neeraj=نيراج; Pawan=باوان
    Rajendra=راجيندرا; Sachin=ساتشين; Satish=ساتيش; Shyam=شيام; Sumit=سوميت; Umesh=أوميش; Vivek=فيفيك; Yogesh=يوغيش
    Abhishek=أبهيشيك; Ankit=أنكيت
  `),
  women: names(`
    Priya=بريا; Pooja/Puja=بوجا; Neha=نيها; Sunita=سونيتا; Anita=أنيتا; Kavita=كافيتا; Ritu=ريتو; Swati=سواتي; Shweta=شويتا; Nisha=نيشا
    Rekha=ريخا; Sapna=سابنا; Komal=كومال; Preeti=بريتي; Jyoti=جيوتي; Manisha=مانيشا; Aarti=آرتي; Shalini=شاليني
  `),
  families: names(`
    Sharma=شارما; Kumar=كومار; Singh=سينغ; Gupta=غوبتا; Verma=فيرما; Yadav=ياداف; Mishra=ميشرا; Pandey=باندي; Tiwari=تيواري
    Agarwal/Aggarwal=أغاروال; Jain=جاين; Saxena=ساكسينا; Srivastava=سريفاستافا; Chaudhary=تشودري; Dubey=دوبي; Tripathi=تريباثي
    Bansal=بانسال; Goel/Goyal=غويل; Kapoor=كابور; Malhotra=مالهوترا; Khanna=خانا; Chopra=تشوبرا; Mehra=ميهرا; Arora=أرورا
    Bhatia=بهاتيا; Sinha=سينها; Prasad=براساد; Thakur=تاكور; Rawat=راوات; Negi=نيغي; Bisht=بيشت; Chawla=تشاولا; Ahuja=أهوجا; Sethi=سيثي
  `),
}

export const SIKH = {
  men: names(`
    Gurpreet=غوربريت; Harpreet=هاربريت; Jaswinder=جاسويندر; Balwinder=بالويندر; Sukhdev=سوخديف; Harjit=هارجيت; Kuldeep=كولديب
    Ranjit=رانجيت; Amarjit=أمارجيت; Paramjit=بارامجيت; Manpreet=مانبريت
  `),
  women: names('Simran=سيمران; Jasleen=جاسلين; Navneet=نافنيت; Gurleen=غورلين; Manjeet=مانجيت; Kiran=كيران'),
  families: names('Singh=سينغ; Gill=غيل; Sidhu=سيدو; Dhillon=ديلون; Sandhu=ساندو; Grewal=غريوال'),
  womensFamilies: names('Kaur=كور; Gill=غيل; Dhillon=ديلون'),
}

export const TAMIL = {
  men: names(`
    Senthil=سينثيل; Karthik=كارثيك; Murugan=موروغان; Balaji=بالاجي; Prabhu=برابو; Ganesan=غانيسان; Selvam=سيلفام; Kumaran=كوماران
    Saravanan=سارافانان; Mani=ماني; Vignesh=فيغنيش; Dinakaran=ديناكاران
  `),
  women: names('Kavitha=كافيثا; Revathi=ريفاثي; Selvi=سيلفي; Malathi=مالاثي; Vasanthi=فاسانثي; Sujatha=سوجاثا'),
  families: names(`
    Subramanian=سوبرامانيان; Raman=رامان; Natarajan=ناتاراجان; Sundaram=سوندارام; Rajan=راجان; Chandrasekar=تشاندراسيكار; Iyer=آير
    Palani=بالاني; Arumugam=أروموغام; Shanmugam=شانموغام; Ramasamy=راماسامي; Velu=فيلو
  `),
}

/** Telugu and Kannada. */
export const DECCAN = {
  men: names(`
    Venkatesh=فينكاتيش; Srinivas=سرينيفاس; Mahesh=ماهيش; Ramana=رامانا; Raghu=راغو; Praveen=برافين; Nagaraj=ناغاراج; Kishore=كيشور
    Sudhakar=سوداكار; Chandra=تشاندرا
  `),
  women: names('Lavanya=لافانيا; Saritha=ساريثا; Padma=بادما; Swapna=سوابنا; Vani=فاني; Shobha=شوبا'),
  families: names(`
    Reddy=ريدي; Rao=راو; Naidu=نايدو; Murthy=مورثي; Shetty=شيتي; Gowda=غودا; Swamy=سوامي; Kamath=كاماث; Hegde=هيغدي; Bhat=بهات
    Prasad=براساد; Goud=غود
  `),
}

export const GOAN = {
  men: names(`
    Anthony=أنتوني; Francis=فرانسيس; Savio=سافيو; Melvin=ميلفين; Clifford=كليفورد; Royston=رويستون; Agnelo=أنيلو; Joaquim=جواكيم
  `),
  women: names('Maria=ماريا; Sandra=ساندرا; Lydia=ليديا; Fatima=فاطمة; Cynthia=سينثيا; Precilla=بريسيلا'),
  families: names(`
    D'Souza/Dsouza=دي سوزا; Fernandes=فرنانديز; Pereira=بيريرا; Rodrigues=رودريغيز; Lobo=لوبو; Pinto=بينتو; Mascarenhas=ماسكاريناس
    Menezes=مينيزيس; Noronha=نورونا; Dias=دياس
  `),
}

export const PAKISTANI = {
  men: names(`
    Muhammad/Mohammad=محمد; Imran=عمران; Bilal=بلال; Usman/Osman=عثمان; Asif=آصف; Kashif=كاشف; Naveed/Navid=نويد; Shahid=شاهد; Tahir=طاهر
    Waqas=وقاص; Zeeshan=ذيشان; Adnan=عدنان; Arshad=أرشد; Aamir/Amir=عامر; Farhan=فرحان; Ghulam=غلام; Hamza=حمزة; Irfan=عرفان
    Junaid=جنيد; Kamran=كامران; Nadeem/Nadim=نديم; Nasir=ناصر; Rizwan=رضوان; Sajid=ساجد; Saqib=ثاقب; Shahzad=شهزاد; Sohail=سهيل
    Tanveer=تنوير; Umair=عمير; Waseem/Wasim=وسيم; Yasir=ياسر; Zahid=زاهد; Zubair=زبير; Faizan=فيضان; Iftikhar=افتخار; Javed=جاويد
    Liaqat=لياقت; Mudassar=مدثر; Gul=غل; Sher=شير
  `),
  women: names(`
    Ayesha=عائشة; Saima=صائمة; Nadia=نادية; Sana=ثناء; Sadia=سعدية; Rabia=رابعة; Shazia=شازية; Hina=حنا; Bushra=بشرى; Farzana=فرزانة
    Iqra=اقرأ; Mehwish=مهوش; Nazia=نازية; Rukhsana=رخسانة; Samina=ثمينة; Uzma=عظمى; Zara=زارا; Kiran=كرن
  `),
  families: names(`
    Khan=خان; Ahmed=أحمد; Hussain=حسين; Malik=مالك; Butt=بت; Iqbal=إقبال; Shah=شاه; Chaudhry/Chaudhary=تشودري; Qureshi=قريشي
    Sheikh/Shaikh=شيخ; Mirza=ميرزا; Baig=بيغ; Raja=راجا; Rana=رانا; Mahmood=محمود; Akhtar=أختر; Anwar=أنور; Aslam=أسلم; Bhatti=بهاتي
    Cheema=شيما; Dar=دار; Gondal=غوندل; Abbasi=عباسي; Afridi=أفريدي; Yousafzai=يوسفزاي; Khattak=ختك; Bangash=بنغش
    Siddiqui=صديقي; Ansari=أنصاري; Hashmi=هاشمي; Rehman=رحمن; Nawaz=نواز; Tariq=طارق; Awan=أعوان; Mughal=مغل; Warraich=وراييتش
    Kiani=كياني; Bukhari=بخاري; Zaidi=زيدي; Baloch=بلوش
  `),
}

export const BANGLADESHI = {
  men: names(`
    Rafiqul=رفيق; Shafiqul=شفيق; Nurul=نور; Kamal=كمال; Jahangir=جهانغير; Alamgir=عالمغير; Abul Kalam=أبو الكلام; Abdur Rahim=عبدالرحيم
    Jasim=جسيم; Monir=منير; Selim=سليم; Shahin=شاهين; Sumon=سومون; Rubel=روبيل; Sohel=سهيل; Ripon=ريبون; Babul=بابول; Liton=ليتون
    Mizanur=ميزان; Anisur=أنيس; Mostafizur=مستفيض; Habibur=حبيب; Delwar=دلوار; Faruk=فاروق; Helal=هلال; Kabir=كبير; Masud=مسعود
    Mamun=مأمون; Nazrul=نذر; Rashed=راشد
  `),
  women: names(`
    Nasrin=نسرين; Shirin=شيرين; Rokeya=رقية; Salma=سلمى; Parvin=بروين; Taslima=تسليمة; Ruma=روما; Shilpi=شيلبي; Moushumi=موسمي
    Jesmin=ياسمين
  `),
  families: names(`
    Islam=إسلام; Hossain/Hossen=حسين; Rahman=رحمن; Miah/Mia=ميا; Uddin=الدين; Ahmed=أحمد; Khan=خان; Chowdhury=شودري; Alam=عالم
    Haque/Hoque=حق; Sarkar=سركار; Sikder=سكدار; Talukder=تالوكدار; Mollah=ملا; Howlader=هولادار; Bhuiyan=بهويان; Mondal=موندل
    Kazi=قاضي; Majumder=مجمدار; Patwary=باتواري; Pramanik=برامانيك
  `),
  womensFamilies: names(`
    Begum=بيغم; Akter/Akther=أختر; Khatun=خاتون; Sultana=سلطانة; Islam=إسلام; Chowdhury=شودري; Rahman=رحمن
  `),
}

export const SRI_LANKAN = {
  men: names(
    'Nimal=نيمال; Sunil=سونيل; Chaminda=تشاميندا; Kasun=كاسون; Ruwan=روان; Nuwan=نوان; Lasith=لاسيث; Saman=سامان',
  ),
  women: names('Kumari=كوماري; Nilmini=نيلميني; Chandrika=تشاندريكا; Dilini=ديليني; Sanduni=ساندوني; Malani=مالاني'),
  families: names(`
    Perera=بيريرا; Fernando=فرناندو; Silva=سيلفا; Jayawardena=جاياواردينا; Bandara=باندارا; Wickramasinghe=ويكراماسينغ; Gunasekara=غوناسيكارا
    Dissanayake=ديساناياكي; Rathnayake=راثناياكي; Kumara=كومارا
  `),
}
