import type { LanguageRules } from './language.js';

/** Accents are gone here: "já" is "ja", "à" is "a". */
const SAID =
  '(?:dit[oa]s?|disse|dissemos|disseram|expliquei|explicamos|explicad[oa]s?|comentei|comentamos|comentad[oa]s?|mencionei|mencionamos|mencionad[oa]s?|indiquei|indicamos|indicad[oa]s?|contei|contamos|contad[oa]s?|escrevi|escrevemos|escrit[oa]s?|respondi|respondemos|respondid[oa]s?|informei|informamos|informad[oa]s?|comuniquei|comunicamos|comunicad[oa]s?|esclareci|esclarecemos|esclarecid[oa]s?|detalhei|detalhamos|detalhad[oa]s?|descrevi|descrevemos|descrit[oa]s?|falei|falamos|falad[oa]s?|tratamos|tratad[oa]s?|vimos|vist[oa]s?|discutimos|discutid[oa]s?|avisei|avisamos|avisad[oa]s?|combinamos|combinad[oa]s?|conversamos|conversad[oa]s?)';
/** What both sides said together: to recall it is no complaint. */
const AGREED = '(?:fal\\w+|combin\\w+|vimos|vist\\w+|trat\\w+|discut\\w+|convers\\w+)';
const GAVE =
  '(?:enviei|enviamos|enviad[oa]s?|mandei|mandamos|mandad[oa]s?|dei|demos|dad[oa]s?|forneci|fornecemos|fornecid[oa]s?|preenchi|preenchemos|preenchid[oa]s?|entreguei|entregamos|entregues?|anexei|anexamos|anexad[oa]s?|passei|passamos|passad[oa]s?|compartilhei|compartilhamos|compartilhad[oa]s?|partilhei|partilhamos|encaminhei|encaminhamos|encaminhad[oa]s?|facultei|facultamos)';
const CLITIC = '(?:(?:lhe|lhes|te|vos|nos|me|se|o|a|os|as|isso|isto|eu|nos) ){0,2}';
const HAVE = '(?:(?:tinha|tinhamos|havia|haviamos|tenho|temos) )?';
const OUR_PEOPLE =
  '(?:colegas?|comercial|comerciais|equip[ea]s?|times?|vended\\w+|vendas|pre-vendas|consultor\\w*|suporte|tecnic\\w+|agentes?|assessor\\w*|executiv\\w+|gerentes?|pessoal|atendentes?)';
/** Somebody of ours: vocês, o seu colega, o vendedor de vocês. */
const US = `(?:(?:a |com |para )?voces?|vos|(?:seus?|suas?|voss[oa]s?|teu|tua|cada|outr[oa]) (?:\\w+ )?${OUR_PEOPLE}|(?:ao|a|o|do|da) (?:comercial|vended\\w+|consultor\\w*|(?:equip[ea]|time) (?:de vendas|comercial))|(?:de|da) voces|(?:a|o|para a|para o) (?:pessoa|rapaz|moca|senhora?) (?:que|de)|(?:senhora?|sra?\\.|dona) \\w+|vendas|pre-vendas)`;
const THEIRS =
  '(?:colegas?|chefes?|equip[ea]s?|times?|auditor\\w*|clientes?|usuari\\w+|utilizador\\w+|setor|departamento|diretoria|direcao|banco|advogad\\w+|socios?|fornecedor\\w*|pessoal|ti)';
const MEETING =
  '(?:n[ao] (?:demo|demonstracao|primeir[oa] \\w+|avaliacao|licitacao|reuniao|kick-?off|formulario|questionario|rfp|inicio|workshop)|durante (?:a|o) (?:avaliacao|venda|demo|processo|demonstracao|negociacao)|antes (?:da assinatura|de assinar|de comprar|de contratar|do contrato))';
const OFTEN =
  '(?:(?:duas|tres|quatro|varias|muitas|diversas|\\d+) vezes|em varias ocasioes|n?a semana passada|n?o mes passado|ontem|antes|anteriormente|em detalhe\\w*|na (?:segunda|terca|quarta|quinta|sexta)(?:-feira)?)';
const NTH = '(?:segunda|terceira|quarta|quinta|sexta|decima|enesima|\\d+ ?[aª])';
const TELLING =
  '(?:explic\\w*|cont(?:ar\\w*|o|amos)|repet\\w*|repit\\w*|diz\\w*|dig\\w*|escrev\\w*|descrev\\w*|respond\\w*|envi\\w*|mand\\w*|preench\\w*|forne\\w*|pass(?:ar|o|amos)|dar)';
const AGAIN = '(?:outra vez|de novo|novamente|mais uma vez|desde o (?:comeco|inicio|principio)|do zero)';
const BROKEN = '(?:ca(?:id|iu|i|em)\\w*|falh\\w*|falt\\w*|erro\\w*|trav\\w*|queda\\w*|duplicad\\w*|incidente|vazi\\w*)';

export const pt: LanguageRules = {
  hints: [
    ...[
      'rodada',
      'ronda',
      'a conta',
      'n.o me canso',
      'claro',
      'antecessor',
      'predecessor',
      'chamado que',
      'ticket',
      'assinatura',
      'ao assinar',
      'agora p',
      'telefone',
      'mesmo',
      'estaca',
      'comum',
    ],
    ...[
      'j. ',
      'vez',
      'repet',
      'repit',
      'explic',
      'de novo',
      'novamente',
      'do zero',
      'come.o',
      'in.cio',
      'como ',
      'conforme',
      'anterior',
      'mesmas',
      'mesma',
      'por qu',
      'quantas',
    ],
    ...[
      'terceira',
      'segunda',
      'tinha',
      'vendas',
      'comercial',
      'de voc',
      'a voc',
      'seu colega',
      'sua equip',
      'vossa',
      'minha mensagem',
      'meu e-mail',
      'meus e-mails',
      'disse',
      'antes d',
    ],
    ...['l. o que', 'durante a', 'na demo', 'falamos', 'vimos'],
  ],
  repeated: [
    // Como já expliquei ao seu colega; conforme informei.
    `\\b(?:como|conforme|tal como|segundo) (?:ja )?${CLITIC}(?:ja )?${CLITIC}${HAVE}(?!${AGREED})${SAID}\\b(?![^.?!]{0,20}\\b(?:hoje|agora|por telefone)\\b)`,
    `\\b(?:como|conforme|tal como) (?:ja )?(?:combinado|acordado|explicado|mencionado|informado|dito)\\b[^.?!]{0,60}\\b(?:explicado|dito|${OFTEN}|de novo|${US}|(?:meu|meus) )`,
    // Já expliquei; já foi discutido.
    `\\bja ${CLITIC}${HAVE}${SAID}\\b(?=[^.?!]*(?:${US}|\\b(?:isso|isto|tudo|voces?|colega|vendas|equip[ea]|time|comercial|sobre isso|vezes|antes|perguntas?|detalhe\\w*|formulario|ontem|semana|mesma)\\b))`,
    `\\bja ${CLITIC}${HAVE}(?:disse|dissemos|expliquei|explicamos|respondi|respondemos|informei|informamos|mencionei|mencionamos|falei|falamos)\\b`,
    `\\bja ${CLITIC}${HAVE}${GAVE}\\b(?=[^.?!]*\\b(?:voces?|seus?|suas?|vos|voss\\w+|formulario|questionario|vezes|comercial|vendas|durante|para (?:o|a) \\w+)\\b)`,
    `\\b(?:nos|eu) (?:ja )?(?:${GAVE}|${SAID})\\b[^.?!]{0,40}\\b(?:duas|tres|varias|muitas|\\d+) vezes`,
    `\\b(?:eu|nos) ${HAVE}(?:ja )?${HAVE}${SAID}\\b[^.?!]{0,60}(?:${US}|\\b${OFTEN}|\\b${MEETING}|\\bsobre isso)`,
    `\\bja ${HAVE}(?:tinha|havia|tinhamos|haviamos) ${SAID}\\b|\\b(?:tinha|havia) (?:ja )?(?:explicado|dito|escrito|informado|avisado)\\b`,
    `\\b(?:vimos|falamos|tratamos|discutimos|dissemos|explicamos|conversamos)\\b[^.?!]{0,15}\\b(?:tudo|de tudo|isso)\\b[^.?!]{0,30}\\b(?:com|na|no|durante|antes)`,
    `\\bja tivemos (?:essa|esta) (?:conversa|discussao|reuniao)`,
    `\\b(?:isso|isto|tudo(?: isso| isto)?|ess[ae]s? \\w+|est[ae]s? \\w+|toda (?:essa|esta) \\w+)\\b[^.?!]{0,10}\\b(?:ja )(?:nos )?(?:foi|foram|esta|estava) ?(?:${SAID}|${GAVE}|feit[oa]s?|resolvid[oa]s?|n[ao] )`,
    `\\bfo(?:i|ram) (?:${GAVE}|${SAID})\\b[^.?!]{0,60}\\b(?:sua|seu|voces|vossa)\\b[^.?!]{0,60}\\b(?:por que|porque|de novo|outra vez)`,
    `\\bnao me canso de (?:repetir|dizer)`,
    `\\b(?:deixamos|deixei|tinha ficado|ficou|ficado)\\b[^.?!]{0,15}\\bclaro\\b[^.?!]{0,40}(?:${US}|\\bequip[ea] de vendas|\\bcom [ao] \\w+)`,
    `\\b(?:achei|achavamos|pensei|pensava|pensavamos) que\\b[^.?!]{0,40}\\b(?:claro|resolvido|combinado|acertado)`,
    `\\bcom (?:a |o )?(?:seu|sua|vosso|vossa) (?:antecessor\\w*|predecessor\\w*)`,
    `\\b${GAVE} (?:na assinatura|ao assinar)`,
    `\\b${SAID}\\b[^.?!]{0,60}\\be agora (?:para|a) (?:voces?|si|vos)\\b`,
    `\\bao telefone com\\b[^.?!]{0,30}\\b(?:voces?|sua|seu)\\b[^.?!]{0,30}\\b(?:este mesmo|esse mesmo|exatamente|mesmo assunto)`,
    // Vocês já têm essa informação.
    `\\b(?:voces?|eles|elas|seus? \\w+|sua equipe)\\b[^.?!]{0,10}\\bja (?:tem|sabem?|conhecem?|possuem|receberam)\\b`,
    `\\b(?:sabem|sabe) (?:ja )?(?:de )?tudo (?:isso|isto)\\b`,
    `\\b(?:vejam|veja|leiam|leia|consultem|revejam|olhem)\\b[^.?!]{0,20}\\b(?:minha|meu|meus|minhas|noss\\w+) (?:\\w+ )?(?:mensage\\w+|e-?mails?|emails?|respostas?)`,
    `\\bn[oa]s? (?:meu|meus|minha|minhas) (?:e-?mails?|mensage\\w+) (?:anterior\\w*|de)\\b|\\besta tudo (?:explicado|la)\\b`,
    // Pela terceira vez.
    `^(?!.*\\b${BROKEN}).*\\bpela ${NTH} vez ?(?:[,:.!]|$)`,
    `^(?!.*\\b${BROKEN})(?=.*\\b${TELLING}).*\\bpela ${NTH} vez\\b`,
    `\\b(?:segunda|terceira|quarta) (?:rodada|ronda) ?[,:]`,
    `\\bperdi a conta\\b[^.?!]{0,40}\\b(?:${TELLING}|${SAID})`,
    `\\be (?:ja )?a ${NTH} vez\\b[^.?!]{0,30}\\bque (?:eu |nos |lhes? |vos |isso )*${TELLING}`,
    `\\b(?:a|o) (?:${NTH}|terceiro|segundo|quarto) (?:pessoa|colega|atendente|contato|contacto|consultor\\w*)\\b[^.?!]{0,40}\\b(?:que|quem|explic\\w+|pergunt\\w+)`,
    `\\bquantas vezes\\b[^.?!]{0,30}\\b(?:tenho|temos|preciso|precisamos|devo|vou|sera)\\b[^.?!]{0,20}\\b${TELLING}`,
    `\\b(?:toda vez|cada vez|sempre|a cada)\\b[^.?!]{0,80}\\b(?:tenho|temos|preciso|precisamos)\\b[^.?!]{0,10}\\b(?:que|de)?\\b[^.?!]{0,20}\\b${TELLING}`,
    // Explicar tudo de novo, começar do zero.
    `\\b(?:que|de|a|quero|preciso) (?:repetir|explicar|contar|dizer|responder|preencher)\\b[^.?!]{0,40}\\b(?:${AGAIN}|tudo)`,
    `\\b(?:voltar a|ter que voltar a) (?:explicar|repetir|contar)`,
    `\\b(?:repetir|contar|explicar|dizer|dar)\\b[^.?!]{0,20}\\b(?:a mesma (?:coisa|historia|informacao)|as mesmas (?:coisas|explicacoes|informacoes)|o mesmo|toda a historia)\\b`,
    `\\b(?:comecar|recomecar|partir) (?:tudo )?(?:do|de|desde) (?:zero|o inicio|inicio|novo)\\b(?=[^.?!]*\\b(?:contat\\w+|contact\\w+|pessoa|colega|cada|voces|vez))`,
    `\\bestaca zero\\b`,
    `\\bme repetindo\\b|\\ba repetir-me\\b|\\b(?:eu )?repito\\b|\\binsisto\\b`,
    // Já me perguntaram a mesma coisa.
    `\\bja (?:me|nos)(?: \\w+)? (?:pergunt\\w+|pedi\\w+|solicit\\w+|fo(?:i|ram) (?:feit\\w+|pergunt\\w+))`,
    `\\bpor ?que (?:\\w+ ){0,4}?(?:pergunt\\w+|ped\\w+|pedindo|pedem|solicit\\w+|precis\\w+)\\b[^.?!]{0,20}\\b${AGAIN}`,
    `\\bqueria saber (?:\\w+ )?(?:a mesma coisa|o mesmo)\\b`,
    `\\b(?:as )?mesmas perguntas\\b|\\bpergunt\\w+ a mesma coisa\\b`,
    // Vendas não repassou.
    `\\b(?:vendas|comercial|colegas?|vendedor\\w*)\\b[^.?!]{0,10}\\bnao\\b[^.?!]{0,20}\\b(?:repass\\w+|pass\\w+|cont\\w+|diss\\w+|transmit\\w+|inform\\w+|encaminh\\w+)`,
    `\\b(?:informac\\w+|mensagem)\\b[^.?!]{0,15}\\b(?:nao|nunca)\\b[^.?!]{0,20}\\b(?:cheg\\w+|pass\\w+|repass\\w+)`,
    `\\b(?:alguem|ninguem)\\b[^.?!]{0,10}\\b(?:le|leu|ouve|escuta)\\b`,
    `\\bpergunt\\w+\\b[^.?!]{0,15}\\ba[os]? (?:seu|sua|vosso|vossa|time|equip[ea]|comercial|vendas)\\b`,
    `\\b(?:cadastro|registro|historico) (?:comum|compartilhad\\w+)`,
    `\\bmao (?:esquerda|direita)\\b`,
    `\\b(?:conversem|falem|alinhem)\\b[^.?!]{0,20}\\b(?:entre|internamente)`,
    // Segue outra vez.
    `\\b(?:segue\\w*|anexo|envio|em anexo|aqui (?:vai|esta)|reenvio)\\b[^.?!]{0,20}\\b(?:outra vez|de novo|novamente|mais uma vez)`,
    `^(?:mais uma vez|outra vez|de novo) ?[,:]`,
  ],
  never: [
    `\\b(?:ao|aos|a|as|com|com o|com a|para o|para a|para os|para|com os) (?:(?:meus?|minhas?|noss[oa]s?) (?:\\w+ )?${THEIRS}|diretoria|direcao|chefe|gestao|auditores|todos aqui)\\b(?![^.?!]*\\b(?:ao seu|a sua|com o seu|com a sua|ao vosso|a vossa) (?:colega|comercial|equip|time|vendedor))`,
    `\\b(?:meus?|minhas?|noss[oa]s?|um|uma) (?:\\w+ )?(?:colegas?|chefe|equip[ea]|time|auditor\\w*|client\\w+|usuari\\w+|setor|diretoria)\\b[^.?!]{0,12}\\b(?:ja )?(?:me|nos)\\b`,
    `\\b(?:pode|poderia|podem|poderiam|podes|seria possivel|e possivel|da para)\\b[^.?!]{0,30}\\b(?:repetir|explicar|enviar|mandar|dizer|contar|lembrar|reenviar)\\b`,
    `\\bja lhe disse como estamos\\b|\\bja (?:lhe|te) disse (?:como|quao|o quanto)\\b`,
    `\\bnotas da versao\\b|\\bna documentacao\\b`,
    `\\b(?:importacao|exportacao|navegador|sincronizacao|instalacao|upload)\\b[^.?!]{0,60}\\b(?:falh\\w+|trav\\w+|cai|caiu)|\\bporque o navegador\\b`,
    `\\bja avisamos (?:os|as|aos|a) noss`,
  ],
  asked: {
    'customer-context': [
      `\\b(?:sobre|descrever|apresentar|conhecer|da|a) (?:a |o )?(?:sua|vossa|seu|vosso) (?:empresa|organizacao|equip[ea]|companhia|negocio|time)`,
      `\\bquant[oa]s (?:funcionari\\w+|pessoas|usuari\\w+|utilizador\\w+|colaborador\\w+|colegas)\\b`,
      `\\bquais (?:\\w+ )?(?:ferramentas|sistemas|softwares?|programas|aplicacoes)\\b.{0,40}\\b(?:utiliza\\w*|usa\\w*|emprega\\w*)|\\bque (?:ferramentas|sistemas|programas)\\b.{0,30}\\b(?:utiliza\\w*|usa\\w*)`,
      `\\b(?:o|seu|vosso|a|sua) (?:ambiente|infraestrutura|sistemas?)\\b.{0,20}\\b(?:tecnic\\w+|atual\\w*|de ti)`,
      `\\bem que (?:setor|ramo)\\b|\\bcomo (?:esta|estao|e) (?:organizad\\w+|estruturad\\w+)`,
    ],
    'why-they-bought': [
      `\\bpor ?que (?:\\w+ ){0,2}?(?:escolh\\w+|compr\\w+|decidi\\w+|contrat\\w+|opt\\w+)`,
      `\\bqua(?:l|is) (?:\\w+ ){0,2}?(?:problemas?|desafios?|objetivos?|dificuldades?|metas?)\\b.{0,40}\\b(?:resolver|solucionar|alcancar|atingir|querem|enfrentam)|\\bque (?:problemas?|desafios?|objetivos?)\\b.{0,40}\\b(?:resolver|alcancar|querem)`,
      `\\bgatilho\\b`,
      `\\bo que (?:os|vos|levou|fez|motivou)\\b.{0,20}\\b(?:escolher|levou|motivou|comprar)|\\bqua(?:l|is) (?:foi|foram|e|sao) (?:o|os|a|as) (?:motivos?|raz\\w+)`,
    ],
    'what-we-promised': [
      `\\b(?:o que|que|quais)\\b.{0,60}\\b(?:promet\\w+|combinad\\w+|acordad\\w+|combinou|comprometeu|ofereceu)\\b`,
      `\\b(?:que|quais) (?:compromissos|promessas)\\b`,
      `\\bo que (?:\\w+ ){0,4}?(?:vendas|comercial|vendedor|colega) (?:disse|prometeu|falou|contou)`,
    ],
    'political-landscape': [
      `\\bquem\\b.{0,50}\\b(?:decis\\w+|decide\\w*|decisor\\w*|patrocinador\\w*|responsave\\w+|stakeholders?|sponsor)`,
      `\\bquem\\b.{0,15}\\bultima palavra\\b`,
      `\\bquem (?:precisa|deve|vai|tem (?:de|que))\\b.{0,20}\\b(?:aprovar|assinar|validar|autorizar|decidir|participar|estar)`,
    ],
    'success-metrics': [
      `\\bcomo\\b.{0,20}\\b(?:medir\\w*|medem|mede|avaliar\\w*|definem|definir)\\b.{0,40}\\b(?:sucesso|exito|projeto|resultados?)`,
      `\\bqua(?:l|is) (?:sao (?:os|as) )?(?:indicador\\w*|kpis?|metricas?|numeros)\\b`,
      `\\bquando\\b.{0,50}\\b(?:sucesso|exito|dado certo)`,
      `\\bo que (?:seria|significa|e)\\b.{0,20}\\bsucesso\\b`,
    ],
    'red-flags': [
      `\\b(?:ha|veem|ve|existe\\w*|tem|algum|alguma)\\b.{0,30}\\b(?:riscos?|preocupac\\w+|obstaculos?|receios?|impediment\\w+|duvidas)`,
      `\\bo que poderia\\b.{0,30}\\b(?:atrapalhar|atrasar|impedir|bloquear|comprometer)`,
      `\\balgo que\\b.{0,20}\\b(?:preocup\\w+|atras\\w+|bloque\\w+|imped\\w+)`,
    ],
  },
};
