import type { Lexicon } from '../lexicon.ts';

export const ITALIAN: Lexicon = {
  name: 'italian',
  objects: 'around',
  smallWords:
    'il lo la i gli le un uno una di del della dei degli delle da dal dalla in nel nella con su sul sulla per si e che lei lui suo sua suoi sue non al alla ai verso mentre poi come senza sotto sopra è',
  concepts: {
    idiom:
      'toca la viola|toca viola|suona la viola|uma viola|color viola|colore viola|il seno della collina|il seno del mare|seno della|seno del|seno alla|piedi nudi|piede nudo|a piedi nudi|occhio nudo|albero* nudo|alberi nudi|ramo nudo|rami nudi|parete nuda|verita nuda|spalle nude|braccia nude|mani nude|in seno a|petto si alza|petto si solleva|gonfia il petto|si batte il petto|petto di pollo|taschino|scopa il pavimento|scopa la|scopa di saggina|con la scopa|una scopa|scopa per terra|volo di scopa|' +
      'ammazza il tempo|ammazzare il tempo|muore dal ridere|morire dal ridere|morto dal ridere|morta dal ridere|muore dal sonno|muore di sonno|muore di vergogna|muore di fame|morto di stanchezza|morta di freddo|foglie morte|foglia morta|natura morta|batte le mani|batte le ali|batte le ciglia|batte il tempo|batte il tamburo|batte le uova|batte il piede|batte alla porta|cuore batte|batte il cuore|' +
      'taglia il pane|taglia le verdure|taglia la verdura|taglia la torta|taglia il nastro|taglia i capelli|taglia la frutta|taglia la carta|taglia un fiore|taglia i fiori|tira una freccia|tira la palla|tira le tende|tira fuori|tira su|tira un sospiro|tira in porta|tira il rigore|tira con l arco|tira la lingua|tiro con l arco|spara un sorriso|spara una foto|colpo d occhio|colpo di vento|colpo di sole|colpo di fulmine|sangue gli sale|sangue le sale|sale il sangue|sangue freddo|arancia sanguigna|bomba da bagno|bomba di|pistola ad acqua|pistola a acqua|pistola per colla|gioco da ragazzi|gioco di bambini|disegno di bambin*|abbassa la testa|abbassa lo sguardo|abbassa gli occhi|abbassa la voce|abbassa la luce|abbassa le luci|' +
      'sesto|sesta|lecca il gelato|lecca un gelato|lecca la zampa|lecca lecca|succhia una caramella|erba verde|sull erba|nell erba|bacio sulla guancia|manda un bacio|lancia un bacio|soffia un bacio|palla di neve|palle di neve|passera sul|passero|uccello vola|uccello si|uccelli|un uccello|fica d india|fichi d india|fico|cazzuola|culo del bicchiere|con calma|seno e coseno|bacchetta magica|ordine|pene d amore|pene e gioie|tetto|bocca aperta|tette*re',
    remove:
      'toglie/tolgono/togliersi/togliendosi/togliere/tolto/tolse|leva/levarsi/levano/levandosi|sfila/sfilarsi/sfilano/sfilandosi|sbottona*|slaccia*|slacciarsi|apre/aprono/aprire .. cerniera|apre/aprire la/il/la sua/il suo|tira giu|abbassa/abbassano/abbassarsi/abbassandosi|cala/calarsi/calano|strappa/strappare/strappano|lascia/lasciano/lasciando .. cadere|lascia cadere|lascia .. scivolare|lascia scivolare|fa .. scivolare|fa scivolare|fa cadere|si libera di|si libera del|liberarsi dei|si spoglia del|si spoglia dei|spogliarsi di|sgancia/sganciare|scioglie/sciogliere|esce dal|butta via|solleva via|allenta',
    garment:
      'vestiti|vestito|abiti|abito|indumenti|indumento|panni|camicia|camicie|camicetta|maglietta|canotta|maglia|gonna|gonne|minigonna|pantaloni|pantalone|jeans|pantaloncini|mutande|mutandine|slip|perizoma|tanga|boxer|biancheria|intimo|reggiseno|reggipetto|lingerie|bikini|costume|costume da bagno|calze|collant|corsetto|corpetto|bustino|camicia da notte|pigiama|vestaglia|accappatoio|asciugamano|lenzuolo|kimono|~top|uniforme|cintura|bretella|bretelle|spallina|spalline|patta|~body|tuta|veste',
    outerwear:
      'cappotto|giacca|giubbotto|gilet|cappello|berretto|cuffia|casco|elmo|occhiali|guanto|guanti|scarpa|scarpe|stivali|stivale|sandali|calzini|calzino|tacchi|sciarpa|foulard|fazzoletto|maschera|mascherina|mantello|maglione|felpa|cappuccio|cravatta|papillon|anello|collana|bracciale|braccialetto|orologio|orecchini|orecchino|corona|parrucca|cuffie|zaino|borsa|grembiule|armatura|spada|velo|nastro|fiocco|elastico|molletta|treccia|manica|maniche|porta|finestra|libro|bottiglia|scatola|regalo|pacco|lettera|occhi|bocca|braccia|mano|mani|tenda|tende|testa|sguardo|voce|luce|luci|ombrello|capelli|ciocca|lacci|colletto|polvere|lacrima|lacrime|busta|coperchio|tappo|benda|cerotto|poncho|bicchiere|palla|ali|scudo|nodo|chignon|cartoncino|biglietto|volume',
    skirt: 'gonna|gonne|minigonna|vestito|abito|camicia|camicetta|maglietta|maglia|~top|canotta',
    lift: 'solleva/sollevano/sollevare/sollevandosi|alza/alzano/alzarsi/alzare|tira su|si tira su|rialza',
    vanish:
      'cade/cadono/cadere|scivola/scivolano/scivolare|scompare|scompaiono|sparisce|spariscono|sparire|si dissolve*|si dissolvono|trasparente|trasparenti|si apre|si aprono|si strappa*|si scioglie|per terra|a terra|dalle spalle|sul pavimento|ai suoi piedi|vola via|evapora*|invisibil*',
    lacking: 'senza|nessun|nessuna|priva di|privo di|libero da',
    wear: 'porta|portano|indossa|indossano|indossando|vestita di|vestito di|vestita solo|sotto la gonna|sotto il vestito|sotto|addosso',
    nothing:
      'niente|nulla|solo un asciugamano|solo un sorriso|solo la pelle|soltanto la pelle|assolutamente niente|solo intimo',
    sexual:
      'la fica|sua fica|la figa|la penetra|lo penetra|penetrazione|nudita|nudist*|nudismo|naturist*|~nuda|~nudo|~nude|~nudi|tutta nuda|tutto nudo|completamente nuda|completamente nudo|corpo nudo|donna nuda|uomo nudo|resta nuda|rimane nuda|rimangono nudi|seminud*|mezza nuda|mezzo nudo|denuda*|denudarsi|ignud*|topless|come mamma l ha fatta|come mamma l ha fatto|in costume adamitico|costume adamitico|si spoglia|si spogliano|spogliarsi|spogliandosi|si sta spogliando|spogliarello*|spogliarellist*|spoglia #|svestit*|si sveste|svestirsi|~strip|striptease|strip tease|stripper|' +
      'sesso|sexy|sessual*|sessualmente|erotic*|erotismo|sensualmente|danza sensuale|sensuale|sensuali|lasciv*|provocant*|provocatori*|seducent*|seduce|sedurre|seduttiv*|seduttric*|ammiccante sessual*|lussuri*|libidin*|osceno|oscena|osceni|arrapat*|arrapante|eccitat* sessual*|eccitazione sessuale|orgasm*|~gode #|godere #|viene addosso|fare l amore|fa l amore|fanno l amore|facendo l amore|rapporto sessuale|atto sessuale|coito|copul*|accoppia*|~scopano|~scopare|~scopami|~scopando|trombare|tromba #|trombano|chiavare|~chiava|fottere|fotte|fottono|pompino*|fellatio|sesso orale|cunnilingus|~sega #|segarsi|si masturba|masturb*|si tocca #|si tocca tra|si tocca fra|si tocca sensualmente|si tocca intim*|toccarsi #|ditalino|eiacul*|sborra*|sperma|porno*|hentai|orgia|orge|bdsm|bondage|sculaccia*|sculacciat*|dildo|vibratore|vibratori|dominatrice|feticis*|feticc*|puttana|puttane|~troia|troie|zoccola|mignotta|baldracca|prostitut*|bordello|escort|twerk*|lap dance|pole dance|danza del palo|muove .. culo|dimena .. culo|scuote .. culo|sculetta*|ancheggia* provoc*|ahegao|' +
      'seni nudi|il seno|suo seno|~seni|i seni|tette|tettona|capezzol*|poppe|scollatura profonda|~scollatura|vulva|vagin*|clitorid*|~figa|~passera|~patata nuda|pene eretto|~pene|cazzo|cazzi|minchia|uccello duro|erezione|testicol*|~palle #|parti intime|genital*|inguine|peli pubici|~ano #|culo|culi|chiappe|' +
      'mostra tutto|mostra il corpo|mostrando il corpo|esibisce il corpo|esibizionis*|tra le gambe|fra le gambe|tra le cosce|fra le cosce|sotto la gonna|mano sotto la|palpa*|palpeggia*|si accarezza #|si accarezza tra|si accarezza il corpo|accarezza .. corpo|accarezza .. coscia|accarezza .. cosce|si struscia|strusciarsi|si strofina contro|lecca .. corpo|lecca .. collo|bacia .. collo|bacia .. corpo|spinte pelviche|colpi di bacino|cavalca #|a cavalcioni|cavalca lui|a quattro zampe|a pecorina|pecorina|inarca .. schiena .. letto|a letto insieme|a letto con|scena di letto|scena d amore|scena hot|geme di piacere|gemiti|gemito di piacere|maglietta bagnata|camicia bagnata|in lingerie|in intimo|in biancheria|in mutande|in mutandine|in reggiseno|in perizoma|senza niente addosso|senza veli',
    expose:
      'mostra/mostrano/mostrare/mostrando|scopre/scoprire/scoprendo|espone/esporre|rivela/rivelare/rivelando|esibisce|svela|fa vedere|facendo vedere|zoom|primo piano|inquadra',
    zone: 'sedere|natiche|fondoschiena|didietro|coscia|cosce|seno|petto|ventre nudo|curve|forme|suo corpo|corpo|mutandine|reggiseno|busto|fianchi nudi|pube|decollete',
    fondle:
      'accarezza/accarezzare|tocca/toccare|stringe/stringere|afferra/afferrare|massaggia|palpa|strizza|strofina|lecca/leccare|bacia|morde|pizzica|schiaffeggia|unge|preme',
    jiggle: 'dimena|dimenare|scuote|scuotere|agita|muove|rimbalza*|ballonzola*|sobbalza*|ondeggia',
    legs: 'gambe|cosce|ginocchia',
    spread: 'apre/aprono/aprire/aprendo|allarga/allargare/allargando|divarica*|spalanca*|aperte',
    exercise:
      'yoga|spaccata|stretching|danza classica|ginnast*|esercizio|esercizi|ballerina|balletto|treppiede|karate|squat',
    curtsy: 'inchino|riverenza|si inchina',
    moan: 'geme|gemono|gemere|gemendo|ansima|ansimare|ansimando|sospira|grida|urla|trema|freme|si contorce|si inarca',
    pleasure: 'piacere|estasi|desiderio|lussuria|godimento|eccitazione|passione|voglia',
    child:
      'bambino|bambina|bambini|bambine|bimbo|bimba|bimbi|neonat*|ragazzina|ragazzino|ragazzini|ragazzine|fanciull*|piccolina|minore|minori|minorenne|minorenni|scolaro|scolara|scolaretta|scolarett*|alunna|alunno|alunni|studentessa delle medie|studente delle medie|liceale|liceali|adolescent*|adolescente|preadolescent*|impuber*|infantile|<18 anni|di <18 anni|' +
      'quattro anni|cinque anni|sei anni|sette anni|otto anni|nove anni|dieci anni|undici anni|dodici anni|tredici anni|quattordici anni|quindici anni|sedici anni|diciassette anni|dodicenne|tredicenne|quattordicenne|quindicenne|sedicenne|diciassettenne',
    adult:
      'uomo|uomini|adulto|adulta|adulti|donna|professore|maestro|zio|sconosciuto|patrigno|capo|prete|vecchio|fidanzato|fidanzata|amante*',
    romance:
      'bacia|baciano|baciare|baciando|bacio|baci|bacino|abbraccia|abbracciano|abbraccio|abbracciare|romantic*|innamorat*|flirta*|corteggia*|coccola*|coccole|appuntamento|sposa|limona|limonare|carezze',
    lips: 'sulla bocca|in bocca|sulle labbra|con la lingua|appassionat*|alla francese',
    minors:
      'pedofil*|pedoporno*|loli|lolita|lolicon|shota|bambina sexy|ragazzina sexy|minorenne sexy|minorenne nuda|minorenne in lingerie|bambino nudo|bambina nuda|scolaretta sexy',
    harm: 'pugnala*|accoltella*|pianta/piantare|conficca|spara/sparano/sparare|colpisce/colpire|picchia/picchiare|calcia|prende a calci|prende a pugni|taglia/tagliare|affetta|soffoca*|annega*|brucia/bruciare/bruciano|schiaccia|frusta|ferisce|attacca|aggredisce|morde|spezza|rompe|strappa|trafigge|squarcia|schiaffeggia|massacra|infilza',
    victim:
      'lui|l uomo|la donna|una donna|un uomo|qualcuno|gente|folla|guardia|prigioniero|ostaggio|cane|gatto|animale|animali|nemico|vittima|soldato|poliziotto|moglie|marito|persona|persone|faccia|volto|pubblico|fidanzata|figlio|ragazza',
    vital:
      'gola|collo|pancia|ventre|stomaco|cuore|testa|cranio|occhio|occhi|dito|dita|arti|budella|ossa|nuca|petto|schiena|braccio|gamba|faccia|viso',
    play: 'cuscin*|neve|gioco|giocattolo|foto*|palla|pallone|gol|rete|freccia|frecce|bersaglio|pane|verdur*|carta|tamburo|torta|mela|libro|legno|carte|risata|sacco da boxe|aria|tavolo|porta|uova|uovo|carne|formaggio|fior*|acqua|sguardo|mani|nastro|frutta|palloncino|cipolla|legna|rigore|tempo|ali',
    violence:
      'assassin*|uccide|uccidono|uccidere|uccidendo|uccis*|ammazza|ammazzano|ammazzare|omicid*|sgozza*|strangol*|strozza*|decapita*|ghigliottin*|smembra*|sventra*|squarta*|mutila*|massacr*|tortura*|torturare|stupr*|~violenta|violentare|violenza sessuale|~lincia*|crocifigg*|giustizia*|fucil*|pugnala*|accoltella*|impicca #|impicca lui|insanguinat*|sanguinante|sanguina|sanguinano|sanguinari*|sangue schizza|sangue cola|sangue sgorga|pozza di sangue|bagno di sangue|coperto di sangue|coperta di sangue|pieno di sangue|schizzi di sangue|viscere|budella|interiora|gore|cadaver*|testa mozzata|taglia la testa|taglia .. testa|taglia la gola|taglia .. gola|coltello alla gola|coltello nella .. pancia|coltello nel .. petto|coltello nella .. schiena|coltello nel cuore|pistola alla testa|pistola alla tempia|pistola .. testa|punta .. pistola|punta .. arma|sparatoria|spara sulla folla|attentat*|terroris*|autobomba|kamikaze|rapisce|rapimento|sequestr*|ostaggio|maltratt*|picchia la moglie|picchia sua moglie|~pesta|pestaggio|calcia .. cane|prende a calci .. cane|cannibal*|sepolt* viv*|brucia* viv*|genocidi*|impala*|agonizza*|combattimento di cani|fa saltare la testa|a morte',
    blood: 'sangue|cervella|budella|viscere',
    flow: 'schizza*|cola|colano|sgorga|gocciola|scorre|zampilla|sparge|dappertutto|ovunque|sputa|beve|lecca|copre|esce|spruzza',
    self: 'se stesso|se stessa|se stess*',
    wrist: 'polso|polsi|vena|vene|avambraccio|avambracci|braccia',
    selfharm:
      'suicid*|si uccide|uccidersi|si ammazza|ammazzarsi|si toglie la vita|togliersi la vita|la fa finita|farla finita|mette fine alla|porre fine alla|si impicca|impiccarsi|si spara|spararsi|si pugnala|si accoltella|si taglia le vene|tagliarsi le vene|si taglia i polsi|tagliarsi i polsi|si taglia le braccia|si taglia il braccio|si taglia la pelle|tagliarsi #|autolesion*|si ferisce da solo|si fa del male|farsi del male|si da fuoco|darsi fuoco|si annega|si butta dal ponte|si butta dal tetto|si butta dalla finestra|si butta sotto|si getta dal|si getta sotto|salta dal ponte|salta giu dal ponte|salta dal tetto|salta nel vuoto|si lancia nel vuoto|overdose|ingoia .. pillole|ingoia .. pastiglie|manciata di pillole|flacone di pillole|pistola in bocca|canna in bocca|pistola alla propria|roulette russa|anoress*|bulimi*|si fa vomitare|farsi vomitare|si provoca il vomito|vomita apposta|due dita in gola|dito in gola|dita in gola|digiuna fino|muore di fame per|vuole morire|voglia di morire|cappio al collo|corda al collo|lametta',
    hate: 'nazi|nazist*|nazism*|hitler*|saluto nazista|saluto romano|saluto fascista|heil|svastic*|croce uncinata|camicia nera fascista|antisemit*|sporco ebreo|sporchi ebrei|ebrei ai|~negro|~negri|~negra|sporco negro|~terron*|froci*|frocio|~finocchio #|ricchion*|culattone|lesbica schifosa|trans schifos*|mongoloid*|handicappat*|ritardat*|camer* a gas|olocausto|razza superiore|suprematis*|purezza razziale|pulizia etnica|razzist*|razzismo|ku klux*|kkk|blackface|faccia dipinta di nero|versi della scimmia|verso della scimmia|versi di scimmia|omofob*|islamofob*|xenofob*|morte agli|morte ai|tira .. occhi .. asiatic*|occhi a mandorla .. derid*|zingar*',
    holy: 'corano|bibbia|torah|tora|moschea|moschee|sinagoga|sinagoghe|chiesa|chiese|croce|crocifisso|stella di david*|bandiera israeliana|bandiera arcobaleno|hijab|velo islamico|kippa|tempio|menora',
    desecrate:
      'brucia/bruciano/bruciare/bruciando|strappa|sputa/sputare|calpesta*|profana*|orina|piscia|imbratta|incendia|distrugge|deturpa',
    group:
      'ebreo|ebrei|ebrea|ebraic*|musulman*|arabo|arabi|neri|i neri|african*|asiatic*|cinesi|immigrat*|migrant*|rifugiat*|profugh*|stranier*|gay|omosessual*|lesbica|lesbiche|trans|transessual*|disabil*|rom #|rom|sinti|cristiani|donne|meridionali|induisti',
    demean:
      'deride|deridono|deridere|prende in giro|ride degli|ride dei|ride di|insulta*|sputa|umilia*|ridicolizza*|odia|odio|stermina*|deporta*|espelle|inferior*|parassit*|ratti|scarafaggi|scimmia|scimmie|sporco|sporchi|gasa|gasare|morte|imita|caricatur*|scherni*|schernisce|attacca|picchia',
    realperson:
      'deepfake*|scambio di volto|scambia .. volto|scambia .. faccia|sostituisci .. volto|metti la faccia|metti il volto|metti il viso|con la faccia di|con il volto di|la faccia di A|il volto di A|persona reale|persone reali|persona vera|celebrita|vip|attrice famosa|attore famoso|cantante famos*|politico famoso|assomigli a A|assomiglia a A A|somigli a A|sembri A A|trasforma* in A A|diventa A A|il presidente|presidente del consiglio|il papa|papa francesco|berlusconi|silvio berlusconi|meloni|giorgia meloni|salvini|matteo renzi|renzi|mattarella|draghi mario|mario draghi|mussolini|benito mussolini|monica bellucci|sophia loren|chiara ferragni|fedez|ferragni|laura pausini|maneskin|damiano david|totti|francesco totti|valentino rossi|buffon|roberto benigni|belen rodriguez|elodie|federica pellegrini|jannik sinner|pavarotti|maria de filippi',
    acquaintance:
      'mia/mio/mie/miei compagn*/vicin*/colleg*/ragazz*/fidanzat*/professor*/insegnante/amic*/cotta/alunn*|la mia ex|mia ex|il mio ex|ex fidanzata|ex ragazza|la mia ragazza|il mio ragazzo|la mia fidanzata|la mia vicina|il mio vicino|la mia professoressa|il mio professore|la mia insegnante|la mia collega|il mio collega|la mia compagna|il mio compagno|mia sorella|mio fratello|mia madre|mia mamma|mia moglie|mio marito|mia cugina|mio cugino|il mio capo|la mia amica|il mio amico|la mia cotta|una ragazza che conosco|mia figlia|mia suocera|mia zia|mia cognata|la mia alunna',
    likeness:
      'foto*|faccia|volto|viso|immagine|selfie*|video|assomigli|sembri|voce|instagram|fai|trasforma|di|della|come|usa',
    illegal:
      'cocaina|eroina in vena|~eroina #|~crack #|metanfetamin*|lsd|mdma|ecstasy|ketamina|fentanyl|cannabis|marijuana|hashish|canna #|spinello|spinelli|fuma erba|fuma una canna|fuma uno spinello|droga|droghe|si droga|drogarsi|spacciator*|spaccia*|spaccio|siringa .. braccio|si buca|si inietta|si fa una pera|striscia di coca*|strisce di coca*|sniffa*|funghi allucinogeni|molotov|bomba artigianale|bomba carta|cintura esplosiva|giubbotto esplosivo|esplosiv*|ordigno|gas nervino|rapina una banca|rapina in banca|soldi falsi|banconote false',
    drug: 'polvere bianca|pasticche|pasticca|erba #|siringa|striscia|coca #|roba #|dose',
    consume: 'fuma|fumare|fumando|sniffa|inala|inietta|vende|spaccia|ingoia|assume|prende',
    weapon: 'bomba|bombe|esplosiv*|granata|granate|arma|armi|pistola|fucile|munizioni|dinamite|veleno',
    make: 'costruisce|costruire|fabbrica|fabbricare|assembla|piazza una|mette una|fa esplodere|innesca|prepara una|stampa|fa una',
    evasion:
      'ignora .. istruzioni|ignorare .. istruzioni|ignora .. regole|dimentica .. istruzioni|dimentica .. regole|aggira .. filtr*|aggirare .. filtr*|disattiva .. filtr*|disattiva .. sicurezza|disabilita .. filtr*|senza censura|non censurat*|senza filtr*|senza restrizioni|filtro disattivato|ora sei|adesso sei|modalita sviluppatore|messaggio di sistema|tutto e permesso|tutto permesso|senza regole|senza limiti|filigrana|al contrario|leggi al contrario|prime lettere',
  },
};
