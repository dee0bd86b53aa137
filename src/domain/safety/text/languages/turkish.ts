import type { Lexicon } from '../lexicon.ts';

export const TURKISH: Lexicon = {
  name: 'turkish',
  objects: 'before',
  smallWords:
    've bir ile için gibi da de bu şu o onu ona onun kendi kendini çok sonra doğru üzerine altında içinde yavaşça her ama ki mi olarak kadar',
  concepts: {
    idiom:
      'soyunma oda*|soyunma kabin*|azgin dalga*|azgin deniz*|azgin su*|azgin ruzgar*|azgin nehir*|elini sik*|elleri sik*|dislerini sik*|yumrugunu sik*|limon sik*|su sik*|kremasini sik*|ciplak ayak*|yalin ayak|ciplak goz*|ciplak agac*|ciplak dal*|ciplak duvar*|ciplak gercek|ciplak el*|ciplak kaya*|ciplak omuz*|zaman oldur*|vakit oldur*|gulmekten ol*|gulmekten oldu*|utanctan ol*|acliktan ol*|sikintidan patla*|meraktan ol*|yorgunluktan ol*|kahkaha patla*|olu yaprak*|olu sessizlik|olesiye|' +
      'ekmek kes*|ekmegi kes*|sebze kes*|sebze dogra*|pasta kes*|pastayi kes*|kurdele kes*|kurdeleyi kes*|sac kes*|sacini kes*|kagit kes*|elma kes*|davul cal*|davula vur*|topa vur*|kapiya vur*|masaya vur*|el cirp*|kanat cirp*|kalbi carp*|kalp at*|kalbi at*|yumurta cirp*|ok at*|ok firlat*|hedefe ok*|basket at*|gol at*|fotograf cek*|fotografini cek*|foto cek*|selfie cek*|perdeyi cek*|derin nefes cek*|ic cek*|icini cek*|fermuarini cek*|sandalye cek*|kan hucum*|kani kayn*|kan portakali|kan ter icinde|yuzune kan*|su tabancasi*|oyuncak tabanca*|silikon tabancasi|banyo bombasi|bomba gibi|cocuk oyuncagi|cocuk oyunu|cocuk resmi|cocuk gibi|' +
      'gogsu inip kalk*|gogus kafesi|gogsunu kabart*|gogsu kabar*|gogus gecir*|gogus cebi|nefes alip|kollarini ac*|kucak ac*|kapiyi ac*|gozlerini ac*|agzini ac*|pencereyi ac*|kitabi ac*|hediyeyi ac*|semsiye*|elini ac*|ellerini ac*|basini egi*|basini indir*|gozlerini indir*|sesini indir*|elini indir*|bayrak indir*|dondurma yal*|dondurmasini yal*|patisini yal*|seker em*|lolipop em*|cimen*|ot kokla*|bacak bacak ustune|yanagindan op*|yanagini op*|alnindan op*|elini op*|opucuk gonder*|opucuk at*|opucuk ufle*|kar topu*|kartopu*|siki*n*',
    remove:
      'cikarir|cikariyor|cikarip|cikarmak|cikardi|cikarirken|cikararak|cikarsin|cikaran|cikart*|soyar|soyuyor|cozer|cozuyor|cozup|cozerek|acar|aciyor|acip|acarak|indirir|indiriyor|indirip|indirerek|siyirir|siyiriyor|siyirip|siyirarak|kaydirir|kaydiriyor|kaydirip|dusurur|dusuruyor|yirtar|yirtiyor|yirtip|atar uzerinden|ustunden atar|uzerinden atar|birakir yere|kurtulur|siyrilir|gevsetir|gevsetiyor|parcalar|ustunden cikar*|koparir|cekip cikar*|asagi cek*|yukari cek*',
    garment:
      'elbise*|kiyafet*|giysi*|kilik*|camasir*|ic camasir*|iccamasir*|gomlek|gomlegi*|gomleg*|bluz*|tisort*|atlet*|ustu|ustunu|ustundeki*|etek|etegi*|eteg*|mini etek|pantolon*|kot pantolon*|~sort|sortu*|kulot*|~don|donu|donunu|tanga*|sutyen*|bikini*|mayo*|korse*|gecelik*|pijama*|bornoz*|havlu|havlusu*|carsaf*|kimono*|corap* fileli|kemer*|askisi*|askilari*|uniforma*|jartiyer*|body|tulum*|tunik*|fermuar* pantolon*|gomle* dugme*|bluz* dugme*|elbise* dugme*|pantolon* dugme*',
    outerwear:
      'palto*|ceket*|mont|montu*|kaban*|yelek|yelegi*|sapka*|bere*|kasket*|kask|kaski*|gozluk*|gozlug*|eldiven*|ayakkabi*|bot|botlari*|botunu|cizme*|sandalet*|corap*|topuklu*|atki*|sal|sali*|fular*|esarp*|maske*|pelerin*|kazak|kazagi*|hirka*|kapuson*|kravat*|papyon*|yuzuk*|yuzug*|kolye*|bilezik*|bilezig*|saat|saati*|kupe*|tac|taci*|peruk*|perug*|kulaklik*|kulaklig*|canta*|onluk*|onlug*|zirh*|kilic*|duvak*|duvag*|kurdele*|toka*|tokasi*|sac bagi*|kol|kollarini|kolunu|kapi*|pencere*|kitap*|kitab*|sise*|kutu*|hediye*|paket*|mektup*|mektub*|goz|gozlerini|agzini|el|elini|ellerini|perde*|bas|basini|bakis*|ses|sesini|isik|isigi*|semsiye*|sac|saci*|saclari*|orgu*|bagcik*|bagcig*|yaka*|toz*|gozyasi*|zarf*|kapak|kapagi*|panco*|bardak|bardagi*|top|topu*|kanat*|kalkan*|telefon*|dil|dilini|kalem*|trençkot*|not|notu|kagit|kagidi*|kagid*',
    skirt: 'etek|etegi*|eteg*|elbise*|gomleg*|gomlek|tisort*|bluz*|gecelik*',
    lift: 'kaldirir|kaldiriyor|kaldirip|kaldirarak|kaldirdi|ucurur|ucuruyor|havaland*|yukari cek*|siyir*|havalanir',
    vanish:
      'duser|dusuyor|dusup|duserek|kayar|kayiyor|kayip|kayarak|kaybol*|yok olur|yok oluyor|yok ol*|erir|eriyor|seffaf*|transparan*|saydam*|acilir|aciliyor|yirtilir|yirtiliyor|cozulur|cozuluyor|yere|yerde|omuzlarindan|omzundan|ucar|ucup|buharlas*|gorunmez*|siyrilir|siyriliyor|parcalanir',
    lacking: 'kiyafetsiz|elbisesiz|giysisiz|siz #|olmadan|giymeden|yok|hicbir',
    wear: 'giyer|giyiyor|giymis|giymemis|giymiyor|uzerinde|ustunde|eteginin altinda|elbisesinin altinda|altinda|altina',
    nothing:
      'hicbir sey|hic bir sey|hicbirsey|sadece havlu|sadece bir havlu|sadece ten*|bir sey yok|bir sey giymemis|hicbir sey yok',
    sexual:
      'kiyafetsiz*|elbisesiz*|giysisiz*|ic camasirsiz|sutyensiz|ciplak*|ciril ciplak|cirilciplak|anadan uryan|yari ciplak|ustsuz*|soyun*|soyunur|soyunuyor|soyundu|soyunma #|soyunurken|soyunarak|elbiselerinden kurtul*|kiyafetlerinden kurtul*|ustunu cikar*|uzerini cikar*|nudist*|nu poz*|~nu #|striptiz*|direk dansi|kucak dansi|lap dance|' +
      'seks|seksi|sekse|seksuel*|seksapel*|cinsel*|cinsellik|erotik*|sehvet*|sehvetli|sehvetle|bastan cikar*|ayart*|tahrik*|azgin*|kiskirtici*|cilveli dans|kivirtarak|kivirtma*|kivirir kalca*|mustehcen|edepsiz*|ahlaksiz*|orgazm*|bosal*|sevis*|sevisiyor*|yatakta birlikte|yataga davet*|yatak sahnesi|ask sahnesi|cinsel iliski*|iliskiye gir*|ciftles*|siker|sikmek|~sik #|yarak*|yarrak*|yarag*|~am #|~amini|amcik*|amcig*|~got #|gotunu|~gotu|~gotune|kic #|kicini|popo*|kalca* salla*|kalcasini salla*|kalcalarini salla*|kalca* cevir*|kalcalarini cevir*|kalcasini oyna*|oral seks|sakso*|agzina al*|mastur*|otuz bir|31 cek*|kendini tatmin*|kendine dokun*|kendini oksa*|vucudunu oksa*|porno*|hentai|orospu*|fahise*|kaltak*|surtuk*|escort*|genelev*|grup seks|bdsm|kirbac* yatak*|saplak*|kalcasina saplak*|vibrator*|dildo*|fetis*|twerk*|ahegao|' +
      'gogus ucu*|meme ucu*|~meme|memeler*|memelerini|memesi*|goguslerini|gogusleri|goguslerinin|gogsunu ac*|gogus dekolte|dekolte*|vajina*|klitoris*|penis*|erek*|testis*|tasak*|genital*|mahrem yer*|ozel bolge*|edep yer*|kasik*|anus*|' +
      'her seyini goster*|her yerini goster*|vucudunu goster*|vucudunu sergile*|bedenini sergile*|teshir*|bacaklarinin arasi*|bacak arasi*|eteginin altina bak*|etegin altina|etek altina|elini etegi*|elle*taciz|taciz*|elliyor|mincikla*|yogurur gogus*|bacaklarini oksa*|kalcasini oksa*|boynunu op*|boynunu yal*|vucudunu op*|vucudunu yal*|surtunur|surtunuyor|surtunerek|kucagina oturup kalca*|ustune cikip|uzerine biner|dort ayak uzerinde|domal*|yatakta kivran*|zevkten|zevkle inle*|inleme sesi|inlemeler*|islak tisort*|islak gomlek|ic camasiriyla|ic camasirli|ic camasirlari*|ic camasirinda|kulotla|kulotuyla|sutyenle|sutyeniyle|bikiniyle bastan|sadece havluyla|havluyla kalir|yatak odasi bakisi',
    expose:
      'gosterir|gosteriyor|gostererek|gosterip|goster|sergiler|sergiliyor|sergileyerek|acar|aciga cikar*|ifsa*|yakin cekim|yakinlas*|zoom*|odaklan*|one cikar*',
    zone: 'kalca*|popo*|but|butlari*|bacak arasi|baldir*|gogus|gogsunu|gobeg*|vucudunu|vucudu|bedenini|karnini|kivrimlari*|kasig*|kulotunu|sutyenini|goguslerini',
    fondle:
      'oksar|oksuyor|oksayarak|oksa|dokunur|dokunuyor|sikar|avuclar|avucluyor|eller|mincik*|yalar|yaliyor|oper|opuyor|isirir|yogurur|tokatlar|saplak*|ovar|ovuyor|masaj*|cimdik*',
    jiggle: 'sallar|salliyor|titretir|zipla*|hopla*|calka*|oynatir|oynatiyor|kivirir|kiviriyor',
    legs: 'bacak*|bacag*|dizlerini|butlarini',
    spread: 'acar|aciyor|acip|acarak|ayirir|ayiriyor|ayirarak|aralar|araliyor|araladi|acik',
    exercise: 'yoga*|esne*|spagat*|bale*|jimnastik*|egzersiz*|spor*|balerin*|squat*|tripod*|karate*',
    curtsy: 'reverans*|egilip selam*',
    moan: 'inler|inliyor|inleyerek|inle|inleme*|solur|soluyor|titrer|titriyor|kivranir|kivraniyor|ciglik|haykirir',
    pleasure: 'zevk*|haz|hazla|hazdan|sehvet*|arzu*|tutku*|ihtiras*|keyif*',
    child:
      'cocuk|cocugu*|cocug*|cocuklar*|bebek|bebegi*|bebekler*|kucuk kiz*|kucuk oglan*|kucuk erkek*|kiz cocu*|erkek cocu*|resit olmayan*|resit degil|yasi kucuk*|ergen*|liseli*|ortaokul*|ilkokul*|okul kizi*|ogrenci kiz*|kiz ogrenci*|anaokul*|veled*|velet*|<18 yasinda*|<18 yas|<18 yasindaki|' +
      'dort yas*|bes yas*|alti yas*|yedi yas*|sekiz yas*|dokuz yas*|on yasin*|on yas|on bir yas*|on iki yas*|on uc yas*|on dort yas*|on bes yas*|on alti yas*|on yedi yas*',
    adult: 'adam*|erkek|yetiskin*|kadin*|ogretmen*|yabanci*|uvey baba*|patron*|imam|yasli*|sevgili*',
    romance:
      'oper|opuyor|opup|operek|opmek|opucuk*|opusur|opusuyor|opusme*|sarilir|sariliyor|sarilip|sarilma*|kucaklar|kucaklasir|romantik*|asik*|ask*|flort*|sevgili*|evlenir|oksar|koklasir',
    lips: 'dudagindan|dudaktan|dudaklarindan|agzindan|dilli|tutkuyla|dudak dudaga',
    minors:
      'pedofil*|sübyanci*|subyanci*|loli|lolita|lolicon|shota|cocuk porno*|cocuk istismar*|ciplak cocuk|seksi liseli|seksi kiz cocu*|cocuk gelin',
    harm: 'bicaklar|bicakliyor|saplar|sapliyor|saplayip|batirir|vurur|vuruyor|dover|dovuyor|keser|kesiyor|tekmeler|tekmeliyor|yumruklar|yumrukluyor|tokatlar|bogar|boguyor|yakar|yakiyor|ezer|kirar|kiriyor|kirbaclar|yaralar|yaraliyor|saldirir|saldiriyor|isirir|deser|parcalar|ates eder|ates ediyor|sikar kursun|delik desik|kursun*|diser|oldurur',
    victim:
      'adami|adama|adamin|kadini|kadina|kadinin|birini|birine|insanlari|insanlara|kalabaliga|kalabaligi|nobetciyi|muhafizi|esiri|rehineyi|rehineye|kopegi|kopege|kediyi|kediye|hayvani|hayvana|hayvanlara|dusmani|dusmana|kurbani|askeri|polisi|polise|karisini|karisina|kocasini|kizi|onu|ona|yuzune|yuzunu|koyunu|cocugu',
    vital:
      'bogaz*|boyun*|boynunu|boynuna|karni*|karnina|karnini|kalbine|kalbini|basina|basini|kafasi*|kafasina|kafatasi*|gozunu|gozlerini|parmagini|parmaklarini|bagirsak*|kemik*|sirtina|gogsune|kolunu|bacagini|yuzune|yuzunu',
    play: 'yastik*|kartopu*|kar|oyun*|oyuncak*|top|topu|topa|gol|ok|hedef*|ekmek*|ekmeg*|sebze*|kagit|kagidi|davul*|pasta*|elma*|kitap*|odun*|iskambil|kahkaha|kum torbasi*|masaya|masa|kapiya|kapi|yumurta*|et|eti|peynir*|cicek*|su|suya|bakis*|foto*|fotograf*|saka*|sakayla|sakacik*|kurdele*|meyve*|balon*|sogan*|mum*|mumu|ates yakar|kamp atesi|havaya|havayi',
    violence:
      'oldur*|oldurur|olduruyor|oldurmek|cinayet*|katlet*|katil*|katliam*|bicakla*|bicak sapla*|bicagi sapla*|bogazla*|bogazini kes*|bogazina bicak*|girtlag* kes*|girtlagina*|bogarak|bogar kadin*|kadini bogar|kadini bog*|adami bog*|onu bogar|onu bogu*|bogup oldur*|kafasini kes*|basini kes*|kafa kes*|giyotin*|dogra* insan*|parcala* insan*|uzuv*|bagirsaklari*|deser|desiyor|iskence*|tecavuz*|irzina gec*|linc*|carmiha ger*|idam*|infaz*|kursuna diz*|kurban* etme*insan|kan golu*|kan gole*|kan fiskir*|kan akar|kan aki*|kan akit*|kan dam*|kanlar icinde|kana bula*|kanli*|kanayan*|her yer kan|kan revan|vahset*|ceset*|ic organ*|bagirsak*|kafasina silah*|basina silah*|silah daya*|silahi daya*|silah dogrult*|tabanca daya*|tabancayi daya*|kafasina sik*|kafasina kursun*|kalabaliga ates*|kalabaligi tara*|terorist*|teror|intihar bombacisi|canli bomba|saldiri duzenle*|kacir* kadin*|rehin*|doverek|dover kadin*|karisini dov*|esini dov*|kopegi tekmele*|kopege iskence*|kediye iskence*|hayvana eziyet*|eziyet*|yamyam*|diri diri|canli canli|soykirim*|kaziga otur*|kafa derisi*|beynini dagit*|olene kadar|olumune|horoz dovus*|kopek dovus*',
    blood: 'kan|kani|kanlar|kanlari|beyin|bagirsak*',
    flow: 'fiskir*|akar|akiyor|akarak|akan|damlar|damliyor|sicrar|sicriyor|sizar|siziyor|her yer*|her yana|icer|iciyor|yalar|tukurur|kaplar|kapli|bosalir',
    self: 'kendini|kendisini|kendine|kendi kendini|kendi',
    wrist: 'bileklerini|bilegini|bilekleri|damar*|kollarini|kolunu',
    selfharm:
      'intihar*|kendini oldur*|kendini as*|kendini asar|canina kiy*|hayatina son*|yasamina son*|kendini vur*|kafasina sikar|kendine sik*|kendini bicakla*|kendini kes*|kendine zarar*|kendini yarala*|bileklerini kes*|bilegini kes*|bileklerini dogra*|damarlarini kes*|kolunu jilet*|kollarini jilet*|jilet*|kollarini kes*|kolunu kes*|kendini yak*|kendini atese*|kendini bog*|kopruden atla*|koprden atla*|catidan atla*|binadan atla*|pencereden atla* ol*|ucurumdan atla*|trenin onune at*|trenin altina at*|asiri doz*|avuc dolusu hap*|haplari yut*|hap yut*|ilac* yut*|agzina silah*|silahi agzina*|tabancayi agzina*|namluyu agzina*|sakagina daya*|kendi basina silah*|rus ruleti|anoreksi*|bulimi*|kendini kustur*|parmagini bogazina*|bilerek kus*|zorla kus*|kusmak icin|ac birakir kendini|kendini ac birak*|olmek isti*|boynuna ip*|boynuna ilmik|ilmik',
    hate: 'nazi|naziler|nazilerin|hitler*|heil|nazi selam*|gamali hac*|svastika*|hitler selami|yahudi domuz*|pis yahudi*|pis arap*|pis zenci*|zenci*|cingene*|gavur*|ermeni dol*|ermeni pic*|kizilbas*|kiro*|pis kurt|pis suriyeli*|ibne*|nonos*|gotveren*|travesti* dov*|spastik*|mongol #|gaz odasi*|soykirim*|holokost*|ustun irk|irkci*|irkcilik|irk savasi|beyaz guc|ku klux*|kkk|blackface|yuzunu siyaha boya*|maymun sesi*|maymun taklidi*|homofob*|yahudilere olum|ermenilere olum|kurtlere olum|olum olsun yahudi*|gozlerini cekik*|cekik goz* alay*',
    holy: 'kuran*|kurani*|kur an*|incil*|tevrat*|cami|camii*|camiyi*|camiye*|sinagog*|kilise*|hac|haci #|davut yildizi*|israil bayrag*|gokkusagi bayrag*|basortusu*|basortusunu|kipa*|tapinak*|ezan|seccade*|turk bayrag*',
    desecrate:
      'yakar|yakiyor|yakip|yakarak|yirtar|yirtiyor|tukurur|tukuruyor|cigner|cigniyor|isiyor|iser|parcalar|asagilar|atese verir|bombalar|kirletir',
    group:
      'yahudi*|musluman*|hristiyan*|ermeni*|kurtler*|kurtleri|arap|araplar*|suriyeli*|siyahi*|siyahlar*|afrikali*|asyali*|cinli*|gocmen*|multeci*|yabancilar*|escinsel*|gay*|lezbiyen*|trans*|engelli*|romanlar*|alevi*|kadinlar*|hindu*|rum|rumlar*',
    demean:
      'alay*|dalga gec*|gulerek asagi*|asagilar|asagiliyor|hakaret*|tukurur|tukuruyor|kucumser|nefret*|yok et*|sinir disi|kovar|kovuyor|hasere*|fare*|maymun*|pis|olum|taklit*|karikatur*|dover|dovuyor|saldirir|saldiriyor',
    realperson:
      'deepfake*|yuz degis*|yuzunu degis*|yuz takas*|yuzunu koy*|yuzunu yerles*|yuzunu ekle*|yuzuyle degis*|gercek kisi*|gercek insan*|unlu oyuncu*|unlu sarkici*|unlu*gibi|A A gibi|A A ya benze*|A A yuzu*|cumhurbaskan*|basbakan*|erdogan*|recep tayyip*|kilicdaroglu*|imamoglu*|mansur yavas*|ataturk*|ozgur ozel|bahceli*|demirtas*|tarkan|sezen aksu|ajda pekkan|hadise|acun*|cem yilmaz*|kivanc tatlitug*|hande ercel*|fahriye evcen*|arda turan*|arda guler*|fatih terim*|ibrahim tatlises*|serenay sarikaya*|beren saat*|neslihan atagul*|aleyna tilki*|danla bilic*|enes batur*|trump*|putin*|elon musk*|messi|ronaldo',
    acquaintance:
      'eski sevgilim*|eski kiz arkadas*|eski erkek arkadas*|eski karim*|eski kocam*|kiz arkadasim*|erkek arkadasim*|sevgilim*|komsum*|komsumun|ogretmenim*|hocam*|is arkadasim*|sinif arkadasim*|kuzenim*|kiz kardesim*|ablam*|annem*|uvey annem*|karim*|esim*|kocam*|patronum*|mudurum*|arkadasimin|arkadasim*|tanidigim*|baldizim*|teyzem*|halam*|yengem*|kizim*|ogrencim*',
    likeness:
      'foto*|fotograf*|resm*|yuz|yuzu*|yuzune|selfie*|video*|benze*|gibi|ses*|instagram*|donustur*|yap|koy|degistir',
    illegal:
      'kokain*|eroin*|metamfetamin*|met #|lsd|mdma|ekstazi|ketamin*|fentanil*|esrar*|marihuana*|kenevir*|bonzai*|ot icer|ot iciyor|ot cek*|joint*|sarma esrar*|uyusturucu*|torbaci*|damarina enjekte*|enjekte eder|siringa* kolu*|kolu* siringa*|krokodil|cigara* sar*|extasy|kokain cizgi*|beyaz toz*|molotof*|el yapimi patlayici*|patlayici*|canli bomba*|bomba yap*|bombayi yap*|bomba duzeneg*|boru bomba*|sarin gazi|banka soy*|soygun*|sahte para*',
    drug: 'hap|haplari|toz|tozu|ot #|siringa*|igne|tiner*|bali #',
    consume: 'ceker|cekiyor|icer|iciyor|koklar|kokluyor|enjekte*|satar|satiyor|yutar|kullanir|burnuna cek*',
    weapon: 'bomba*|patlayici*|el bombasi*|silah*|tabanca*|tufek*|tufeg*|muhimmat*|dinamit*|zehir*',
    make: 'yapar|yapiyor|yapip|uretir|uretiyor|kurar|kuruyor|yerlestirir|yerlestiriyor|patlatir|patlatiyor|imal*|hazirlar|hazirliyor|monte*|basar',
    evasion:
      'talimat* yok say*|talimat* gormezden*|talimat* unut*|talimat* dikkate alma*|kurallari unut*|kurallari yok say*|kurallari bos ver*|kurallari gormezden*|onceki talimat*|filtre* as*|filtre* kapat*|filtre* devre disi*|filtre* atla*|guvenlig* kapat*|guvenlik* devre disi*|sansursuz*|sansur yok|filtresiz*|sinirsiz mod|kisitlama yok|artik sen|sen artik|gelistirici modu|sistem mesaji|her sey serbest|kural yok|filigran*|tersten oku*|tersinden oku*|ilk harfler*',
  },
};
