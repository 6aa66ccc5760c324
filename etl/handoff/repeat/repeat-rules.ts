import type { BriefSection } from '../../warehouse/index.js';

/** One way in which customers say that they had to say it before. Matched against one sentence, lower case, apostrophes straight. */
export interface RepeatRule {
  language: 'en' | 'de' | 'fr' | 'es' | 'pt';
  pattern: RegExp;
}

const SAID = 'told|said|mentioned|explained|written|wrote|described|stated|answered|discussed|covered|outlined|specified|clarified';
const GAVE = 'given|gave|sent|provided|shared|submitted|filled|entered|forwarded';
const HAVE = "(?:'ve|'d| have| had)?";
const SPACE_FILLERS = '(?: all| just| of| this| that| these| those| it| them| everything| exactly| so| clearly)*';
/** Whoever is the customer's own: telling them is not telling us. */
const THEIR = '(?:my|our|his|her|their|the (?:boss|board|ceo|management|auditors?))\\b';
const NOT_TO_THEIRS = `(?![^.?!,;]{0,50}\\b(?:to|with) ${THEIR})(?<!\\btold(?=${SPACE_FILLERS} ${THEIR}))`;
const OURS =
  '(?:you|sales|support|the (?:sales|support|onboarding|implementation|success|account)|someone at your|somebody at your|your|everyone|each of you)';
const OFTEN =
  '(?:before|twice|three times|four times|several times|many times|multiple times|a (?:second|third|fourth) time|again and again)';
const NTH = '(?:second|third|fourth|fifth|sixth|tenth|hundredth|umpteenth|\\d+(?:nd|rd|th))';

/** In a plain pattern \\b ends a word at every accent: "déjà" would have none. */
const EDGE = '(?:(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}]))';
const accented = (pattern: string) => new RegExp(pattern.replaceAll('\\b', EDGE).replaceAll('\\w', '[\\p{L}\\p{N}]'), 'u');

const en = (pattern: string): RepeatRule => ({ language: 'en', pattern: new RegExp(pattern) });
const de = (pattern: string): RepeatRule => ({ language: 'de', pattern: accented(pattern) });
const fr = (pattern: string): RepeatRule => ({ language: 'fr', pattern: accented(pattern) });
const es = (pattern: string): RepeatRule => ({ language: 'es', pattern: accented(pattern) });
const pt = (pattern: string): RepeatRule => ({ language: 'pt', pattern: accented(pattern) });

export const REPEAT_RULES: RepeatRule[] = [
  // As I already told your colleague; as we said to sales.
  en(`\\b(?:as|like) (?:i|we)${HAVE}(?: already| previously| just)? (?:${SAID})${SPACE_FILLERS}(?: to| with)? ${OURS}\\b`),
  en(`\\b(?:as|like) (?:i|we)${HAVE} (?:already|previously) (?:${SAID})\\b${NOT_TO_THEIRS}`),
  en(
    `\\b(?:as|like) (?:i|we)${HAVE} (?:${SAID})${SPACE_FILLERS} (?:before|earlier|previously|last (?:week|month|time)|yesterday|in my (?:last|first|previous|earlier))\\b`,
  ),
  en(
    `\\bas (?:already |previously )?(?:mentioned|explained|stated|described|discussed) (?:${OFTEN}|already|to your|to sales|with sales|with your)\\b`,
  ),
  // We already sent you the list; I have already given all of these details to your manager.
  en(`\\b(?:i|we)${HAVE} (?:already|previously) (?:${SAID})\\b${NOT_TO_THEIRS}`),
  en(`\\b(?:i|we) (?:already|previously) (?:have |had )?(?:${GAVE})\\b[^.?!]{0,60}\\b(?:you|your|sales)\\b`),
  en(`\\b(?:i|we)${HAVE} already (?:${GAVE})\\b[^.?!]{0,60}\\b(?:you|your|sales|form|questionnaire)\\b`),
  en(
    `\\b(?:i|we) (?:${GAVE}|${SAID})\\b[^.?!]{0,40}\\b(?:during the sales|in the sales|in the demo|in the first call|on the (?:sales|discovery) call|before we signed|when we signed)\\b`,
  ),
  // I have explained this before; I've told your team twice.
  en(`\\b(?:i|we)${HAVE} (?:${SAID})\\b${NOT_TO_THEIRS}[^.?!]{0,40}\\b${OFTEN}\\b`),
  en(
    `\\b(?:i|we)${HAVE} (?:${SAID}|went over|gone over|been over|went through|gone through|been through)\\b${SPACE_FILLERS}(?: to| with)? (?:your |the )?(?:\\w+ )?(?:sales|account executive|account manager|onboarding manager|colleagues?|predecessor|salesperson|rep)\\b`,
  ),
  en(
    `\\b(?:went|gone|been) (?:over|through)\\b(?![^.?!]{0,50}\\bwith ${THEIR})[^.?!]{0,40}\\b(?:with|when|during)\\b[^.?!]{0,40}\\b(?:you|your|sales|sold|signed|demo)\\b`,
  ),
  en(
    `\\b(?:answered|filled (?:\\w+ ){0,3}(?:in|out))\\b[^.?!]{0,40}\\b(?:kick-?off|intake|onboarding|handover) (?:form|questionnaire|call)\\b`,
  ),
  // For the third time; this is the third time I describe it.
  en(`^(?!.*\\b(?:crash|fail|broke|broken|down|error|happen|stopp|time[sd]? out|disconnect|lost)\\w*\\b).*\\bfor the ${NTH} time\\b`),
  en(
    `\\b(?:this is|it's|it is|that's) (?:now )?(?:already )?the ${NTH} time (?:that )?(?:i|we)(?:'m|'re| am| are|'ve| have)?(?: to| had to| been)? (?:tell|telling|told|explain|describ|repeat|say|said|saying|answer|ask|writ|send|sent|giv)\\w*`,
  ),
  en(
    `\\bhow (?:many times|often) (?:do|must|should|will|shall) (?:i|we)\\b[^.?!]{0,20}\\b(?:explain|tell|say|repeat|answer|describe|send|provide)\\b`,
  ),
  // Having to repeat myself; to explain everything again.
  en(`\\b(?:i|we)\\b(?! missed)[^.?!]{0,40}\\brepeat(?:ing)? (?:myself|ourselves|the same|everything|all (?:of )?(?:this|that))\\b`),
  en(
    `\\b(?:had|have|having|need|needed|keep having) to (?:explain|tell|describe|repeat|say|go over|go through|answer)${SPACE_FILLERS}(?: my| our)?(?: \\w+)?(?: all)? (?:again|once more|twice|(?:to|with) (?:every|each|another|yet another|a different|the next) (?:new )?(?:person|one|colleague|agent|team))\\b`,
  ),
  en(
    `\\b(?:do|must|should) (?:i|we) (?:really |seriously )?(?:have to |need to )?(?:start|begin) (?:over|again|(?:all over )?from (?:scratch|zero|the beginning))\\b`,
  ),
  // You asked me that before; same questions again.
  en(
    `\\b(?:i|we)(?:'ve| have|'d| had)?(?: already| just)? (?:been|were|was) asked${SPACE_FILLERS}(?: same)?(?: questions?)? (?:before|already|twice|again)\\b`,
  ),
  en(`\\b(?:you|your (?:team|colleagues?|people))(?:'ve| have)?(?: already)? asked (?:me |us )?(?:for )?(?:this|that|these|the same)\\b`),
  en(`\\bsame (?:questions?|information|details) (?:again|as (?:before|last time)|for the|i (?:already )?(?:gave|answered|sent))\\b`),
  en(`\\bdid(?:n't| not) (?:your |the )?(?:sales|colleagues?|account)[^.?!]{0,30}\\b(?:pass|tell|share|forward|hand|write)\\b`),
  en(`\\b(?:nobody|no one|no-one) (?:has |have |had )?(?:told you|passed (?:this|that|it)|shared (?:this|that|it))\\b`),
  en(`\\b(?:like|as) i said\\b[^.?!]{0,40}\\b(?:person|colleague|call|called|team|sales|meeting|demo)\\b`),

  de(
    `\\bwie (?:ich|wir) (?:ihnen|euch|dir|ihrem|ihrer|ihren|eurem|eurer|dem vertrieb|schon|bereits)\\b[^.?!]{0,60}\\b(?:gesagt|erklärt|mitgeteilt|geschrieben|erwähnt|geschildert|beschrieben|habe|haben)\\b`,
  ),
  de(
    `\\b(?:habe|hatte) ich\\b(?![^.?!]*\\b(?:mein|unser)\\w*)[^.?!]{0,40}\\b(?:bereits|schon)\\b[^.?!]{0,60}\\b(?:gesagt|erklärt|mitgeteilt|geschrieben|erwähnt|geschildert|beschrieben|beantwortet)\\b`,
  ),
  de(
    `\\b(?:ich|wir) (?:habe|haben|hatte|hatten)\\b(?![^.?!]*\\b(?:mein|unser)\\w*)[^.?!]{0,40}\\b(?:bereits|schon)\\b[^.?!]{0,60}\\b(?:gesagt|erklärt|mitgeteilt|geschrieben|erwähnt|geschildert|beschrieben|beantwortet)\\b`,
  ),
  de(
    `\\bhaben wir\\b(?![^.?!]*\\b(?:mein|unser)\\w*)[^.?!]{0,40}\\b(?:bereits|schon)\\b[^.?!]{0,60}\\b(?:gesagt|erklärt|mitgeteilt|besprochen|beantwortet)\\b`,
  ),
  de(
    `^(?!.*(?:abgestürzt|fehler|ausgefallen|fehlgeschlagen)).*\\bzum (?:zweiten|dritten|vierten|fünften|wiederholten|x-ten|xten|hundertsten) mal\\b`,
  ),
  de(
    `\\b(?:noch ?mal|noch einmal|schon wieder|erneut|immer wieder)\\b[^.?!]{0,30}\\b(?:erklären|erzählen|schildern|beschreiben|wiederholen)\\b`,
  ),

  fr(`\\bcomme (?:je|nous)\\b[^.?!]{0,20}\\bdéjà (?:dit|expliqué|indiqué|mentionné|signalé|précisé|écrit)(?! à (?:mon|ma|mes|notre|nos))`),
  fr(
    `\\b(?:j'ai|je (?:vous )?l'ai|je vous ai|nous (?:vous )?(?:l')?avons)\\b[^.?!]{0,15}\\bdéjà\\b[^.?!]{0,10}\\b(?:dit|expliqué|répondu|indiqué|donné|fourni|précisé)e?s?(?![^.?!]* à (?:mon|ma|mes|notre|nos)\\b)`,
  ),
  fr(`^(?!.*(?:panne|plant|échou|erreur)).*\\bpour la (?:deuxième|seconde|troisième|quatrième|énième|\\d+e) fois\\b`),
  fr(`\\b(?:me|nous) répéter\\b|\\b(?:réexpliquer|expliquer encore une fois|tout réexpliquer)\\b`),

  es(
    `\\bcomo ya (?:le|les|te|os|se lo)?\\s?(?:dije|expliqué|comenté|mencioné|dijimos|explicamos|comentamos|indiqué|indicamos|he|hemos)(?![^.?!]* a (?:mi|mis|nuestro|nuestra)\\b)`,
  ),
  es(
    `\\bya (?:(?:se )?(?:lo|la|los|las|le|les|te) )?(?:he|hemos) (?:dicho|explicado|contado|comentado|respondido|enviado)(?![^.?!]* a (?:mi|mis|nuestro|nuestra)\\b)`,
  ),
  es(
    `\\bya (?:se )?(?:lo|la|le|les|los|las|te) (?:dije|expliqué|conté|comenté|dijimos|explicamos|contamos|enviamos|envié)\\b(?![^.?!]* a (?:mi|mis|nuestro|nuestra)\\b)`,
  ),
  es(`^(?!.*(?:caíd|fall[aoó]|error)).*\\bpor (?:segunda|tercera|cuarta|enésima) vez\\b`),
  es(
    `\\b(?:que|a) (?:repetir(?:lo|me|nos)?|explicar(?:lo|les|le)?)(?: todo)? (?:todo|otra vez|de nuevo|nuevamente)|\\bvolver a (?:explicar|repetir|contar)`,
  ),

  pt(
    `\\bcomo (?:eu )?(?:já|nós já) (?:lhe|te|lhes|vos)?\\s?(?:disse|expliquei|mencionei|informei|dissemos|explicamos|informamos|havia dito)(?![^.?!]* (?:ao|à|para o|para a) (?:meu|minha|nosso|nossa))`,
  ),
  pt(
    `\\bjá (?:lhe |te |lhes )?(?:expliquei|disse|informei|respondi|explicamos|dissemos|informamos|respondemos|enviei|enviamos|passei|passamos)\\b(?=[^.?!]*(?:isso|isto|tudo|vocês?|colega|vendas|equipe|time|comercial))(?![^.?!]* (?:ao|à|para o|para a) (?:meu|minha|nosso|nossa))`,
  ),
  pt(`^(?!.*(?:caiu|falh|erro)).*\\bpela (?:segunda|terceira|quarta|enésima) vez\\b`),
  pt(`\\b(?:que|de|a) (?:repetir|explicar)(?: \\w+)? (?:tudo|de novo|novamente|outra vez)`),
];

/** Words without which no repeat rule can match: most messages need not leave the database. */
export const REPEAT_HINTS = [
  ...[
    'already',
    'previously',
    'before',
    'earlier',
    'again',
    'once more',
    'twice',
    'time',
    'how often',
    'repeat',
    'same ',
    'scratch',
    'start',
  ],
  ...['told', 'said', 'explain', 'mentioned', 'described', 'answered', 'asked', 'discussed', 'stated', 'wrote', 'written', 'filled'],
  ...['went ', 'gone ', 'been ', 'as i', 'as we', 'like i', 'like we', 'nobody', 'no one', 'no-one', 'sales', 'colleague', 'manager'],
  ...['predecessor', 'demo', 'signed', 'first call', 'discovery call'],
  ...['bereits', 'schon', 'noch', 'erneut', 'wieder', ' mal', 'wie ich', 'wie wir'],
  ...['déjà', 'fois', 'répéter', 'expliquer', ' ya ', 'ya se', 'ya l', 'ya te', 'ya he', 'vez', 'repetir', 'explicar', 'volver', 'já '],
];

/** What agents ask when they have not read a section of the brief. Matched against one sentence that ends in a question mark. */
export const SECTION_QUESTIONS: { section: BriefSection; pattern: RegExp }[] = [
  {
    section: 'customer-context',
    pattern:
      /\babout your (?:company|business|team|organi[sz]ation)\b|\bdescribe your (?:company|business|team|organi[sz]ation|set-?up)\b|\bhow (?:many|big)\b.{0,20}\b(?:employees|seats|people|your (?:company|team))\b|\b(?:which|what) industry\b|\bwhat does your (?:company|business|team) do\b|\b(?:tools|systems|software) (?:do )?you (?:currently )?use\b|\büber ihr(?:e|en) (?:firma|unternehmen|team)\b|\bvotre (?:entreprise|équipe|société)\b.{0,20}\bdécrire|\bdécrire votre (?:entreprise|équipe|société)/,
  },
  {
    section: 'why-they-bought',
    pattern:
      /\bwhy (?:did )?you (?:decided? to |choose|chose|buy|bought|sign|pick)|\b(?:what|which) (?:problems?|challenges?|pains?|goals?)\b.{0,40}\b(?:solve|facing|face|hoping|achieve|reach)\b|\bwhat made you\b|\bwhat are you (?:hoping|trying|looking) to\b|\bwarum haben sie sich\b.{0,40}\bentschieden\b|\bpourquoi avez-vous choisi\b/,
  },
  {
    section: 'what-we-promised',
    pattern:
      /\bwhat (?:was|were|has been|have you been|did|exactly did)\b.{0,40}\b(?:promised?|agreed?|told|committed?)\b|\bwhat (?:did )?(?:our |the )?sales\b.{0,30}\b(?:promise|say|said|tell|told|agree)|\b(?:agreed|promised) (?:with|by) (?:our )?sales\b|\bwhich (?:features|modules|integrations|services)\b.{0,30}\b(?:promised|agreed|included|sold)\b|\bwas wurde\b.{0,40}\b(?:versprochen|vereinbart|zugesagt)\b|\bqu'est-ce qui (?:a été|vous a été) (?:promis|convenu)/,
  },
  {
    section: 'political-landscape',
    pattern:
      /\bwho\b.{0,40}\b(?:decision[- ]makers?|champions?|sponsors?|stakeholders?)\b|\bwho\b.{0,20}\b(?:needs?|has|should|must)\b.{0,10}\b(?:sign|approve|be involved|decide)\b|\bwho (?:decides|signs off|approves)\b|\bwer (?:entscheidet|muss)\b|\bqui (?:décide|sont les décideurs)\b/,
  },
  {
    section: 'success-metrics',
    pattern:
      /\bsuccess look|\bhow (?:will|do|would|are) you\b.{0,15}\b(?:measure|measuring|define|judge)\b|\b(?:which|what) (?:kpis?|metrics|numbers)\b|\bwhat would make this a success\b|\bwie messen sie\b|\bcomment (?:mesurez|allez-vous mesurer)\b/,
  },
  {
    section: 'red-flags',
    pattern:
      /\b(?:any|are there)\b.{0,20}\b(?:risks?|concerns?|worries|blockers?|obstacles?|red flags)\b|\banything that (?:could|might|may) (?:delay|block|stop|go wrong)\b|\bwhat (?:worries|concerns) you\b|\bgibt es (?:risiken|bedenken)\b|\by a-t-il des (?:risques|inquiétudes)\b/,
  },
];
