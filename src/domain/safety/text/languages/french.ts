import type { Lexicon } from '../lexicon.ts';

export const FRENCH: Lexicon = {
  name: 'french',
  objects: 'after',
  smallWords:
    'le la les un une des du de et est avec dans sur sous elle il lui se son sa ses au aux en pour par qui ne pas ce cette leur leurs puis vers je tu mon ma mes',
  concepts: {
    idiom:
      'baise la main|baise main|bite d amarrage|rape le fromage|rape du fromage|rape les carottes|rape des carottes|nu pieds|pieds nus|pied nu|a l oeil nu|mains nues|a mains nues|tete nue|tete nues|bras nus|epaules nues|arbre* nu*|branche* nue*|mur* nu*|sein de la|au sein de|au sein du|sein d un|poitrine se souleve|souleve la poitrine|poche poitrine|bombe* le torse|bombe la poitrine|bombe de bain|' +
      'tue le temps|tuer le temps|tuent le temps|meurt de rire|mourir de rire|morte de rire|meurt d envie|meurt de faim|mort* de fatigue|mort* de froid|feuille* morte*|nature morte|bat des mains|bat des ailes|bat des cils|bat la mesure|bat les oeufs|bat le tambour|bat du tambour|bat des paupieres|coeur bat|coeur qui bat|' +
      'coupe le pain|coupe du pain|coupe les legumes|coupe des legumes|coupe le gateau|coupe le ruban|coupe les cheveux|coupe la lumiere|coupe de champagne|coup de vent|coup d oeil|coup de foudre|coup de soleil|tire les rideaux|tire la langue|tire une photo|tire une fleche|tire a l arc|tire sur le fil|tire la porte|tire un trait|tire au but|tire le penalty|' +
      'frappe a la porte|frappe dans ses mains|frappe des mains|frappe dans le ballon|frappe du pied|sang lui monte|sang monte|sang froid|orange* sanguine*|prend l air|ouvre les bras|feu de cheminee|brule le bois|pendant que|pend la lanterne|sucre d orge|leche sa glace|leche une glace|leche la glace|leche la patte|leche ses pattes|' +
      'chatte dort|chatte et ses chatons|la chatte s etire|petite chatte qui|cou du cygne|jouet d enfant|dessin d enfant|jeu d enfant|herbe verte|dans l herbe|sur l herbe|bout des levres|baiser sur la joue|envoie un baiser|envoie des baisers|souffle un baiser|robe du vin|robe du cheval|~mannequin|vol du corbeau|defile|con calma|boule de neige|boules de neige|pistolet a eau|pistolet a colle|arme a gauche|' +
      'perd la tete|baisse la tete|baisse les yeux|baisse le regard|baisse la voix|baisse la lumiere|exciter la curiosite|film de|monte a cheval|monte l escalier|queue de cheval|queue du chat|queue du chien|remue la queue|queue de billard|bite*mement|six heures',
    remove:
      'enleve/enlevent/enlever/enlevant/enleva|ote/otent/oter/otant|retire/retirent/retirer/retirant|quitte/quittent/quittant ses/son/sa|deboutonne/deboutonnent/deboutonner|degrafe/degrafent/degrafer|dezippe|desserre/desserrer|defait/defaire/defont|delace|deboucle|baisse/baissent/baisser/baissant|descend/descendre sa/son/ses|ouvre/ouvrir/ouvrent sa/son/ses/le/la|arrache/arrachent/arracher|dechire/dechirent/dechirer|laisse/laissent/laisser .. tomber/glisser|laisse/laissent tomber|fait/faire glisser|fait/faire tomber|se debarrasse de|se debarrasser de|glisse hors de|sort de sa robe|jette ses',
    garment:
      'vetement|vetements|habit|habits|fringues|tenue|chemise|chemises|chemisier|corsage|robe|robes|jupe|jupes|minijupe|pantalon|pantalons|jean|jeans|~short|culotte|culottes|~slip|calecon|~string|soutien gorge|soutif|sous vetement*|lingerie|bikini|maillot|~bas #|collants|bustier|corset|nuisette|chemise de nuit|peignoir|serviette|kimono|pyjama|t shirt|tshirt|~haut #|debardeur|~body|tunique|uniforme|braguette|ceinture|drap|combinaison|bretelle|bretelles',
    outerwear:
      'manteau|manteaux|veste|vestes|blouson|chapeau|chapeaux|casquette|bonnet|casque|lunettes|gant|gants|chaussure*|botte*|sandale*|chaussette*|talons|echarpe|foulard|masque|cape|pull|gilet|sweat|capuche|cravate|noeud|bague|collier|bracelet|montre|boucle*|couronne|perruque|ecouteurs|sac|tablier|armure|epee|voile|barrette|elastique|chouchou|manches|manche|col|porte|fenetre|livre|bouteille|boite|cadeau|paquet|lettre|yeux|bouche|bras|~main|mains|rideau|rideaux|tete|regard|voix|lumiere|parapluie|cheveux|chignon|tresse|lacets|volume|stylo|ballon|verre|couvercle|bouchon|enveloppe|pansement',
    skirt: 'jupe|jupes|minijupe|robe|robes|chemise|t shirt|tshirt|~haut #|kilt|nuisette|chemisier',
    lift: 'souleve/soulevent/soulever|releve/relevent/relever|remonte/remontent/remonter|retrousse/retrousser sa|leve/lever sa/son',
    vanish:
      'tombe/tombent/tomber|glisse/glissent/glisser|disparait|disparaissent|disparaitre|se dissout|fond #|s evapore*|transparent*|s ouvre|s ouvrent|se dechire*|par terre|a ses pieds|sur le sol|de ses epaules|des epaules|s envole|invisible*|devient transparent*',
    lacking: 'sans|aucun|aucune|plus de|depourvu* de|prive* de',
    wear: 'porte|portent|portant|vetu*|habille*|sous sa jupe|sous sa robe|sous le manteau|en dessous|dessous',
    nothing:
      'rien|que sa peau|seulement une serviette|juste une serviette|rien du tout|qu un sourire|que des bijoux|simple serviette',
    sexual:
      'nudite|denude*|denuder|nudiste*|nudisme|naturiste*|~nu|~nue|~nus|~nues|tout nu|toute nue|a moitie nue|a moitie nu|entierement nue|completement nue|femme nue|homme nu|corps nu|fesses nues|seins nus|torse nu sensuel|poitrine nue|a poil|a oilpe|topless|en tenue d adam|en tenue d eve|dans le plus simple appareil|deshabill*|devetu*|se devet|devetir|se devetir|effeuille*|effeuillage|strip tease*|striptease*|~strip|stripteaseuse*|se met nue|met nue|' +
      'sexe|sexy|sexuel*|sexualit*|erotique*|erotisme|sensuellement|danse sensuelle|sensuelle|lascif|lascive*|lascivement|aguich*|provocant*|provocatrice|suggestif*|suggestive*|coquin|coquine|coquines|cochonne*|lubrique*|luxure|obscene*|libidin*|excitee sexu*|bandant*|bande dur|en chaleur|seduit/seduire|seductrice|seducteur|allumeuse|orgasme*|orgasmique|jouit|jouir|jouissance|faire l amour|fait l amour|font l amour|rapport sexuel*|coit|copul*|baise #|~baise|~baiser la|~baisent|niquer|nique|niquent|enfil* elle|sodomi*|levrette|missionnaire #|fellation|pipe a|taille une pipe|suce|sucer|sucent|cunnilingus|branle/branler|se branle|masturb*|se touche #|se touche entre|se touche intim*|se touche sensuellement|se toucher #|se doigte*|doigte la|ejacul*|sperme|porno*|hentai|film x|~cul|cul nu|cul nue|plan cul|partouze|orgie|gang bang|bdsm|bondage|fessee*|godemichet|gode #|godemiche*|vibromasseur*|dominatrice|fetichi*|putain|pute|putes|salope*|prostituee*|escorte|bordel|maison close|chaude comme|chaudasse|twerk*|lap dance|danse poteau|pole dance|remue .. fesses|remue .. cul|secoue .. fesses|' +
      '~seins|les seins|ses seins|des seins|mamelon*|tetons|teton|nichons|poitrine .. caress*|decollete plongeant|~decollete|vulve|vagin*|clitoris|~chatte|penis|verge|bite #|~bite|couilles|testicule*|erection|parties intimes|organes genitaux|genital*|entrejambe|anus|' +
      'montre tout|devoile tout|devoile son corps|devoile ses charmes|montre son corps|exhibe*|exhibition*|entre les cuisses|entre ses cuisses|entre les jambes|entre ses jambes|sous la jupe|main sous sa|se caresse #|se caresse le corps|se caresse entre|se caresse les seins|se caresse la poitrine|se caresse sensuellement|caresse son corps|caresse sa poitrine|caresse son sexe|caresse .. cuisse*|se frotte contre|se frottent|frotte contre lui|pelote/peloter|tripote/tripoter|~palpe|leche son corps|leche .. cou|embrasse .. cou|embrasse .. corps|embrasse dans le cou|coup* de rein*|coups de bassin|ondule .. sensuel*|ondule .. hanches .. provoc*|se dehanche lascive*|chevauche|a quatre pattes .. fesses|cambre* .. fesses|au lit ensemble|invite .. au lit|scene d amour|scene de lit|scene hot|~hot #|gemit de plaisir|gemissement* de plaisir|t shirt mouille|chemise mouillee|chemisier mouille|en lingerie|en sous vetements|en petite tenue|en petite culotte|en culotte|en string|en soutien gorge|ahegao|rien sur elle|sans rien',
    expose:
      'montre/montrent/montrer|expose/exposer|devoile/devoiler|decouvre/decouvrir|revele/reveler|exhibe|zoom|zoome|gros plan|devoilant|montrant|decouvrant',
    zone: 'fesses|fesse|derriere|cuisse|cuisses|hanches nues|poitrine|ventre nu|ses formes|son corps|ses courbes|culotte|soutien gorge|buste|croupe|seins',
    fondle:
      'caresse/caresser/caressent|touche/toucher|masse/masser|malaxe|presse|saisit|attrape|empoigne|pince|claque|gifle .. fesses|frotte|leche/lecher|embrasse|mordille|huile',
    jiggle: 'remue|remuer|secoue|secouer|bouge|fait bouger|rebondit|balance|tremousse|tortille',
    legs: 'jambes|cuisses|genoux',
    spread: 'ecarte/ecartent/ecarter/ecartees/ecartant|ouvre .. les|ouvre|ouvrir',
    exercise: 'yoga|grand ecart|etire*|etirement*|ballet|danseuse|gymnast*|sport*|squat*|trepied|croise',
    curtsy: 'reverence|reverences',
    moan: 'gemit|gemir|gemissant|halete*|soupire|crie|frissonne|tremble|se tord|se cambre',
    pleasure: 'plaisir|extase|desir|jouissance|volupte|excitation|passionnement|passion',
    child:
      'enfant|enfants|gamin|gamine|gamins|gosse|bambin*|bebe|bebes|fillette*|petite fille*|petit garcon*|petits garcons|mineur|mineure|mineurs|mineures|ecolier*|ecoliere*|eleve|eleves|collegien*|collegienne*|lyceen*|lyceenne*|adolescent*|ado|ados|prepubere*|pubere|maternelle|<18 ans|age/agee de <18|' +
      'quatre ans|cinq ans|six ans|sept ans|huit ans|neuf ans|dix ans|onze ans|douze ans|treize ans|quatorze ans|quinze ans|seize ans|dix sept ans',
    adult:
      'homme|hommes|adulte*|femme|professeur|prof|oncle|inconnu|beau pere|patron|pretre|vieux|amant*|petit ami|petite amie',
    romance:
      'bisou|bisous|embrasse|embrassent|embrasser|embrassant|baiser|baisers|calin|caline|enlace|enlacent|etreint|romantique*|amoureux|amoureuse|amoureusement|drague|flirte|flirter|rendez vous galant|epouse',
    lips: 'sur la bouche|sur les levres|avec la langue|a pleine bouche|passionnement|langoureusement|langoureux',
    minors:
      'pedophil*|pedoporn*|pedocriminel*|loli|lolita|lolicon|shota|pornographie infantile|petite fille sexy|mineure sexy|mineure nue|enfant nu|enfant nue',
    harm: 'poignarde*|plante/plantent/planter|enfonce/enfoncer|tire sur|tirent sur|tirer sur|frappe/frappent/frapper|~bat/battent/battre|coupe/couper|tranche/trancher|tabasse|cogne|gifle/gifler|etouffe/etouffer|noie/noyer|brule/bruler|ecrase/ecraser|fouette/fouetter|blesse/blesser|arrache/arracher|brise|~casse|attaque|~mord|transperce|perce|taillade',
    victim:
      'lui|l homme|la femme|le garde|quelqu un|les gens|la foule|le prisonnier|l otage|le chien|un chien|le chat|un chat|l animal|un animal|animaux|son ennemi|l ennemi|la victime|le soldat|le policier|son mari|sa femme|les passants|une personne|une femme|un homme|visage',
    vital:
      'gorge|ventre|coeur|cou|tete|crane|oeil|yeux|doigt|doigts|membre*|entrailles|os|nuque|poitrine|dos|bras #|visage',
    play: 'oreiller*|polochon*|neige|jeu|jouet|photo*|ballon|~but|fleche|cible|pain|legume*|papier|tambour*|gateau|pomme|livre|bois|~main|mains|porte|cartes|rire|rideau*|sac de frappe|~mannequin|regard|~air|mesure|oeuf*|viande|fromage|fleur*|mouche|eau',
    violence:
      'assassin*|~tue|tuer|tuent|tueur|tueuse|meurtr*|egorg*|etrangl*|decapit*|decapite|guillotin*|demembr*|eventr*|mutil*|massacr*|tortur*|~viole|violer|violent la|violee|violeur|~viol #|lynch*|crucifie*|crucifier|execut* .. prisonnier*|execute d une|~execution|abat d une balle|abattu d une balle|balle dans la tete|pendaison|ensanglant*|sanglant*|sang gicle|sang coule|sang partout|sang jaillit|sang eclabousse*|mare de sang|bain de sang|couvert* de sang|plein de sang|saigne|saigner|saignant*|eclaboussures de sang|entrailles|tripes|boyaux|gore|cadavre*|depece*|tete coupee|tranche la gorge|tranche .. gorge|couteau sous la gorge|couteau sur la gorge|couteau dans le|couteau dans la|arme sur sa|arme sur la|pistolet sur la|pistolet sur sa|pointe .. arme|pointe .. pistolet|fusillade|tire dans la foule|attentat*|terroris*|kamikaze|kidnapp*|enlevement|otage|maltrait*|bat sa femme|bat son chien|frappe son chien|torture un|cruaute|cannibal*|enterre* vivant*|brule* vif|brule* vive|brulee vive|genocid*|empal*|scalp*|agonise|ecorche vif|poignard*|roue* de coups|passe* a tabac',
    blood: 'sang|cervelle|tripes|entrailles',
    flow: 'gicle|giclent|coule|coulent|jaillit|eclabousse*|partout|goutte|degouline|se repand|crache|boit|leche|couvre|asperge|gicler',
    self: 'soi meme|elle meme|lui meme',
    wrist: 'poignet|poignets|veine|veines|avant bras|bras #',
    selfharm:
      's ouvre les poignets|s entaille*|se taille les|suicid*|se tue|se tuer|se donne la mort|met fin a ses jours|mettre fin a ses|se pend|se pendre|s etrangle elle|se tire une balle|se tirer une balle|se poignarde|se jette d un|se jette du|se jette dans le vide|se jette sous|saute du pont|saute d un pont|saute du toit|saute d un toit|saute dans le vide|saute par la fenetre pour mourir|s ouvre les veines|s ouvrir les veines|se taillade*|se coupe les veines|se coupe les poignets|se coupe le bras|se coupe les bras|se scarifie*|scarifi*|s automutil*|automutil*|se mutile|se fait du mal|s immole|se noie volontairement|se noyer|overdose|surdose|avale .. cachets|avale .. pilules|avale .. comprimes|poignee de comprimes|arme dans la bouche|pistolet dans la bouche|pistolet sur sa propre|canon dans la bouche|anorexi*|boulimi*|se fait vomir|se faire vomir|doigts dans la gorge|doigt au fond de la gorge|s affame|s affamer|veut mourir|envie de mourir|corde au cou|corde autour du cou|lame de rasoir',
    hate: 'nazi|nazie|nazis|nazies|nazisme|hitler*|hitlerien*|salut nazi|salut hitlerien|heil|croix gammee*|svastika|swastika|ss #|quenelle antisem*|antisemit*|sale juif*|sales juifs|sale arabe*|sales arabes|sale noir*|bougnoul*|negre*|negresse*|bicot*|youpin*|feuj #|chinetoque*|bridé*|tarlouze*|~pede #|pedes|tapette #|gouine*|enculé*|chambre* a gaz|holocauste|shoah|race superieure|purete raciale|racist*|racisme|suprematis*|ku klux*|kkk|blackface|cris de singe|imite un singe .. noir*|homophob*|islamophob*|mort aux|les yeux brides|tire* .. yeux .. asiat*|handicape* .. moqu*|mongol #|gogol #',
    holy: 'coran|corans|bible*|torah|mosquee*|synagogue*|eglise*|croix|crucifix|etoile de david|drapeau israelien|drapeau arc en ciel|voile islamique|hijab|kippa|temple|menora',
    desecrate:
      'brule/brulent/bruler|dechire/dechirer|crache|pietine/pietiner|profane/profaner|souille|urine|pisse|arrache|incendie|saccage',
    group:
      'juif|juifs|juive*|musulman*|arabe|arabes|noirs|les noirs|africain*|asiatique*|chinois|immigre*|migrant*|refugie*|etrangers|gays|homosexuel*|lesbienne*|trans|transsexuel*|handicape*|roms|tsigane*|gitans|chretiens|femmes|hindous',
    demean:
      'moque/moquent/moquer|se moque|rit des|insulte*|crache|humilie*|ridiculise*|deteste|hait|haine|extermine*|expulse*|inferieur*|vermine|rats|cafards|singe|singes|sale|sales|parasites|frappe|gaze|gazer|mort aux|imite|caricature*',
    realperson:
      'deepfake*|hypertrucage|echange de visage*|remplace .. visage|mets le visage de|met le visage de|avec le visage de|le visage de A|visage de A A|vraie personne|personne reelle|celebrite*|actrice celebre|acteur celebre|chanteuse celebre|ressemble a A A|ressemble a A #|ressembler a A A|se transforme en A A|devient A A|president de la republique|le president|premier ministre|macron|emmanuel macron|brigitte macron|marine le pen|le pen|melenchon|sarkozy|hollande president|zemmour|bardella|marion cotillard|brigitte bardot|omar sy|gerard depardieu|depardieu|zidane|zinedine zidane|mbappe|aya nakamura|squeezie|edith piaf|de gaulle|napoleon bonaparte|celine dion|lea seydoux|jean dujardin',
    acquaintance:
      'mon ex|mon ex copine|mon ex copain|mon ancienne copine|ma copine|mon copain|ma petite amie|ma voisine|mon voisin|ma prof|mon prof|ma professeure|ma collegue|mon collegue|ma camarade|mon camarade|ma soeur|ma belle soeur|mon frere|ma mere|ma femme|mon mari|ma cousine|ma patronne|mon patron|mon amie|ma meilleure amie|une fille que je connais|mon crush',
    likeness: 'photo*|visage|image|portrait|selfie*|video|ressemble*|tete de|voix|instagram|fais|transforme|de|comme',
    illegal:
      'cocaine|heroine|~coke #|~crack #|meth|methamphetamine|lsd|mdma|ecstasy|ketamine|fentanyl|cannabis|marijuana|haschich|~shit #|beuh|fume un joint|fumer un joint|~joint|fume de l herbe|fume un petard|drogue*|dealer|deale|trafic de drogue|seringue .. bras|s injecte|se pique a|se shoote|rail de coke|ligne de coke|champignons hallucinogenes|cocktail* molotov|bombe artisanale|bombe tuyau|ceinture explosive|explosif*|fabrique .. bombe|fabriquer .. bombe|gaz sarin|braque une banque|braquage|fausse monnaie|arme fantome',
    drug: 'poudre|pilules|cachets|herbe #|came|seringue|ligne|rail',
    consume: 'fume|fumer|sniffe|sniffer|snife|injecte|vend|deale|avale|prend|gobe',
    weapon: 'bombe|bombes|explosif*|grenade*|arme|armes|pistolet|fusil|munitions|dynamite',
    make: 'fabrique|fabriquer|construit|construire|assemble|pose une|poser une|fait exploser|bricole|imprime|amorce|confectionne',
    evasion:
      'ignore .. instruction*|ignorer .. instruction*|ignore .. regle*|ignore .. consigne*|oublie .. instruction*|oublie .. regle*|oublie .. consigne*|contourne .. filtre*|contourner .. filtre*|desactive .. filtre*|desactive .. securite|sans censure|non censure*|sans filtre*|filtre desactive|tu es maintenant|mode developpeur|message systeme|invite systeme|tout est permis|tout est autorise|aucune regle|aucune limite|filigrane|a l envers|lire a l envers|premieres lettres',
  },
};
