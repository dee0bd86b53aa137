import type { Lexicon } from '../lexicon.ts';

export const SPANISH: Lexicon = {
  name: 'spanish',
  objects: 'around',
  smallWords:
    'a el la los las un una unos unas del al y con en por para se su sus que ella lo le les su mi mis tu de es está esta este muy mientras hacia desde sobre como sin',
  concepts: {
    idiom:
      'toca la viola|toca viola|suona la viola|uma viola|color viola|colore viola|mata de pelo|mata de|pie desnudo|pies desnudos|pared desnuda|arbol* desnudo*|rama* desnuda*|verdad desnuda|ojo desnudo|hombros desnudos|brazos desnudos|manos desnudas|seno de la|seno del|en el seno|pecho sube|sube y baja el pecho|pecho se eleva|hincha el pecho|saca pecho|bolsillo del pecho|golpea el pecho|pechuga de pollo|' +
      'mata el tiempo|matar el tiempo|matando el tiempo|muere de risa|muerto de risa|muerta de risa|muere de sueno|muere de verguenza|muerta de verguenza|muere de hambre|muerto de cansancio|muerta de frio|hoja* muerta*|naturaleza muerta|bate las alas|bate palmas|bate los huevos|bate el record|corta el pan|corta verdura*|corta las verduras|corta el pastel|corta la cinta|corta el pelo|corta flores|corta la fruta|corta el papel|' +
      'dispara una foto|dispara una flecha|dispara flechas|dispara el flash|dispara la camara|dispara al arco|golpea la puerta|golpea el tambor|golpea la mesa|golpea el balon|golpe de viento|da un golpe en la mesa|sangre le sube|sube la sangre|sangre fria|naranja* sanguina*|de sangre azul|bomba de bano|pistola de agua|pistola de silicona|pasa bomba|coge el |coge la mano|coge un|coge una|coge su|coge las|coge los|coger el|coger la mano|' +
      'concha de mar|concha marina|conchas|la concha en la playa|polla de agua|gallina|tetera*|teta de novicia|culo del vaso|culo de botella|pone los ojos|baja la cabeza|baja los ojos|baja la mirada|baja la voz|baja las escaleras|baja la luz|mono de peluche|juego de ninos|dibujo de nino|sexta|sexto|chupa la piruleta|chupa un caramelo|lame el helado|lame un helado|lame la pata|lame su pata|hierba verde|en la hierba|sobre la hierba|beso en la mejilla|lanza un beso|manda un beso|sopla un beso|pistolero de juguete|bola* de nieve|se corta el pelo|corre hacia',
    remove:
      'quite|quiten|quitese|quitate|quitatela|saque su|baje sus|desabroche|abra su|deje caer|quita|quitan|quitar|quitarse|quitandose|quitado|quito|retira|retiran|se saca|sacarse|sacandose|saca su|se despoja|despojarse|despojandose|desabrocha*|desabotona*|desabrochar*|baja/bajan/bajarse/bajandose|se baja|abre/abren su/la/el|abre/abriendo .. cremallera|desata/desatar|desliza/deslizar|deja/dejan/dejando caer|deja .. caer|deja .. deslizar*|dejar caer|arranca/arrancan/arrancar|rasga/rasgar|rompe/romper|tira/tiran su|se deshace de|deshacerse de|se libera de|sale de su|se desprende de|aparta su|suelta|desprende|quitarle|quitale|arrancarle|bajarle',
    garment:
      'ropa|ropas|prenda|prendas|vestido|vestidos|camisa|camisas|blusa|blusas|camiseta|playera|remera|polera|falda|faldas|pollera|minifalda|pantalon|pantalones|vaqueros|jeans|shorts|bragas|braga|tanga|calzon|calzones|calzoncillos|calzoncillo|boxers|ropa interior|sosten|sujetador|brasier|corpino|lenceria|bikini|banador|traje de bano|medias|corse|camison|pijama|bata|albornoz|toalla|sabana|kimono|~top|uniforme|cinturon|tirante|tirantes|bragueta|vestimenta|atuendo|~body|leotardo|cremallera de su|conjunto',
    outerwear:
      'abrigo|chaqueta|chaleco|chamarra|campera|sombrero|gorra|gorro|casco|gafas|lentes|anteojos|guante|guantes|zapato|zapatos|zapatillas|botas|bota|sandalias|calcetines|calcetin|tacones|bufanda|panuelo|mascara|mascarilla|antifaz|capa|sueter|jersey|sudadera|capucha|corbata|pajarita|anillo|collar|pulsera|reloj|pendientes|aretes|corona|peluca|auriculares|mochila|bolso|bolsa|delantal|armadura|espada|velo|cinta|lazo|coleta|goma|horquilla|trenza|mangas|manga|puerta|ventana|libro|botella|caja|regalo|paquete|carta|ojos|boca|brazos|mano|manos|cortina|cortinas|cabeza|mirada|voz|luz|paraguas|pelo|cabello|mono|mechon|cordones|cuello|polvo|lagrima|lagrimas|sobre|tapa|hoja|venda|tirita|poncho|vaso|pelota|abanico|alas|escudo',
    skirt: 'falda|faldas|minifalda|pollera|vestido|vestidos|camisa|blusa|camiseta|~top|camison',
    lift: 'levanta/levantan/levantar/levantarse/levantandose|sube/suben/subirse|alza/alzar|se sube|remanga su|arremanga su',
    vanish:
      'cae/caen/caer/cayendo|resbala/resbalan|se desliza|se deslizan|desaparece*|se desvanece*|se disuelve*|transparente*|translucid*|se abre|se rompe|se derrite|al suelo|por el suelo|de los hombros|de sus hombros|vuela|se cae|se le cae|invisible*|se evapora*|se esfuma',
    lacking: 'sin|ninguna|ningun|carente de|libre de|despojad*',
    wear: 'lleva|llevan|llevando|viste|vestida con|vestido con|vistiendo|usa|debajo de la falda|debajo del vestido|bajo la falda|bajo el vestido|debajo del abrigo|debajo',
    nothing:
      'nada|solo una toalla|solo una sonrisa|solo su piel|unicamente la piel|solo ropa interior|absolutamente nada',
    sexual:
      'la penetra|lo penetra|penetracion sexual|desnud|desnuda|desnudas|desnudo|desnudos|desnudez|desnudar|desnudarse|desnudandose|se desnuda|desnudan|semidesnud*|nudista*|nudismo|en cueros|en pelotas|en bolas #|encuerad*|encuera|calat*|pilucha|como vino al mundo|como dios la trajo|como dios lo trajo|traje de adan|traje de eva|en paños menores|topless|se desviste|desvestirse|desvistiendose|desviste|desvestida|strip tease|striptease|estriptis|stripper|bailarina exotica|' +
      'sexo|sexy|sexi|sexual*|sexualmente|erotic*|erotismo|sensualmente|baile sensual|sensual|lascivo|lasciva|lascivamente|provocativ*|provocador*|seductor*|seductora|seduce|seducir|insinuante*|insinua*|lujuria*|lujurios*|obscen*|morbos*|picara pose|cachond*|~calentona|excitad* sexual*|excitacion sexual|libidin*|orgasm*|climax sexual|llega al climax|hacer el amor|hace el amor|hacen el amor|haciendo el amor|acto sexual|coito|copul*|follar|~folla|~follan|follando|coger con|~cogen|cogiendola|cojer|chingar|tirar con ella|se la tira|penetracion|mamada|mamar|felacion|sexo oral|cunnilingus|chupasela|chuparsela|chupa la polla|~paja #|hace una paja|se masturba|masturb*|se toca #|se toca entre|se toca sensual*|se toca de forma|se toca sus partes|tocarse #|se tocan intim*|correrse|se corre #|eyacul*|semen|porno*|hentai|orgia*|trio sexual|bdsm|bondage|azotes en|nalgada*|nalguea*|vibrador*|dominatrix|fetich*|puta|putas|putita|~zorra #|zorras|guarra|ramera|prostitut*|burdel|prostibulo|puticlub|twerk*|twerking|perreo|perrea*|baile de barra|pole dance|lap dance|mueve .. culo|menea .. culo|menea .. trasero|menea .. caderas|sacude .. trasero|' +
      'pechos|senos|tetas|teton|tetona|pezon|pezones|escote profundo|~escote|vulva|vagin*|clitoris|~coño|~chocho|panocha|~concha #|~pene|penes|~polla|~pollas|verga|~pija|ereccion|testicul*|cojones|partes intimas|genital*|entrepierna|vello pubico|culo desnudo|culo|culos|' +
      'muestra todo|ensena todo|lo ensena todo|enseña los pechos|exhibe su cuerpo|exhibicion*|mostrando su cuerpo|muestra su cuerpo|entre las piernas|entre sus piernas|entre los muslos|debajo de la falda|mano bajo su|mete la mano bajo|mete mano|manosea*|toquetea*|se acaricia #|se acaricia entre|se acaricia el cuerpo|acaricia su cuerpo|acaricia .. cuerpo|acaricia .. muslo*|se frota contra|frota contra|se restriega|lame su cuerpo|lame .. cuello|besa .. cuello|besa .. cuerpo|besandole el cuello|embiste|embestida*|movimiento* pelvico*|contonea*|monta a horcajadas|cabalga sobre el|cabalga sobre ella|a cuatro patas|en cuatro #|arquea .. espalda .. cama|en la cama juntos|a la cama|escena de cama|escena de amor|escena caliente|gime de placer|gemidos de placer|gemidos|camiseta mojada|blusa mojada|en ropa interior|en lenceria|en bragas|en tanga|en bikini provoc*|ahegao|sin nada puesto|sin nada debajo|sin nada',
    expose:
      'muestra/muestran/mostrar/mostrando|ensena/ensenar/ensenando|expone|exponer|revela/revelar/revelando|descubre|deja ver|dejando ver|exhibe|zoom|primer plano|luce',
    zone: 'trasero|nalgas|nalga|muslo|muslos|caderas desnudas|pecho|vientre|curvas|su cuerpo|cuerpo|ropa interior|sujetador|busto|pompis|pubis|culo',
    fondle:
      'acaricia/acariciar/acariciando|toca/tocar|aprieta/apretar|agarra/agarrar|masajea|soba|frota/frotar|lame/lamer|besa|muerde|pellizca|azota|palmea|estruja|unta|manosea',
    jiggle: 'sacude|sacudir|menea|menear|rebota|rebotan|botan|mueve|mueven|agita|bambolea',
    legs: 'piernas|muslos|rodillas',
    spread: 'abre/abren/abrir/abriendo|separa/separar|abiertas|abierta de|despatarra*',
    exercise: 'yoga|estira*|ballet|gimnas*|ejercicio*|bailarina|split|sentadilla*|espagat|tripode|karate',
    curtsy: 'reverencia|reverencias',
    moan: 'gime|gimen|gemir|gimiendo|jadea|jadear|suspira|grita|tiembla|se retuerce|se estremece|se arquea',
    pleasure: 'placer|extasis|deseo|lujuria|gozo|excitacion|pasion',
    child:
      'niño|nino|nina|ninos|ninas|niñita|ninita|ninito|bebe|bebes|crio|cria pequena|chiquill*|nene|nena pequena|menor|menores|menor de edad|menores de edad|infantil*|infante|colegial|colegiala*|escolar*|alumna de primaria|alumno*|estudiante de secundaria|adolescente*|quinceanera|preadolescente*|puber*|impuber|<18 anos|anos <18|de <18 anos|' +
      'cuatro anos|cinco anos|seis anos|siete anos|ocho anos|nueve anos|diez anos|once anos|doce anos|trece anos|catorce anos|quince anos|dieciseis anos|diecisiete anos',
    adult:
      'hombre|hombres|adulto*|adulta*|mujer|profesor*|maestro|tio|desconocido|padrastro|jefe|cura|viejo|novio|novia|amante*',
    romance:
      'besa|besan|besar|besando|beso|besos|besarse|abraza|abrazan|abrazo|abrazar|romantic*|enamorad*|coquetea*|coquetear|ligar|acurruca*|mimos|cita romantica|cita|se casa|caricia*',
    lips: 'en la boca|en los labios|con lengua|apasionad*|beso frances|intensamente',
    minors:
      'pedofil*|pederast*|loli|lolita|lolicon|shota|pornografia infantil|nina sexy|nino sexy|menor desnud*|nina desnuda|nino desnudo|nina en bikini',
    harm: 'apunala*|acuchilla*|clava/clavan/clavar/clavarle|dispara/disparan/disparar/dispararle|golpea/golpean/golpear|pega/pegan/pegar|patea/patear|corta/cortan/cortar|rebana|degolla|ahoga/ahogar|asfixia*|quema/queman/quemar|aplasta|azota|latiga|hiere|herir|ataca|muerde|rompe/romper|arranca|atraviesa|raja|parte|abofetea*|balea|machaca|revienta',
    victim:
      'le a|lo|al hombre|el hombre|la mujer|a la mujer|a alguien|alguien|gente|multitud|guardia|prisionero|rehen|perro|perra|gato|animal|animales|enemigo|victima|soldado|policia|esposa|marido|persona*|un hombre|una mujer|cara|rostro|publico|ella|novia',
    vital:
      'garganta|cuello|vientre|barriga|estomago|corazon|cabeza|craneo|ojo|ojos|dedo|dedos|miembros|tripas|huesos|nuca|pecho|espalda|brazo|pierna|cara',
    play: 'almohada*|nieve|juego|juguete|foto*|balon|pelota|gol|flecha*|diana|blanco|pan|verdura*|papel|tambor*|pastel|manzana|libro|madera|cartas|risa|saco de boxeo|aire|mesa|puerta|huevo*|carne|queso|flor*|agua|mirada|palmas|cinta|fruta|hilo|globo|pinata|cebolla*|lena',
    violence:
      'ejecuta a|ejecutan a|ejecucion|asesin*|~mata|~matan|matar|matando|matarlo|matarla|homicid*|degoll*|degüell*|deguell*|estrangul*|decapit*|guillotin*|desmembr*|destrip*|descuartiz*|mutil*|masacr*|tortur*|~viola a|violan|violar|violacion|violador|violada|~viola #|linch*|crucific*|fusil*|acribill*|ahorca*|apuñal*|apunal*|ensangrent*|sangrient*|sangrando|sangra|sangran|sangre brota|sangre salpica|charco de sangre|bano de sangre|cubiert* de sangre|lleno de sangre|llena de sangre|salpica* de sangre|visceras|tripas|intestinos|gore|cadaver*|muerto en el suelo|cabeza cortada|corta la cabeza|corta .. cabeza|le corta el cuello|corta la garganta|corta .. cuello|cuchillo en .. vientre|cuchillo en .. pecho|cuchillo en .. cuello|cuchillo en .. garganta|pistola en .. cabeza|pistola a la cabeza|arma en .. cabeza|apunta .. cabeza|apunta .. pistola|apunta .. arma|a punta de pistola|a punta de cuchillo|tiroteo|dispara a la multitud|atentado*|terroris*|coche bomba|secuestr*|rehen*|maltrat*|golpea a su esposa|golpea a su mujer|pega a su|patea .. perro|paliza|canibal*|entierra viv*|quema viv*|quemad* viv*|genocidi*|empala*|agoniza*|pelea de gallos|pelea de perros|le vuela la cabeza|le vuela los sesos|a muerte|hasta la muerte',
    blood: 'sangre|sesos|tripas|visceras',
    flow: 'brota|brotan|salpica*|chorrea*|gotea*|corre|corriendo|mana|derrama*|por todas partes|fluye|escupe|bebe|lame|cubre|sale|sale de|escurre*',
    self: 'si mismo|si misma|a si',
    wrist: 'muneca|munecas|vena|venas|antebrazo|antebrazos|brazos',
    selfharm:
      'suicid*|se mata|matarse|se quita la vida|quitarse la vida|acaba con su vida|acabar con su vida|se ahorca|ahorcarse|se cuelga del cuello|se cuelga del techo|se dispara|dispararse|se pega un tiro|pegarse un tiro|se apunala|se corta las venas|cortarse las venas|se corta las munecas|se corta la muneca|se corta los brazos|se corta el brazo|se corta la piel|cortarse|se autolesiona|autolesion*|automutil*|se hace dano|hacerse dano|se lastima a si|se prende fuego|se inmola|se ahoga a proposito|se tira del puente|se tira por la ventana|salta del puente|salta desde el puente|salta del edificio|salta del tejado|salta al vacio|se arroja|se lanza al vacio|se lanza al tren|sobredosis|traga .. pastillas|punado de pastillas|frasco de pastillas|pistola en la boca|arma en la boca|pistola en su propia|canon en la boca|ruleta rusa|anorex*|bulimi*|se provoca el vomito|provocarse el vomito|vomita a proposito|vomitar para|dedos en la garganta|se mata de hambre|deja de comer para|quiere morir|ganas de morir|soga al cuello|cuchilla de afeitar|navaja .. muneca*',
    hate: 'nazi|nazis|nazista*|nazismo|hitler*|hitleriano|saludo nazi|saludo fascista|heil|esvastica*|svastica*|cruz gamada|camisa parda|antisemit*|judio de mierda|sucio judio|judios al|negro de mierda|sudaca*|moro de mierda|puto moro|maricon*|marica|tortillera|bollera|travelo|mongolic*|subnormal*|retrasad*|camara* de gas|holocausto|raza superior|supremaci* blanc*|limpieza etnica|pureza racial|racist*|racismo|ku klux*|kkk|blackface|cara pintada de negro|sonidos de mono|gestos de mono|homofob*|islamofob*|xenofob*|muerte a los|estira .. ojos .. asiat*|ojos rasgados|ojos de chino|chino de mierda|burlandose de un discap*',
    holy: 'coran|corán|biblia*|tora|mezquita*|sinagoga*|iglesia*|cruz|crucifijo|estrella de david|bandera de israel|bandera arcoiris|bandera del orgullo|hiyab|kipa|templo|menora',
    desecrate:
      'quema/queman/quemar/quemando|rompe|rasga|escupe/escupir|pisotea*|profana*|mancilla|orina|mea|arranca|incendia|destroza|pisa',
    group:
      'judio*|judia*|musulman*|arabe*|moros|negros|los negros|negras|africano*|asiatic*|chinos|inmigrante*|migrante*|refugiado*|extranjeros|gays|homosexual*|lesbiana*|trans|transexual*|travesti*|discapacitado*|gitano*|gitana*|cristianos|mujeres|indigena*|latinos|hindues|paralitic*',
    demean:
      'burla|burlan|burlarse|burlandose|se burla|se rie de|insulta*|escupe|humilla*|ridiculiza*|odia|odio|extermina*|deporta*|expulsa*|inferior*|alimana*|ratas|cucarachas|mono|monos|sucio*|parasit*|gasea*|muerte a|imita|caricatur*|golpea|ataca',
    realperson:
      'deepfake*|intercambio de cara*|cambia .. cara por|cambio de cara|pon la cara de|poner la cara de|pon .. rostro de|con la cara de|la cara de A|el rostro de A|persona real|personas reales|famos* de verdad|celebridad*|actriz famosa|actor famoso|cantante famos*|politico famoso|se parezca a A|se parece a A|parecerse a A|parezca A A|convierte* en A A|transforma* en A A|el presidente|la presidenta|rey felipe|reina letizia|pedro sanchez|rajoy|zapatero|amlo|lopez obrador|sheinbaum|milei|bukele|maduro|hugo chavez|fidel castro|che guevara|shakira|penelope cruz|antonio banderas|rosalia|bad bunny|maluma|karol g|daddy yankee|luis miguel|enrique iglesias|julio iglesias|messi|maradona|rafa nadal|rafael nadal|iker casillas|sergio ramos|georgina rodriguez|eva longoria|sofia vergara|salma hayek|ibai|frida kahlo|luis fonsi',
    acquaintance:
      'mi ex|mi exnovia|mi exnovio|mi ex novia|mi novia|mi novio|mi vecina|mi vecino|mi profesora|mi profesor|mi maestra|mi companera|mi companero|mi colega|mi hermana|mi hermanastra|mi hermano|mi madre|mi mama|mi esposa|mi mujer|mi marido|mi prima|mi primo|mi jefa|mi jefe|mi amiga|mi amigo|mi crush|una chica que conozco|una chica de mi|mi alumna|mi hija|mi suegra|mi tia',
    likeness:
      'foto*|cara|rostro|imagen|selfie*|video|parezca|parece|voz|instagram|haz|convierte|transforma|de|como|usa',
    illegal:
      'cocaina|coca #|heroina|~crack #|metanfetamin*|cristal meth|lsd|mdma|~extasis #|pastilla de extasis|ketamina|fentanil*|cannabis|marihuana|mota #|hachis|porro*|canuto*|fuma hierba|fumando hierba|fuma un porro|fuma marihuana|fuma crack|droga|drogas|drogandose|se droga|drogarse|drogadict*|narco*|traficante*|jeringa .. brazo|jeringuilla|se inyecta|se pincha|se chuta|raya de coca*|rayas de coca*|esnif*|setas alucin*|hongos alucin*|coctel* molotov|bomba casera|bomba de tubo|chaleco explosivo|cinturon explosivo|explosivo*|gas sarin|roba un banco|atraca|atraco|dinero falso|arma fantasma|impresora .. pistola',
    drug: 'polvo|pastillas|hierba #|jeringa|raya|linea|caballo #|papelina|piedra #',
    consume: 'fuma|fumar|fumando|esnifa|inhala|inyecta|vende|trafica|traga|consume|toma|mete|chuta',
    weapon: 'bomba|bombas|explosivo*|granada*|arma|armas|pistola|rifle|fusil|municion*|dinamita|veneno',
    make: 'fabrica|fabricar|fabricando|construye|construir|monta|ensambla|coloca una|pone una|detona|arma una|prepara una|hace una|hacer una|imprime|cocina',
    evasion:
      'ignora .. instruccion*|ignorar .. instruccion*|ignora .. reglas|ignora .. normas|olvida .. instruccion*|olvida .. reglas|omite .. filtro*|salta* .. filtro*|evita .. filtro*|desactiva .. filtro*|desactiva .. seguridad|sin censura|no censurad*|sin filtro*|sin restriccion*|filtro desactivado|ahora eres|modo desarrollador|mensaje del sistema|todo esta permitido|todo vale|sin reglas|sin limites|marca de agua|al reves|leelo al reves|primeras letras|instrucciones del sistema',
  },
};
