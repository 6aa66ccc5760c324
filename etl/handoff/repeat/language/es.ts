import type { LanguageRules } from './language.js';

/** Accents are gone here: "expliqué" and "explique" are one. */
const SAID =
  '(?:dich[oa]s?|dije|dijimos|dijeron|explique|explicamos|explicad[oa]s?|comente|comentamos|comentad[oa]s?|mencione|mencionamos|mencionad[oa]s?|indique|indicamos|indicad[oa]s?|conte|contamos|contad[oa]s?|escribi|escribimos|escrit[oa]s?|conteste|contestamos|contestad[oa]s?|respondi|respondimos|respondid[oa]s?|informe|informamos|informad[oa]s?|comunique|comunicamos|comunicad[oa]s?|aclare|aclaramos|aclarad[oa]s?|detalle|detallamos|detallad[oa]s?|describi|describimos|descrit[oa]s?|senale|senalamos|senalad[oa]s?|hable|hablamos|hablad[oa]s?|tratamos|tratad[oa]s?|vimos|vist[oa]s?|discutimos|discutid[oa]s?|acordamos|acordad[oa]s?)';
/** What both sides said together: to recall it is no complaint. */
const AGREED = '(?:habl\\w+|acord\\w+|vimos|vist\\w+|trat\\w+|discut\\w+)';
const GAVE =
  '(?:envie|enviamos|enviad[oa]s?|mande|mandamos|mandad[oa]s?|di|dimos|dad[oa]s?|facilite|facilitamos|facilitad[oa]s?|proporcione|proporcionamos|proporcionad[oa]s?|rellene|rellenamos|rellenad[oa]s?|complete|completamos|completad[oa]s?|entregue|entregamos|entregad[oa]s?|adjunte|adjuntamos|adjuntad[oa]s?|pase|pasamos|pasad[oa]s?|subi|subimos|subid[oa]s?|compartimos|comparti|compartid[oa]s?|remiti|remitimos|remitid[oa]s?)';
const CLITIC = '(?:(?:se|me|nos|os|te|le|les|lo|la|los|las) ){0,2}';
const HAVE = '(?:(?:he|hemos|habia|habiamos|han|ha|hube) )?';
const OUR_PEOPLE =
  '(?:companer\\w+|colegas?|comercial\\w*|equipos?|vended\\w+|ventas|preventa|consultor\\w*|soporte|tecnic\\w+|agentes?|asesor\\w*|ejecutiv\\w+|gestor\\w*|gente|departamento)';
/** Somebody of ours: ustedes, su compañera, la persona que nos vendió. */
const US = `(?:(?:a )?(?:ustedes|usted|vosotros)|(?:su|sus|vuestr[oa]s?|tu|cada|otr[oa]) (?:\\w+ )?${OUR_PEOPLE}|(?:el|la|al) (?:comercial|vended\\w+|consultor\\w*|equipo de ventas)|de vuestr[oa] \\w+|(?:la|el) (?:persona|senora?|chic[oa]) (?:que|de)|ventas|(?:senora?|sra?\\.|don|dona) \\w+|preventa)`;
const THEIRS =
  '(?:companer\\w+|jef[ea]s?|equipos?|auditor\\w*|clientes?|usuari\\w+|departamento|direccion|colegas?|banco|abogad\\w+|socios?|proveedor\\w*|gente|empleados)';
const MEETING =
  '(?:en la (?:demo|demostracion|primera \\w+|evaluacion|licitacion|reunion)|en el (?:arranque|formulario|cuestionario|pliego|kick-?off|lanzamiento|taller|primer \\w+)|durante (?:la|el) (?:evaluacion|venta|demo|proceso|demostracion|negociacion)|antes de (?:la firma|firmar|comprar|contratar))';
const OFTEN =
  '(?:(?:dos|tres|cuatro|varias|muchas|repetidas|\\d+) (?:veces|ocasiones)|en (?:varias|repetidas|numerosas) ocasiones|la semana pasada|el mes pasado|ayer|antes|anteriormente|con todo detalle|en detalle|el (?:lunes|martes|miercoles|jueves|viernes))';
const NTH = '(?:segunda|tercera|cuarta|quinta|sexta|decima|enesima|\\d+ ?[aª])';
const TELLING =
  '(?:explic\\w*|cont(?:ar\\w*|amos|esto|o)|cuent\\w*|repet\\w*|repit\\w*|dec(?:ir\\w*)|dig\\w*|escrib\\w*|describ\\w*|respond\\w*|contest\\w*|envi\\w*|mand\\w*|rellen\\w*|facilit\\w*|dar(?:les?)?)';
const AGAIN = '(?:otra vez|de nuevo|nuevamente|una vez mas|desde (?:el principio|cero|el comienzo))';
const BROKEN = '(?:ca(?:id|e|yo)\\w*|fall\\w*|falt\\w*|error\\w*|bloque\\w*|romp\\w*|colg\\w*|duplicad\\w*|incidencia|vaci\\w*)';

export const es: LanguageRules = {
  hints: [
    ...[
      'ronda',
      'la cuenta',
      'no me canso',
      'claro',
      'predecesor',
      'antecesor',
      'tique',
      'ticket',
      'al firmar',
      'ahora a',
      'tel.fono',
      'lo mismo',
      'casilla',
      'com.n',
    ],
    ...[
      'ya ',
      'vez',
      'veces',
      'repet',
      'repit',
      'explic',
      'volver',
      'volvi',
      'como ',
      'nuevo',
      'nuevamente',
      'cero',
      'principio',
      'insisto',
      'seg.n le',
      'anterior',
    ],
    ...[
      'mismas',
      'mismo',
      'por qu.',
      'cu.ntas',
      'tercera',
      'segunda',
      'escrib',
      'ventas',
      'comercial',
      'su equipo',
      'vuestr',
      'lee ',
      'mi mensaje',
      'mi correo',
      'mis correos',
    ],
    ...['antes de', 'dije', 'hemos dicho', 'hab.a', 'durante la', 'en la demo'],
  ],
  repeated: [
    // Como ya le expliqué; según le dije a su colega.
    `\\b(?:como|tal y como|tal como|segun|conforme) (?:ya )?${CLITIC}(?:ya )?${HAVE}(?!${AGREED})${SAID}\\b(?![^.?!]{0,30}\\b(?:por telefono|esta manana|hoy)\\b)`,
    `\\b(?:como|tal y como|tal como|segun|conforme) ya\\b[^.?!]{0,40}\\b(?:${SAID}|sabe\\w*|saben)\\b`,
    `\\bcomo (?:se )?(?:indique|indicado|mencionado|explicado|comentado)\\b[^.?!]{0,30}\\b(?:mi|mis|nuestr\\w+) (?:correo|mensaje|e-?mail|mail|anterior)`,
    // Ya se lo expliqué; ya lo hablamos con su comercial.
    `\\bya ${CLITIC}${HAVE}${SAID}\\b`,
    `\\bya ${CLITIC}${HAVE}${GAVE}\\b(?=[^.?!]*\\b(?:les?|os|se|su|sus|vuestr\\w+|usted\\w*|formulario|cuestionario|veces|durante|comercial|antes)\\b)`,
    `\\b(?:se|les?|os) (?:lo|la|los|las)? ?${HAVE}(?:${SAID}|${GAVE})\\b[^.?!]{0,60}(?:${US}|\\b${OFTEN}|\\b${MEETING})`,
    `\\b(?:le|les|os|se lo|se la) ${HAVE}${SAID}\\b[^.?!]{0,60}(?:${US}|\\b${OFTEN}|\\b${MEETING}|\\bsobre (?:esto|lo mismo))`,
    `\\b(?:se (?:lo|la|los|las)) (?:mande|envie|di|pase|entregue)\\b[^.?!]{0,60}\\b(?:su|vuestr\\w+|hace|ayer)`,
    `\\b(?:lo|la|los|las|todo|esto) (?:vimos|hablamos|tratamos|discutimos|explicamos|dijimos|dimos)\\b[^.?!]{0,40}(?:${US}|\\b${MEETING}|\\btodo\\b)`,
    `\\bya ${HAVE}(?:tenido|tuvimos) (?:esta|esa) (?:conversacion|discusion|charla)`,
    `\\b(?:esto|eso|todo(?: esto| eso)?|esa informacion|esta informacion|esa pregunta|esas preguntas|esos? \\w+) (?:ya )?(?:se )?(?:ya )?(?:lo |la |los |las |nos |se lo |se los |se la )*(?:ya )?(?:${HAVE}(?:${SAID}|${GAVE})|trato|hablo|explico|discutio|acordo|comento)\\b(?=[^.?!]*\\b(?:ya|su|sus|vuestr\\w+|durante|antes|preventa|con el senor|con la senora)\\b)`,
    `\\bno me canso de (?:repetir|decir)`,
    `\\b(?:dejamos|deje|hemos dejado|he dejado|quedo|quedado)\\b[^.?!]{0,15}\\bclaro\\b[^.?!]{0,40}(?:${US}|\\bcon \\w+)|(?:${US}|\\bventas)[^.?!]{0,20}\\b(?:dejamos|deje)\\b[^.?!]{0,15}\\bclaro`,
    `\\b(?:creia|creiamos|pensaba|pensabamos) que\\b[^.?!]{0,40}\\b(?:claro|resuelto|acordado|hablado|cerrado)`,
    `\\bcon su (?:predecesor\\w*|antecesor\\w*)`,
    `\\b${GAVE} (?:al firmar|en la firma)`,
    `\\b${SAID}\\b[^.?!]{0,60}\\by ahora a (?:usted|vosotros|ti)\\b`,
    `\\bal telefono con (?:su|vuestr\\w+)\\b[^.?!]{0,40}\\b(?:este mismo|precisamente|exactamente)`,
    // Ustedes ya tienen esa información.
    `\\b(?:ustedes|usted|vosotros|ellos|su equipo|sus \\w+|vuestr\\w+ \\w+)\\b[^.?!]{0,15}\\bya (?:lo )?(?:tiene\\w*|teneis|sabe\\w*|conoce\\w*)|\\bya (?:tienen|teneis|saben|sabeis|conocen) (?:esa|esta|todo|toda|eso|esto|los|la|nuestr\\w+)`,
    `\\bsaben (?:ya )?todo (?:esto|eso)\\b`,
    `\\b(?:vean|vea|lean|lea|leed|consulten|revisen|miren|ved)\\b[^.?!]{0,20}\\b(?:mi|mis|nuestr\\w+) (?:\\w+ )?(?:mensajes?|correos?|e-?mails?|respuestas?)`,
    `\\ben (?:mi|mis) (?:correos?|mensajes?|e-?mails?) (?:anterior\\w*|del?)|\\bahi esta todo\\b`,
    `\\ble(?:s)? escribi sobre (?:esto|lo mismo)|\\bescribi sobre (?:esto|lo) mismo`,
    // Por tercera vez.
    `^(?!.*\\b${BROKEN}).*\\bpor ${NTH} vez ?(?:[,:.!]|$)`,
    `^(?!.*\\b${BROKEN})(?=.*\\b${TELLING}).*\\bpor ${NTH} vez\\b`,
    `\\b(?:segunda|tercera|cuarta) ronda ?[,:]`,
    `\\bperdido la cuenta\\b[^.?!]{0,40}\\b(?:${TELLING}|${SAID})`,
    `\\bes (?:ya )?la ${NTH} vez\\b[^.?!]{0,30}\\bque (?:se |le |les |lo |la |los |las |os )*${TELLING}`,
    `\\b(?:la|el) (?:${NTH}|tercer|segundo|cuarto) (?:persona|companer\\w+|agente|contacto|consultor\\w*)\\b[^.?!]{0,40}\\b(?:que|quien|explic\\w+|preg\\w+)`,
    `\\bcuantas veces\\b[^.?!]{0,30}\\b(?:tengo|tenemos|debo|debemos|hace falta|voy)\\b[^.?!]{0,20}\\b${TELLING}`,
    `\\b(?:cada vez|cada contacto|siempre)\\b[^.?!]{0,80}\\b(?:tengo|tenemos|hay)\\b[^.?!]{0,10}\\bque\\b[^.?!]{0,20}\\b${TELLING}`,
    // Explicarlo todo otra vez, empezar de cero.
    `\\b(?:que|a|quiero|de|por) (?:repetir|explicar|contar|decir|responder|rellenar)\\w*\\b[^.?!]{0,40}\\b${AGAIN}`,
    `\\b(?:tengo|tenemos|tener|hay|debo|debemos) (?:que )?volver a (?:explicar|repetir|contar|decir|responder|empezar)`,
    `\\bvolver a (?:explicar|repetir|contar|decir)(?:lo|los|les|le|selo)? ?(?:todo|lo mismo|la historia)`,
    `\\b(?:repetir|contar|explicar|decir|dar)\\w*\\b[^.?!]{0,20}\\b(?:lo mismo|las mismas (?:cosas|explicaciones)|la misma (?:historia|informacion)|toda la historia)\\b`,
    `\\b(?:que|tener que) repetir(?:lo|me|nos|les|selo)?\\b[^.?!]{0,20}\\b(?:todo|lo mismo|cada)`,
    `\\b(?:empezar|comenzar|partir) (?:de|desde) (?:cero|el principio)\\b(?=[^.?!]*\\b(?:contacto|persona|companer\\w+|cada|ustedes|vez|interlocut\\w+))`,
    `\\bcasilla de salida\\b`,
    `\\bme repito\\b|\\b(?:lo |se lo |les? )?repito\\b|\\binsisto\\b`,
    // Ya me preguntaron lo mismo.
    `\\bya (?:me|nos|se)(?: lo| la| los| las)? (?:\\w+ )?(?:pregunt\\w+|pidi\\w+|pedid\\w+|hicieron|hizo|solicit\\w+)`,
    `\\bpor que (?:\\w+ ){0,3}?(?:pregunt\\w+|pid\\w+|piden|solicit\\w+|necesit\\w+)\\b[^.?!]{0,20}\\b${AGAIN}`,
    `\\bqueria saber (?:\\w+ )?lo mismo\\b`,
    `\\b(?:las )?mismas preguntas\\b|\\bpregunt\\w+ lo mismo\\b`,
    // Ventas no les ha pasado nada.
    `\\b(?:ventas|comercial\\w*|companer\\w+|colegas?)\\b[^.?!]{0,15}\\bno\\b[^.?!]{0,20}\\b(?:pas\\w+|cont\\w+|dij\\w+|dich\\w+|transmit\\w+|inform\\w+|trasla\\w+|entreg\\w+)`,
    `\\b(?:informacion|mensaje)\\b[^.?!]{0,15}\\b(?:no|nunca)\\b[^.?!]{0,20}\\b(?:lleg\\w+|pas\\w+|transmit\\w+)`,
    `\\b(?:alguien|nadie)\\b[^.?!]{0,15}\\b(?:lee|leyo|leido|escucha)\\b`,
    `\\bpregunt\\w+\\b[^.?!]{0,15}\\ba (?:su|vuestr[oa]) (?:equipo|comercial|companer\\w+|departamento)`,
    `\\b(?:ficha|registro|historial) (?:comun|compartid\\w+)`,
    `\\bmano (?:izquierda|derecha)\\b`,
    `\\b(?:hablen|coordinense|pongan\\w* de acuerdo)\\b[^.?!]{0,20}\\b(?:entre|internamente)`,
    // Aquí va otra vez.
    `\\b(?:adjunto|aqui (?:va|esta|tiene\\w*)|les? (?:envio|mando)|reenvio)\\b[^.?!]{0,20}\\b${AGAIN}`,
    `^(?:otra vez|una vez mas|de nuevo) ?[,:]`,
  ],
  never: [
    `\\b(?:a|con|de) (?:todos )?(?:(?:mi|mis|nuestr[oa]s?) (?:\\w+ )?${THEIRS}|la direccion|el jefe|la junta|los auditores|el comite|todos aqui)\\b(?![^.?!]*\\b(?:a|con) (?:su|sus|vuestr\\w+) (?:companer|comercial|equipo|colega))`,
    `\\b(?:mi|mis|nuestr[oa]s?|un|una) (?:\\w+ )?(?:companer\\w+|jefe|jefa|equipo|auditor\\w*|client\\w+|usuari\\w+|departamento|direccion)\\b[^.?!]{0,12}\\b(?:ya )?(?:me|nos)\\b`,
    `\\b(?:puede|podria|puedes|podrias|pueden|podrian|podeis|seria posible|es posible|se puede)\\b[^.?!]{0,30}\\b(?:volver a|repetir|explicar\\w*|enviar\\w*|mandar\\w*|decir\\w*|contar\\w*|recordar\\w*)\\b`,
    `\\bya (?:le|les|os) (?:dije|he dicho|comente) lo (?:content|satisfech|bien)`,
    `\\bnotas de (?:la )?version\\b|\\ben la documentacion\\b`,
    `\\b(?:importacion|exportacion|navegador|sincronizacion|instalacion|carga)\\b[^.?!]{0,60}\\b(?:fall\\w+|bloque\\w+|cae|cayo|colg\\w+)|\\bporque el navegador\\b`,
    `\\b(?:hemos|he) avisado a (?:nuestr|mi)`,
    `\\ben (?:el|nuestro) equipo\\b`,
  ],
  asked: {
    'customer-context': [
      `\\b(?:sobre|de|describir|presentar\\w*|acerca de|conocer)\\b ?(?:un poco )?(?:mas )?(?:sobre )?(?:su|vuestra|la) (?:empresa|organizacion|equipo|compania|negocio)`,
      `\\bcuant[oa]s (?:emplead\\w+|personas|usuari\\w+|trabajador\\w+|companer\\w+)\\b`,
      `\\bque (?:herramientas|sistemas|software|programas|aplicaciones)\\b.{0,30}\\b(?:utiliza\\w*|usa\\w*|emplea\\w*|trabaja\\w*)`,
      `\\b(?:su|vuestro) (?:entorno|infraestructura|sistemas?)\\b.{0,20}\\b(?:tecnic\\w+|actual\\w*|informatic\\w+)`,
      `\\b(?:a que se dedica|en que sector)\\b|\\bcomo (?:esta|estan) (?:organizad\\w+|estructurad\\w+)`,
    ],
    'why-they-bought': [
      `\\bpor que (?:\\w+ ){0,2}?(?:eligi\\w+|escogi\\w+|compr\\w+|decidi\\w+|contrat\\w+|opt\\w+|ha\\w* elegido)`,
      `\\bque (?:problemas?|retos?|objetivos?|dificultades|desafios?|metas?)\\b.{0,40}\\b(?:resolver|solucionar|alcanzar|conseguir|lograr|quieren|enfrentan)`,
      `\\bdetonante\\b|\\bque (?:les|os|le) (?:llevo|motivo|hizo|impulso)\\b|\\bcuales? (?:fue|fueron|son|es) (?:los|las|el|la) (?:motivos?|raz\\w+)`,
    ],
    'what-we-promised': [
      `\\bque\\b.{0,50}\\b(?:prometi\\w+|promet\\w+|acord\\w+|comprometi\\w+|pacto|pactaron|ofrecio)\\b`,
      `\\bque (?:compromisos|promesas)\\b`,
      `\\bque (?:les|os|le) (?:dijo|dijeron|vendio|conto)\\b.{0,20}\\b(?:nuestr\\w+|el) (?:comercial|equipo|companer\\w+|vended\\w+)`,
    ],
    'political-landscape': [
      `\\bquien(?:es)?\\b.{0,60}\\b(?:decision\\w*|decisor\\w*|decide\\w*|patrocinador\\w*|responsables?|interlocutor\\w*|sponsor)`,
      `\\bquien\\b.{0,15}\\bultima palabra\\b`,
      `\\bquien(?:es)? (?:tiene\\w* que|debe\\w*|va\\w* a|ha de|necesita\\w*)\\b.{0,20}\\b(?:aprobar|firmar|validar|autorizar|decidir|participar|estar)`,
    ],
    'success-metrics': [
      `\\bcomo\\b.{0,15}\\b(?:medir\\w*|miden|mide|medis|evaluar\\w*|definen|definir\\w*)\\b.{0,40}\\b(?:exito|proyecto|resultados?)`,
      `\\b(?:que|cuales son (?:los|sus)) (?:indicadores|kpis?|metricas|cifras)\\b`,
      `\\bcuando\\b.{0,50}\\b(?:exito|salido bien|funcionado)`,
      `\\bque (?:seria|significa|es)\\b.{0,20}\\bexito\\b`,
    ],
    'red-flags': [
      `\\b(?:hay|ven|ve|veis|existe\\w*|tienen|algun)\\b.{0,30}\\b(?:riesgos?|preocupaci\\w+|obstaculos?|dudas|impedimentos?|inquietud\\w*)`,
      `\\bque podria\\b.{0,30}\\b(?:complicar|retrasar|frenar|impedir|bloquear|fallar)`,
      `\\balgo que\\b.{0,20}\\b(?:preocup\\w+|retras\\w+|bloque\\w+|impid\\w+)`,
    ],
  },
};
