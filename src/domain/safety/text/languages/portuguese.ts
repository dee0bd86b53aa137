import type { Lexicon } from '../lexicon.ts';

export const PORTUGUESE: Lexicon = {
  name: 'portuguese',
  objects: 'around',
  smallWords:
    'o a os as um uma do da dos das no na nos nas ao à e com em por para pelo pela se seu sua seus suas que ela ele lhe não mais muito dele dela deles enquanto até sob sobre como está',
  concepts: {
    idiom:
      'toca la viola|toca viola|suona la viola|uma viola|color viola|colore viola|goza o|goza a vida|goza as|goza do|goza da|mata a saudade|mata saudade|matar a saudade|mata a sede|mata a fome|mata a curiosidade|mata a aula|pes nus|pe nu|pes descalcos|olho nu|arvore* nua*|galho* nu*|parede nua|verdade nua|ombros nus|bracos nus|maos nuas|peito sobe|peito sobe e desce|sobe e desce o peito|estufa o peito|bolso do peito|peito de frango|bate no peito|mata o tempo|matar o tempo|matando o tempo|morre de rir|morto de rir|morta de rir|morre de sono|morre de vergonha|morta de vergonha|morre de fome|morto de cansaco|morta de cansaco|folha* morta*|natureza morta|' +
      'bate palmas|bate as asas|bate os ovos|bate na porta|bate o pe|bate na mesa|bate o tambor|bate no tambor|bate a porta|coracao bate|corta o pao|corta pao|corta legumes|corta os legumes|corta o bolo|corta a fita|corta o cabelo|corta flores|corta a fruta|corta o papel|atira uma flecha|atira flechas|atira a bola|atira um beijo|atira ao alvo|atira bolas|tira uma foto|tira foto*|tira fotos|tira uma selfie|tira a poeira|tira o po|tira do bolso|dispara o flash|tiro ao alvo|tiro com arco|' +
      'sangue sobe|sobe o sangue|sangue frio|laranja* sanguinea*|bomba de chocolate|bomba de banho|bomba d agua|pistola de agua|pistola de cola|arma de brinquedo|jogo de crianca*|desenho de crianca|brincadeira de crianca|abaixa a cabeca|baixa a cabeca|abaixa os olhos|baixa os olhos|baixa o olhar|abaixa a voz|abaixa a luz|sexta|sexto|chupa o pirulito|chupa um pirulito|chupa sorvete|lambe o sorvete|lambe um sorvete|lambe a pata|grama verde|na grama|sobre a grama|beijo na bochecha|beijo no rosto|manda um beijo|sopra um beijo|bola* de neve|fio da meada|pau de selfie|pau a pique|pica pau|galo|pinto amarelo|pintinho*|rola a bola|cobra rasteja|periquito*|bunda do copo|tesoura|gata se espreguica|fada|faca o',
    remove:
      'tira/tiram/tirar/tirando/tirou|retira/retiram/retirar|despe/despir/despindo|remove/remover|desabotoa*|desabotoar|abre/abrem/abrindo .. ziper|abre/abrir a/o/sua/seu|desce/descer o ziper|desamarra|desfivela|solta/soltar|abaixa/abaixam/abaixar/abaixando|baixa/baixar|arranca/arrancar|rasga/rasgar|deixa/deixam/deixando .. cair|deixa cair|deixa .. escorregar|deixa .. deslizar|escorrega para fora|livra se|se livra|larga|joga fora|puxa .. para baixo|desliza|despoja|arria/arriar',
    garment:
      'roupa|roupas|vestido|vestidos|camisa|camisas|blusa|blusas|camiseta|regata|saia|saias|minissaia|calca|calcas|jeans|short|shorts|bermuda|calcinha|calcinhas|cueca|cuecas|tanga|fio dental|roupa intima|roupas intimas|sutia|sutias|lingerie|biquini|bikini|maio|sunga|traje de banho|meia calca|espartilho|camisola|pijama|roupao|robe|toalha|lencol|quimono|~top|uniforme|cinto|alca|alcas|braguilha|traje|trajes|vestes|~body|collant|macacao|figurino|pecas',
    outerwear:
      'casaco|jaqueta|colete|paleto|blazer|chapeu|bone|gorro|capacete|oculos|luva|luvas|sapato|sapatos|tenis|botas|bota|sandalia|sandalias|meia|meias|salto|saltos|cachecol|lenco|mascara|capa|sueter|moletom|capuz|gravata|anel|colar|pulseira|relogio|brinco|brincos|coroa|peruca|fone|fones|mochila|bolsa|avental|armadura|espada|veu|fita|laco|elastico|grampo|tranca|manga|mangas|porta|janela|livro|garrafa|caixa|presente|pacote|carta|olhos|boca|bracos|mao|maos|cortina|cortinas|cabeca|olhar|voz|luz|guarda chuva|cabelo|cabelos|mecha|cadarco|cadarcos|gola|po|poeira|lagrima|lagrimas|envelope|tampa|foto|fotos|poncho|copo|bola|asas|escudo|papel|bilhete|celular|neve',
    skirt: 'saia|saias|minissaia|vestido|vestidos|camisa|blusa|camiseta|~top|camisola',
    lift: 'levanta/levantam/levantar/levantando|ergue/erguer|sobe/subir/suspende|puxa .. para cima|arregaca sua saia',
    vanish:
      'cai/caem/cair/caindo|escorrega*|desliza/deslizam|desaparece*|some|somem|sumir|dissolve*|transparente*|translucid*|abre se|se abre|rasga se|se rasga|derrete*|no chao|dos ombros|evapora*|invisive*|voa',
    lacking: 'sem|nenhuma|nenhum|livre de|desprovid*',
    wear: 'usa|usam|usando|veste|vestindo|vestida com|vestida de|vestido com|por baixo da saia|por baixo do vestido|debaixo da saia|por baixo|debaixo',
    nothing:
      'nada|apenas uma toalha|so uma toalha|so um sorriso|apenas a pele|so a pele|absolutamente nada|so lingerie',
    sexual:
      'penetra ela|penetra nela|penetracao|nudez|~nu|~nua|~nus|~nuas|fica nua|fica nu|ficam nus|ficar nua|ficando nua|toda nua|todo nu|totalmente nua|completamente nua|corpo nu|mulher nua|homem nu|seminu*|~pelad*|peladao|pelada|em pelo #|nudista*|nudismo|naturist*|desnud*|topless|como veio ao mundo|traje de adao|traje de eva|se despe|despe se|despir se|se despir|despindo se|se despindo|despida|despido|sem roupa|strip tease|striptease|~strip|stripper*|tira tudo|' +
      'sexo|sexy|sexual*|sexualmente|erotic*|erotismo|sensualmente|danca sensual|sensual|lasciv*|provocante*|provocativ*|sedutor*|sedutora|seduz|seduzir|seduzindo|insinuante*|insinua*|luxuria*|obscen*|safad*|tarad*|tesao|excitad* sexual*|excitad* #|com tesao|libidin*|orgasm*|~goza|~gozar|~gozando|fazer amor|faz amor|fazem amor|fazendo amor|relacao sexual|ato sexual|coito|copul*|transa #|transam|transar|transando|foder|fode|fodem|fodendo|foda|trepar|trepa #|trepando|meter nela|boquete|mamada|felacao|sexo oral|chupa o pau|chupar o pau|siririca|punheta|se masturba|masturb*|se toca #|se toca entre|se toca sensual*|tocar se #|se tocando #|ejacul*|~porra #|porno*|hentai|suruba|orgia*|menage|bdsm|bondage|palmada*|tapa na bunda|tapas na bunda|consolo #|vibrador*|dominatrix|fetich*|puta|putas|putinha|vadia*|piranha #|cachorra #|vagabunda|prostitut*|bordel|puteiro|garota de programa|twerk*|rebola*|rebolando|quebra de quadril|danca do poste|pole dance|lap dance|sarra|sarrando|sarrada|mexe .. bunda|balanca .. bunda|empina .. bunda|~empina*|' +
      'seios|seio|peitos|tetas|mamilo*|decote profundo|~decote|vulva|vagin*|clitoris|buceta|boceta|xoxota|xana|penis|~pau duro|~pica|~rola dura|caralho|erecao|testicul*|partes intimas|genital*|genitais|virilha|pelos pubianos|anus|cu #|~cu|bunda nua|bundao|bumbum|bunda|' +
      'mostra tudo|mostrar tudo|exibe o corpo|exibicion*|mostrando o corpo|mostra o corpo|entre as pernas|entre as coxas|debaixo da saia|mao por baixo|mao dentro d*|apalpa*|bolina*|se acaricia #|se acaricia entre|se acaricia o corpo|acaricia o corpo|acaricia .. corpo|acaricia .. coxa*|se esfrega|esfrega se|esfregando se|esfrega .. nele|esfrega .. nela|lambe .. corpo|lambe .. pescoco|beija .. pescoco|beija .. corpo|estocada*|cavalga nele|cavalga ele|monta nele|de quatro #|de quatro|arqueia .. costas .. cama|na cama juntos|para a cama|cena de cama|cena de amor|cena quente|geme de prazer|gemidos|gemendo|camiseta molhada|blusa molhada|de lingerie|de calcinha|de biquini provoc*|de roupa intima|de cueca|ahegao|sem nada por baixo|sem nada',
    expose:
      'mostra/mostram/mostrar/mostrando|exibe/exibir/exibindo|expoe/expor/expondo|revela/revelar/revelando|deixa ver|deixando ver|descobre|zoom|close|destaca',
    zone: 'bunda|nadegas|nadega|traseiro|coxa|coxas|peito|barriga nua|curvas|seu corpo|corpo|calcinha|sutia|busto|pubis',
    fondle:
      'acaricia/acariciar/acariciando|toca/tocar|aperta/apertar|agarra/agarrar|massageia|alisa|esfrega|lambe/lamber|beija|morde|belisca|bate|apalpa|unta',
    jiggle: 'balanca|balancar|sacode|sacudir|mexe|mexer|quica|quicam|treme|pula|pulam|rebola',
    legs: 'pernas|coxas|joelhos',
    spread: 'abre/abrem/abrir/abrindo|separa|afasta/afastar|abertas|arreganha*|escancara*',
    exercise: 'yoga|ioga|alonga*|bale|ballet|ginast*|exercicio*|bailarina|agachamento|espacate|tripe|karate|capoeira',
    curtsy: 'reverencia|reverencias',
    moan: 'geme|gemem|gemer|gemendo|ofega|ofegante|suspira|grita|treme|se contorce|contorce se|estremece|arqueia',
    pleasure: 'prazer|extase|desejo|luxuria|gozo|excitacao|tesao|paixao',
    child:
      'crianca|criancas|menino|menina|meninos|meninas|menininha|menininho|garotinha|garotinho|bebe|bebes|guri|guria|pirralh*|menor|menores|menor de idade|menores de idade|infantil|aluna|aluno|alunas|estudante do fundamental|colegial|colegiais|escolar*|adolescente*|pre adolescente*|novinha*|puber*|<18 anos|de <18 anos|' +
      'quatro anos|cinco anos|seis anos|sete anos|oito anos|nove anos|dez anos|onze anos|doze anos|treze anos|quatorze anos|catorze anos|quinze anos|dezesseis anos|dezasseis anos|dezessete anos|dezassete anos',
    adult:
      'homem|homens|adulto*|adulta*|mulher|professor*|tio|estranho|desconhecido|padrasto|chefe|padre|velho|namorado|namorada|amante*',
    romance:
      'beija|beijam|beijar|beijando|beijo|beijos|beijinho*|abraca|abracam|abraco|abracar|romantic*|apaixonad*|paquera|flerta|flertar|carinho|aconchega*|encontro romantico|casa com|namora|namorar|caricia*',
    lips: 'na boca|nos labios|de lingua|apaixonadamente|beijo frances|ardente*',
    minors:
      'pedofil*|loli|lolita|lolicon|shota|pornografia infantil|menina sexy|novinha pelada|novinha safada|novinha de|menor nua|menor nu|crianca nua|menina nua|menino nu|menina de biquini',
    harm: 'esfaqueia*|esfaquear|apunhala*|crava/cravam/cravar|enfia/enfiar|atira/atiram/atirar|dispara/disparar|bate/batem/bater|espanca|chuta/chutar|corta/cortam/cortar|fatia|sufoca*|afoga/afogar|queima/queimam/queimar|esmaga|chicoteia|fere|ferir|ataca|morde|quebra/quebrar|arranca|perfura|rasga|retalha|esbofeteia|soca|baleia|fura|surra',
    victim:
      'nele|nela|homem|mulher|alguem|pessoas|multidao|guarda|prisioneiro|refem|cachorro|cao|gato|animal|animais|inimigo|vitima|soldado|policial|esposa|marido|pessoa|no rosto|rosto dela|publico|namorada|filho|ela #|ele #',
    vital:
      'garganta|pescoco|barriga|ventre|estomago|coracao|cabeca|cranio|olho|olhos|dedo|dedos|membros|tripas|ossos|nuca|peito|costas|braco|perna|cara|rosto',
    play: 'travesseiro*|neve|brincadeira|brinquedo|foto*|bola|gol|flecha*|alvo|pao|legume*|papel|tambor*|bolo|maca|livro|madeira|cartas|risada|saco de pancada|~ar|mesa|porta|ovo*|carne|queijo|flor*|agua|olhar|palmas|fita|fruta|balao|cebola*|lenha|asas|~pe',
    violence:
      'assassin*|~mata|~matam|matar|matando|homicid*|degol*|estrangul*|enforca #|enforca ela|enforca ele|decapit*|guilhotin*|desmembr*|estrip*|esquartej*|mutil*|massacr*|tortur*|estupr*|~viola #|violacao|~violenta #|violentad*|linch*|crucific*|executa .. prisioneir*|executa .. tiro|execucao|fuzil*|metralha*|esfaque*|apunhal*|ensanguentad*|sangrent*|sangrando|sangra|sangram|sangue jorra|sangue escorre|sangue espirra|poca de sangue|banho de sangue|cobert* de sangue|cheio de sangue|cheia de sangue|respingos de sangue|visceras|tripas|intestinos|gore|cadaver*|cabeca cortada|corta a cabeca|corta .. cabeca|corta a garganta|corta .. garganta|corta o pescoco|faca na .. barriga|faca no .. peito|faca no .. pescoco|faca na .. garganta|arma na .. cabeca|arma para a cabeca|arma apontada|aponta .. arma|aponta .. pistola|tiroteio|atira na multidao|atentado*|terroris*|carro bomba|homem bomba|sequestr*|refem|maltrat*|espanc*|bate na esposa|bate na mulher|chuta .. cachorro|surra|canibal*|enterra* viv*|queima* viv*|genocidi*|empal*|agoniza*|briga de galo|rinha de|explode a cabeca|estoura os miolos|ate a morte|ate morrer',
    blood: 'sangue|miolos|tripas|visceras',
    flow: 'jorra|jorram|espirra*|escorre*|pinga*|esguicha*|derrama*|por toda parte|por todo lado|flui|cospe|bebe|lambe|cobre|sai|corre',
    self: 'si mesmo|si mesma|si proprio|si propria',
    wrist: 'pulso|pulsos|veia|veias|antebraco|antebracos|bracos',
    selfharm:
      'suicid*|se mata|matar se|mata se|tira a propria vida|tirar a propria vida|acaba com a propria vida|acabar com a vida|se enforca|enforca se|enforcar se|se pendura pelo pescoco|se da um tiro|da um tiro em si|atira em si|atira na propria|tiro na propria cabeca|se esfaqueia|se apunhala|corta os pulsos|cortar os pulsos|corta o pulso|corta as veias|corta os proprios|se corta #|se corta com|se corta de|corta se #|corta se com|cortar se #|corta a propria pele|automutil*|autoles*|se machuca de proposito|se fere|ateia fogo em si|poe fogo em si|se afoga de proposito|se joga da ponte|se joga do predio|se joga na frente|se joga da janela|pula da ponte|pula do predio|pula do telhado|pula no vazio|salta da ponte|atira se da|overdose|engole .. comprimidos|engole .. remedios|punhado de comprimidos|frasco de comprimidos|arma na boca|pistola na boca|arma na propria|cano na boca|roleta russa|anorex*|bulimi*|provoca o vomito|provocar vomito|forca o vomito|vomita de proposito|vomitar para|dedo na garganta|dedos na garganta|se mata de fome|passa fome para|quer morrer|vontade de morrer|corda no pescoco|lamina no braco|gilete',
    hate: 'nazi|nazis|nazista*|nazismo|hitler*|saudacao nazista|saudacao hitlerista|heil|suastica*|cruz gamada|antissemit*|judeu sujo|judeus ao|macaco preto|preto macaco|preto imundo|crioul*|nego imundo|viado|viados|veado #|~bicha #|bichas|sapatao|traveco*|baitola|boiola|retardad*|mongoloide*|aleijad*|camara* de gas|holocausto|raca superior|supremaci*|pureza racial|limpeza etnica|racist*|racismo|ku klux*|kkk|blackface|rosto pintado de preto|sons de macaco|gestos de macaco|imita macaco|homofob*|islamofob*|xenofob*|morte aos|puxa .. olhos .. asiat*|olhos puxados|japa imundo',
    holy: 'alcorao|corao #|biblia*|tora|mesquita*|sinagoga*|igreja*|cruz|crucifixo|estrela de davi|bandeira de israel|bandeira do orgulho|bandeira arco iris|hijab|quipa|templo|terreiro|menora',
    desecrate:
      'queima/queimam/queimar/queimando|rasga|cospe/cuspir|pisoteia*|profana*|urina|mija|arranca|incendeia|destroi|pisa|chuta',
    group:
      'judeu*|judia*|muculman*|arabe*|negros|os negros|negras|africano*|asiatic*|chineses|imigrante*|migrante*|refugiado*|estrangeiros|gays|homossexua*|lesbica*|trans|transexua*|travesti*|deficiente*|cadeirante*|cigano*|cristaos|mulheres|indigena*|nordestino*|hindus|evangelicos',
    demean:
      'zomba|zombam|zombando|debocha*|ri de|rindo de|caçoa|cacoa|insulta*|xinga|cospe|humilha*|ridiculariza*|odeia|odio|extermina*|deporta*|expulsa*|inferior*|vermes|ratos|baratas|macaco|macacos|sujo*|imund*|parasit*|morte a|imita|caricatur*|ataca|espanca',
    realperson:
      'deepfake*|troca de rosto*|trocar o rosto|troca o rosto|coloca o rosto|coloque o rosto|poe o rosto|com o rosto de|com o rosto da|o rosto de A|o rosto da A|pessoa real|pessoas reais|celebridade*|famos* de verdade|atriz famosa|ator famoso|cantora famosa|politico famoso|pareca A A|pareca com A|pareca o A|pareca a A|parece com A A|transforme* em A A|vira A A|o presidente|a presidenta|primeiro ministro|lula|bolsonaro|dilma|michel temer|alexandre de moraes|sergio moro|marcelo rebelo|antonio costa|neymar|pele #|ronaldinho|cristiano ronaldo|cr7|anitta|ivete sangalo|gisele bundchen|xuxa|silvio santos|faustao|pabllo vittar|luisa sonza|bruna marquezine|caetano veloso|roberto carlos|ayrton senna|senna|whindersson|felipe neto|rodrigo santoro|wagner moura|marilia mendonca|jose mourinho',
    acquaintance:
      'minha ex|meu ex|ex namorada|ex namorado|minha namorada|meu namorado|minha vizinha|meu vizinho|minha professora|meu professor|minha colega|meu colega|minha irma|meu irmao|minha mae|minha esposa|minha mulher|meu marido|minha prima|meu primo|minha chefe|meu chefe|minha amiga|meu amigo|minha crush|meu crush|uma menina que conheco|uma garota da minha|minha aluna|minha filha|minha sogra|minha tia|minha cunhada|minha madrasta',
    likeness:
      'foto*|rosto|cara|imagem|selfie*|video|pareca|parece|voz|instagram|faca|transforme|transforma|de|da|do|como|use',
    illegal:
      'cocaina|heroina|~crack #|metanfetamin*|cristal meth|lsd|mdma|ecstasy|ketamina|fentanil*|cannabis|maconha|haxixe|baseado #|fuma um baseado|bagulho #|fuma erva|fuma maconha|fuma crack|droga|drogas|se droga|drogando*|traficante*|trafico de drogas|boca de fumo|seringa .. braco|se injeta|injeta se|se pica|carreira de coca*|carreira de po|cheira cocaina|cheira po|cheira uma carreira|cheirando po|cogumelos alucin*|coquetel molotov|coqueteis molotov|bomba caseira|colete explosivo|cinto explosivo|explosivo*|gas sarin|assalta um banco|assalto a banco|dinheiro falso',
    drug: 'po branco|po #|comprimidos|erva #|seringa|carreira|pedra #|bala #|baseado|lanca perfume|lolo',
    consume: 'fuma|fumar|fumando|cheira|cheirar|cheirando|inala|injeta|vende|trafica|engole|consome|toma|usa',
    weapon: 'bomba|bombas|explosivo*|granada*|arma|armas|pistola|rifle|fuzil|municao|municoes|dinamite|veneno',
    make: 'fabrica|fabricar|fabricando|constroi|construir|monta|montar|coloca uma|planta uma|detona|arma uma|prepara uma|faz uma|fazer uma|imprime',
    evasion:
      'ignore .. instrucoes|ignora .. instrucoes|ignorar .. instrucoes|ignore .. regras|ignora .. regras|esqueca .. instrucoes|esqueca .. regras|esquece .. regras|burla* .. filtro*|contorna* .. filtro*|desativ* .. filtro*|desativ* .. seguranca|desligue .. filtro*|sem censura|nao censurad*|sem filtro*|sem restricoes|filtro desativado|agora voce e|modo desenvolvedor|mensagem do sistema|tudo e permitido|tudo permitido|sem regras|sem limites|marca d agua|de tras para frente|ao contrario|primeiras letras',
  },
};
