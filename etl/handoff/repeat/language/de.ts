import type { LanguageRules } from './language.js';

/** An umlaut has lost its dots here, or was typed as two letters: "erklae?rt" is both. */
const SAID =
  '(?:gesagt|erklae?rt|erlae?utert|mitgeteilt|geschrieben|erwae?hnt|geschildert|beschrieben|beantwortet|genannt|angegeben|angemerkt|erzae?hlt|dargelegt|kommuniziert|angesprochen|besprochen|durchgesprochen|klargestellt|berichtet|gemeldet|informiert|hingewiesen)';
/** What both sides said together: to recall it is no complaint. */
const AGREED = '(?:besprochen|durchgesprochen|angesprochen)';
const GAVE =
  '(?:geschickt|gesendet|gesandt|zugeschickt|zugesandt|zukommen lassen|gegeben|ue?bergeben|ue?bermittelt|bereitgestellt|hochgeladen|ausgefue?llt|eingereicht|eingetragen|geliefert|weitergeleitet|hinterlegt|beigefue?gt|vorgelegt|bekommen|erhalten)';
const ALREADY =
  '(?:bereits|schon|doch|lae?ngst|mehrfach|mehrmals|wiederholt|zweimal|dreimal|(?:zwei|drei|vier|fue?nf|\\d+) mal|ausfue?hrlich)';
const OUR_PEOPLE =
  '(?:kolleg\\w+|vertrieb\\w*|aussendienst\\w*|mitarbeiter\\w*|team|leute\\w*|berater\\w*|account\\w*|presales|vorgae?nger\\w*|support|verkae?ufer\\w*|ansprechpartner\\w*|consultant\\w*|techniker\\w*|service)';
/** Somebody of ours: Ihnen, Ihrem Kollegen, dem Vertrieb. */
const US = `(?:ihnen|euch|dir|sie|(?:ihre[mnrs]?|eure[mnrs]?|eurem|dem|den|der|vom|beim|jede[mnrs]?|seiten? ihres)(?: \\w+){0,2} ${OUR_PEOPLE}|(?:herrn?|frau) \\w+|vertrieb|(?:dem|der) (?:herrn?|dame|person|kolleg\\w+),? (?:der|die|mit))`;
const BROKEN =
  '(?:abgestue?rzt|absturz|fehler\\w*|ausgefallen|ausfall|fehlgeschlagen|fehlt|fehlen|abgebrochen|bricht|stoe?rung|hae?ngt|doppelt\\w*|auftritt|tritt|leer\\w*)';
const NTH = '(?:zweiten?|dritten?|vierten?|fue?nften?|sechsten?|zehnten?|wiederholten|x-ten|xten|hundertsten|tausendsten|\\d+\\.)';
const TELLING =
  '(?:erklae?r\\w*|erzae?hl\\w*|schilder\\w*|beschreib\\w*|wiederhol\\w*|sag\\w*|mitteil\\w*|beantwort\\w*|schreib\\w*|schick\\w*|send\\w*|angeb\\w*|ausfue?ll\\w*|erlae?uter\\w*)';
const AGAIN =
  '(?:noch ?mal|noch ?mals|nochmals|noch einmal|schon wieder|wieder|erneut|immer wieder|jedes mal|ein (?:zweites|drittes|weiteres) mal|doppelt|zweimal)';
const FROM_THE_START = '(?:von vorne?|von anfang an|bei null|ganz von vorn|von neuem)';

export const de: LanguageRules = {
  hints: [
    ...[
      'doch',
      'runde',
      'm.de',
      'm.ede',
      'klargemacht',
      'klar ',
      'vorg.ng',
      'vorg.eng',
      'ticket',
      'vertrags',
      'und nun',
      'und jetzt',
      'gemeinsame',
      'verkauf',
    ],
    ...[
      'bereits',
      'schon',
      'noch',
      'erneut',
      'wieder',
      ' mal',
      'mals',
      'mehrfach',
      'l.ngst',
      'l.engst',
      'doppelt',
      'wie ich',
      'wie wir',
      'dritte',
      'zweite',
    ],
    ...[
      'erkl.r',
      'erkl.er',
      'gesagt',
      'geschrieben',
      'besprochen',
      'weitergegeben',
      'angekommen',
      'linke hand',
      'von vorn',
      'von anfang',
      'bei null',
    ],
    ...[
      'liest',
      'wie oft',
      'jedes mal',
      'jedem',
      'jeden',
      'abstimmen',
      'gleiche',
      'dasselbe',
      'dieselbe',
      'siehe',
      'fr.here',
      'fr.uehere',
      'letzte',
      'bekannt',
    ],
    ...['vor vertrag', 'vor der unter', 'erw.hnt', 'erw.aehnt', 'mitgeteilt', 'vertrieb', 'kolleg'],
  ],
  repeated: [
    // Wie ich Ihrem Kollegen bereits erklärt habe; wie schon gesagt.
    `\\bwie (?:ich|wir|von (?:mir|uns)|gegenue?ber)\\b[^.?!]{0,80}\\b(?!${AGREED})${SAID}`,
    `\\bwie (?:ich|wir|mit)\\b(?=[^.?!]*\\b(?:bereits|schon|mehrfach|mehrmals|vertrieb|ihre[mnr] (?:\\w+ )?${OUR_PEOPLE}))[^.?!]{0,80}\\b${SAID}`,
    `\\bwie (?:(?:ja|auch|bereits|schon|eingangs|mehrfach|mehrmals|zuvor|oben) ){1,3}(?:\\w+ ){0,4}?${SAID}`,
    `\\bwie gesagt\\b`,
    // Das habe ich Ihnen schon erklärt.
    `\\b(?:(?:habe|hatte) (?:ich|es|das)|(?:haben|hatten) wir|ich (?:habe|hatte|hab)|wir (?:haben|hatten)|hab ich)\\b[^.?!]{0,80}\\b${ALREADY}\\b[^.?!]{0,80}\\b${SAID}`,
    `\\b(?:(?:habe|hatte) (?:ich|es|das)|(?:haben|hatten) wir|ich (?:habe|hatte|hab)|wir (?:haben|hatten)|hab ich)\\b[^.?!]{0,80}\\b${US}[^.?!]{0,60}\\b(?:${SAID}|${GAVE})\\b(?=[^.?!]*(?:demo|erstgesprae?ch|vertrag|unterschrift|warum|${AGAIN}))`,
    `\\b(?:hatte|habe) es\\b[^.?!]{0,30}\\b${US}[^.?!]{0,40}\\b${ALREADY}`,
    `\\bdas hatten wir\\b[^.?!]{0,20}\\b(?:schon|bereits)`,
    `\\b(?:wir|ich) (?:sind|bin) (?:das|alles|dies)\\b[^.?!]{0,60}\\bdurchgegangen|\\bdurchgegangen\\b(?=[^.?!]*\\b(?:mit ihre|mit herrn|mit frau))`,
    `\\bnicht mue?de werde\\b`,
    `\\b(?:habe|haben|hatte|hatten) (?:ich|wir)\\b[^.?!]{0,20}\\bdoch\\b[^.?!]{0,40}\\bmit (?:herrn|frau|ihre\\w+|eure\\w+)\\b[^.?!]{0,30}\\b(?:gesprochen|telefoniert|geredet|geklae?rt|besprochen)`,
    `\\b${OUR_PEOPLE}\\b[^.?!]{0,40}\\b(?:klar ?gemacht|klar gesagt|deutlich gemacht)`,
    `\\bdas war\\b[^.?!]{0,10}\\bdoch\\b[^.?!]{0,40}\\b(?:klar|geklae?rt|besprochen|vereinbart)`,
    `\\bmit (?:ihre[mr]|eure[mr]) vorgae?nger\\w*`,
    `\\bbei (?:der )?vertrags(?:unterzeichnung|unterschrift|abschluss)\\b[^.?!]{0,30}\\b${GAVE}`,
    `\\bund (?:nun|jetzt) (?:auch )?ihnen\\b[^.?!]{0,20}\\b${SAID}`,
    // Die Liste haben wir Ihnen bereits geschickt.
    `\\b(?:(?:habe|hatte) ich|(?:haben|hatten) wir|ich (?:habe|hatte)|wir (?:haben|hatten))\\b(?=[^.?!]*\\b(?:bereits|schon|lae?ngst|mehrfach|zweimal|dreimal))(?=[^.?!]*\\b(?:ihnen|euch|ihre\\w*|eure\\w*|vertrieb|formular|fragebogen|portal|zurue?ck|ausschreibung|zweimal|dreimal|mehrfach)\\b)[^.?!]*\\b${GAVE}`,
    `\\bhat (?:ihr|euer|der|ihre|eure|die) (?:\\w+ )?${OUR_PEOPLE}\\b[^.?!]{0,60}\\b(?:bereits|schon|lae?ngst)\\b[^.?!]{0,40}\\bvon (?:mir|uns)`,
    `\\b(?:formular|fragebogen|ausschreibung|pflichtenheft|erstgesprae?ch|demo|kick-?off\\w*)\\b[^.?!]{0,80}\\b(?:bereits|schon|genau diese)\\b[^.?!]{0,40}\\b(?:beantwortet|angegeben|${SAID}|${GAVE})`,
    // Diese Angaben liegen Ihnen schon vor; das ist alles bekannt.
    `\\bliegen? (?:ihnen|euch|dem|ihrem|ihren|alles)\\b[^.?!]{0,30}\\b(?:bereits|schon|lae?ngst|alle)\\b`,
    `\\b(?:ihre|eure|die|ihr|euer) (?:\\w+ )?${OUR_PEOPLE} (?:wissen|weiss|kennen|kennt|haben|hat)\\b[^.?!]{0,30}\\b(?:bereits|schon|alles|lae?ngst)`,
    `\\b(?:das|dies|alles|das alles|die frage\\w*|diese frage\\w*)\\b[^.?!]{0,10}\\b(?:wurde\\w*|ist|sind|war|waren)\\b[^.?!]{0,40}\\b(?:bereits|schon|lae?ngst|mehrfach|seit wochen|seit monaten)\\b[^.?!]{0,60}\\b(?:${SAID}|geklae?rt|bekannt|gestellt|${GAVE}|abgestimmt)`,
    `\\bseit (?:wochen|monaten|langem) bekannt`,
    `\\b(?:siehe|schauen sie|sehen sie|lesen sie|schaut|lest)\\b[^.?!]{0,30}\\b(?:meine|unsere|meinen|unseren)\\w* (?:\\w+ )?(?:mail|e-mail|mails|e-mails|nachricht\\w*|antwort\\w*)`,
    `\\bin meiner (?:\\w+ )?(?:mail|e-mail|nachricht) (?:vom|von)\\b`,
    `\\b(?:steht|stand|standen|stehen)\\b[^.?!]{0,20}\\b(?:bereits|schon|alles)\\b[^.?!]{0,20}\\b(?:drin|in|im)\\b`,
    // Zum dritten Mal; Sie sind der dritte, dem ich es erkläre.
    `^(?!.*\\b${BROKEN}).*\\bzum ${NTH} mal ?(?:[,:.!]|$)`,
    `^(?!.*\\b${BROKEN})(?=.*\\b(?:${TELLING}|${SAID})).*\\bzum ${NTH} mal\\b`,
    `\\b(?:zweite|dritte|vierte|fue?nfte) runde ?[,:]`,
    `\\b(?:wie oft|zum wievielten mal|unzae?hlige male?)\\b[^.?!]{0,60}\\b(?:schon|bereits|inzwischen|mittlerweile)\\b[^.?!]{0,30}\\b${SAID}`,
    `\\b(?:der|die|den) ${NTH} (?:ansprechpartner\\w*|person|kolleg\\w+|mitarbeiter\\w*|berater\\w*)\\b[^.?!]{0,40}\\b(?:ich|wir|mich|uns)\\b`,
    `\\bwie oft (?:soll\\w*|muss|mue?ssen|darf|noch)\\b[^.?!]{0,40}\\b${TELLING}`,
    `\\b(?:jedes mal|jedesmal|immer wieder|stae?ndig|bei jedem)\\b[^.?!]{0,100}\\b(?:erklae?r|erzae?hl|schilder|beschreib|${FROM_THE_START})`,
    // Alles noch einmal erklären; ich wiederhole mich.
    `\\b(?:muss|mue?ssen|soll|sollen|mue?sste\\w*|darf|lust|mag|mae?chte|moe?chte\\w*)\\b[^.?!]{0,80}\\b(?:${AGAIN}|${FROM_THE_START})\\b[^.?!]{0,50}\\b(?:erklae?r|erzae?hl|schilder|beschreib|wiederhol|ausfue?ll|beantwort|sag|anfang|beginn)`,
    `\\b(?:muss|mue?ssen|soll|sollen)\\b[^.?!]{0,60}\\b(?:${FROM_THE_START})\\b(?=[^.?!]*(?:anfang|beginn|erklae?r|erzae?hl))`,
    `\\b(?:alles|das alles|dasselbe|das gleiche|die (?:ganze|gesamte) geschichte)\\b[^.?!]{0,60}\\b(?:${AGAIN}|${FROM_THE_START})\\b[^.?!]{0,40}\\b(?:erklae?r|erzae?hl|schilder|beschreib)`,
    `\\b(?:dasselbe|das gleiche|dieselben|die gleichen)\\b[^.?!]{0,40}\\b(?:erklae?r|erzae?hl|schilder|gefragt|fragen|angaben)`,
    `\\b(?:schon wieder|noch ?mal|noch einmal|erneut)\\b[^.?!]{0,20}\\b(?:muss|mue?ssen|soll\\w*)\\b[^.?!]{0,40}\\b(?:erklae?r|erzae?hl|schilder|beschreib|wiederhol)`,
    `\\bbei jede[mnrs] (?:wechsel|neue\\w*|anruf|kontakt)\\b[^.?!]{0,40}\\b(?:vorne?|anfang|null)\\b`,
    `\\bich (?:wiederhole mich|kann mich nur wiederholen|muss mich wiederholen)|\\bmich (?:hier |da |nur |stae?ndig |dauernd )*(?:zu )?wiederholen`,
    // Das hat mich Ihre Kollegin auch schon gefragt.
    `\\b(?:hat|haben) (?:mich|uns)\\b[^.?!]{0,40}\\b(?:ihre?|eure?|sie|ihr|der|die)\\b[^.?!]{0,40}\\b(?:bereits|schon|auch|gestern)\\b[^.?!]{0,20}\\bgefragt`,
    `\\b(?:wurde ich|wurden wir|ich wurde|wir wurden)\\b[^.?!]{0,40}\\b(?:bereits|schon|mehrfach|zweimal)\\b[^.?!]{0,30}\\bgefragt|\\b(?:frage\\w*)\\b[^.?!]{0,20}\\bwurden? (?:uns|mir)\\b[^.?!]{0,20}\\b(?:bereits|schon)`,
    `\\b(?:dasselbe|das gleiche) wollte\\w*\\b|\\bwollte\\w* (?:\\w+ ){0,4}(?:dasselbe|das gleiche) wissen`,
    `\\bwarum (?:fragen|fragt|wollen|brauchen|kommt|werde|muss|mue?ssen)\\b[^.?!]{0,40}\\b(?:schon wieder|noch ?mal|noch einmal|erneut|nochmals|wieder)`,
    `\\bschon wieder\\b[^.?!]{0,20}\\b(?:frage|fragen|formular)\\b`,
    `\\b(?:diese frage\\w*|das|dieselben fragen)\\b[^.?!]{0,10}\\b(?:habe ich|haben wir)\\b[^.?!]{0,40}\\b(?:bereits|schon)\\b[^.?!]{0,40}\\bbeantwortet`,
    // Nobody passed it on.
    `\\b(?:hat|haben|wurde)\\b[^.?!]{0,40}\\b(?:vertrieb|kolleg\\w+|presales)\\b[^.?!]{0,40}\\b(?:nicht|nichts)\\b[^.?!]{0,20}\\b(?:weitergegeben|weitergeleitet|gesagt|ue?bergeben|mitgeteilt|erzae?hlt|notiert)`,
    `\\b(?:nicht|nie)\\b[^.?!]{0,30}\\b(?:vertrieb|kolleg\\w+)\\b[^.?!]{0,40}\\b(?:angekommen|weitergegeben|weitergeleitet|ue?bergeben)`,
    `\\b(?:keine|eine) gemeinsame (?:akte|notiz\\w*|datei)`,
    `\\b(?:linke|rechte) hand\\b`,
    `\\b(?:liest|hoe?rt)\\b[^.?!]{0,40}\\b(?:jemand|keiner|niemand|ue?berhaupt)\\b|\\b(?:niemand|keiner)\\b[^.?!]{0,20}\\b(?:liest|gelesen|hoe?rt zu|notiert)`,
    `\\b(?:intern|untereinander)\\b[^.?!]{0,20}\\b(?:abstimmen|abzustimmen|austauschen|absprechen|reden)`,
    // Here it is once more.
    `\\b(?:anbei|hier|im anhang|ich (?:schicke|sende)|wir (?:schicken|senden))\\b[^.?!]{0,30}\\b(?:noch ?mal|noch einmal|nochmals|erneut|abermals|ein (?:zweites|drittes) mal)\\b`,
    `^(?:also |bitte )?(?:nochmals?|noch einmal|noch ?mal|zum mitschreiben)\\b[^.?!]{0,20}:`,
  ],
  never: [
    `\\b(?:meine[mnrs]?|unsere[mnrs]?)(?: \\w+){0,2}? (?:chef\\w*|team|kolleg\\w+|anwender\\w*|nutzer\\w*|benutzer\\w*|kunden?|mitarbeiter\\w*|it|betriebsrat\\w*|leitung|vorgesetzte\\w*|mannschaft|geschae?ftsfue?hr\\w+|abteilung|buchhaltung|fachbereich\\w*)\\b`,
    `\\b(?:der|die) geschae?ftsfue?hrung (?:bereits |schon )|\\bden betriebsrat\\b|\\bdem (?:chef|vorstand|betriebsrat)\\b`,
    `\\b(?:koe?nnten?|koe?nnen|wue?rden|kann) (?:sie|ihr|man|jemand|du|sie uns|sie mir)\\b[^.?!]{0,60}\\b(?:erklae?r|wiederhol|schick|send|zeig|sag|mitteil)`,
    `\\bhabe ich (?:ihnen|euch) (?:schon|bereits|eigentlich) (?:schon )?(?:gesagt|erzae?hlt),? wie\\b`,
    `\\b(?:in den|in der) (?:versionshinweisen|release\\w*|dokumentation|anleitung|hilfe)\\b`,
    `\\b(?:import|export|abgleich|browser|upload|installation|sync\\w*)\\b[^.?!]{0,40}\\b(?:abgestue?rzt|von vorne? begin\\w*|bricht|fehlgeschlagen|ausgefallen)`,
    `\\bwie (?:heute|gestern|eben|gerade|soeben)(?: \\w+)? (?:telefonisch )?(?:besprochen|vereinbart)`,
  ],
  asked: {
    'customer-context': [
      `\\bue?ber (?:ihr|ihre|ihren|euer|eure) (?:firma|unternehmen|team|organisation|betrieb)\\b`,
      `\\b(?:ihr|ihre|euer|eure) (?:firma|unternehmen|team|organisation)\\b.{0,30}\\b(?:beschreiben|vorstellen|aufgestellt|aufgebaut|strukturiert)`,
      `\\bwie (?:viele|gross)\\b.{0,40}\\b(?:mitarbeiter\\w*|nutzer\\w*|anwender\\w*|personen|kolleg\\w+|(?:ihr|ihre) (?:unternehmen|firma|team))`,
      `\\bihre? (?:system|it-?)\\w*(?:landschaft|umgebung|infrastruktur)|\\bihre (?:technische )?(?:umgebung|infrastruktur|systeme)\\b`,
      `\\bin welcher branche\\b|\\bwas macht ihr\\w* (?:unternehmen|firma)\\b`,
      `\\bwelche[nms]? (?:systeme?|werkzeuge?|tools?|software|programme)\\b.{0,40}\\b(?:nutzen|verwenden|setzen|einsetzen|arbeiten|nutzt|verwendet)`,
    ],
    'why-they-bought': [
      `\\b(?:warum|weshalb|wieso) (?:haben sie sich|habt ihr euch|haben sie)\\b.{0,60}\\b(?:entschieden|gekauft|gewae?hlt|ausgewae?hlt)`,
      `\\bwelche (?:probleme?|herausforderung\\w*|ziele?|schwierigkeit\\w*)\\b.{0,60}\\b(?:loe?sen|erreichen|beheben|verfolgen|angehen|stehen)`,
      `\\bwas (?:war|waren|hat|ist)\\b.{0,30}\\b(?:grund|grue?nde|ausschlag\\w*|bewogen|anlass|auslae?ser|ausloe?ser)`,
      `\\bwas (?:moe?chten|wollen|erhoffen) sie (?:sich )?\\b.{0,30}\\b(?:erreichen|loe?sen|von)`,
    ],
    'what-we-promised': [
      `\\b(?:was|welche\\w*)\\b.{0,80}\\b(?:versprochen|vereinbart|zusagen?|versprechen|zugesagt|zugesichert|in aussicht gestellt)`,
      `\\bwas hat (?:ihnen|euch) (?:unser|der|mein)\\w* (?:vertrieb|kolleg\\w+|verkae?ufer\\w*)`,
    ],
    'political-landscape': [
      `\\bwer (?:entscheidet|trifft|genehmigt|gibt frei|unterschreibt)\\b`,
      `\\bwer (?:ist|sind|waere)\\b.{0,60}\\b(?:entscheider\\w*|ansprechpartner\\w*|verantwortlich\\w*|sponsor\\w*|stakeholder)`,
      `\\bwer\\b.{0,20}\\bletzte wort\\b`,
      `\\bwer muss\\b.{0,60}\\b(?:zustimmen|freigeben|eingebunden|einbezogen|unterschreiben|entscheiden)`,
    ],
    'success-metrics': [
      `\\b(?:wie|woran|womit) (?:messen|messt|werden|wuerden|wollen|erkennen)\\b.{0,60}\\b(?:erfolg\\w*|messen|projekt\\w*)`,
      `\\bwelche (?:kennzahlen?|kpis?|metriken|zahlen|zielwerte)\\b`,
      `\\bwann (?:ist|wae?re|sprechen)\\b.{0,30}\\berfolg`,
      `\\bwas (?:bedeutet|ist|wae?re)\\b.{0,20}\\berfolg\\b|\\bwie sieht\\b.{0,20}\\berfolg\\b`,
    ],
    'red-flags': [
      `\\b(?:gibt es|sehen sie|seht ihr|bestehen|haben sie)\\b.{0,40}\\b(?:risik\\w+|bedenken|hindernis\\w*|sorgen?|blocker|stolperstein\\w*)`,
      `\\bwas koe?nnte\\b.{0,40}\\b(?:im weg|verzoe?ger\\w*|schiefgehen|hinder\\w*|gefae?hrden)`,
      `\\b(?:etwas|was)\\b.{0,20}\\b(?:sorgen?|verzoe?ger\\w+|gefae?hrd\\w+|schiefgehen)`,
    ],
  },
};
