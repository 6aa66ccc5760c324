import type { LanguageRules } from './language.js';

const SAID =
  '(?:told|said|mentioned|explained|wrote|written|described|stated|answered|outlined|specified|clarified|informed|communicated|pointed out|indicated|confirmed)';
const GAVE =
  '(?:given|gave|sent|provided|shared|submitted|filled|completed|entered|forwarded|uploaded|attached|handed|returned|supplied|e-?mailed)';
const WENT = '(?:went over|gone over|been over|went through|gone through|been through|covered|discussed|talked about|talked through)';
const HAVE = "(?:'ve|'d| have| had| did)?";
const SOON = '(?: (?:already|previously|just|all|also|clearly|just now|now|once|personally|repeatedly)){0,2}';
const OUR_PEOPLE =
  '(?:colleagues?|team|teams|people|sales\\w*|pre-?sales|presales engineer|reps?|account (?:executive|manager|rep)|consultants?|engineers?|agents?|guys?|predecessor|(?:onboarding|implementation|success|support) (?:team|manager|person|people)|staff|side|company)';
/** Somebody of ours: you, your colleague, sales, the guy who ran the demo. */
const US = `(?:you|you (?:guys|people|all)|(?:your|the|each|every|one|two|three|someone at your|somebody at your|somebody from your)(?: \\w+){0,2} ${OUR_PEOPLE}|sales|support|the (?:last|previous|first|other) (?:person|agent|colleague|one|guy)|the (?:guy|person|gentleman|lady|woman|man) (?:who|that|i|we)|(?:someone|somebody) (?:at|from|in) your)\\b`;
const SALES_TIME =
  '(?:during (?:the |our |your )?(?:sales|evaluation|demo|trial|negotiation|workshop|rfp|kick-?off)|in (?:the|our|your) (?:(?:very )?first|sales|discovery|kick-?off|intro\\w*) ?(?:call|meeting|conversation|process|workshop)?|in (?:the|our|your) (?:demo|rfp|workshop|evaluation|trial|offer|sales process)|(?:on|from) (?:the|our|your) (?:(?:very )?first|sales|discovery|kick-?off|intro\\w*) (?:call|meeting)|before (?:we|i) (?:signed|bought)|when we (?:signed|were evaluating|evaluated|bought|did the evaluation)|before (?:the )?(?:signature|signing|contract))';
const OFTEN =
  '(?:before|twice|three times|four times|several times|many times|multiple times|a (?:second|third|fourth) time|again and again|more than once|at least (?:once|twice)|over and over|last (?:week|month|time|monday|tuesday|wednesday|thursday|friday)|yesterday|earlier|once already|at length|in detail)';
const NTH = '(?:second|third|fourth|fifth|sixth|seventh|tenth|hundredth|umpteenth|nth|\\d+(?:nd|rd|th))';
const TELLING =
  '(?:explain|tell|describ|repeat|say|answer|ask|writ|send|sent|giv|told|said|provid|submit|fill|go over|going over|goes over)\\w*';
const BROKEN =
  '(?:crash|fail|broke|broken|down|empty|blank|error|happen|stopp|time[sd]? out|disconnect|lost|missing|froze|duplicate|outage|bug)';
const FORM =
  '(?:(?:kick-?off|intake|onboarding|handover|handoff|discovery|your) (?:form|questionnaire|survey|portal|checklist)|questionnaire|rfp)';

export const en: LanguageRules = {
  hints: [
    ...[
      'round',
      'count',
      'keep',
      'clear',
      'predecessor',
      'ticket i',
      'ticket we',
      'signature',
      'signing',
      'now you',
      'square one',
      'record',
    ],
    ...[
      'already',
      'previous',
      'before',
      'earlier',
      'again',
      'once more',
      'one more',
      'twice',
      ' time',
      'how often',
      'repeat',
      'same ',
      'scratch',
    ],
    ...[
      'start',
      'told',
      'tell',
      'said',
      'say ',
      'explain',
      'mention',
      'describ',
      'answer',
      'asked',
      'asking',
      'discuss',
      'stated',
      'wrote',
      'written',
    ],
    ...[
      'fill',
      'went ',
      'gone ',
      'been ',
      'as i',
      'as we',
      'like i',
      'like we',
      'nobody',
      'no one',
      'no-one',
      'anyone',
      'anybody',
      'sales',
      'colleague',
    ],
    ...[
      'sent',
      'gave',
      'provided',
      'shared',
      'last e',
      'last m',
      'my e',
      'my m',
      'should have',
      'have this',
      'know',
      'left hand',
      'each other',
      'over and over',
    ],
    ...['the thread', 'your notes', 'hand', 'pass', 'correspondence', 'communicated', 'informed', 'outlined', 'uploaded', 'submitted'],
  ],
  repeated: [
    // As I already told your colleague; like I said before.
    `\\b(?:as|like) (?:i|we)${HAVE}${SOON} ${SAID}\\b`,
    `\\b(?:as|like) (?:already |previously |repeatedly )*${SAID}\\b[^.?!]{0,40}\\b(?:${OFTEN}|already|previously|in (?:my|our) (?:last|first|previous|earlier)|to ${US}|in (?:my|our) (?:e-?mail|message|ticket))`,
    `\\bas (?:already|previously|repeatedly) ${SAID}\\b`,
    `\\bas you can see (?:in|from) (?:my|our) (?:previous|earlier|last|first)\\b`,
    `\\b(?:as )?per (?:my|our) (?:last|previous|earlier|first)\\b`,
    `\\b(?:see|check|read|in|from|at) (?:my|our) (?:\\w+ )?(?:previous|earlier|last|first|other) (?:e-?mails?|messages?|mails?|answers?|tickets?|repl\\w+|conversations?|correspondence)\\b`,
    `\\b(?:see|check|read)\\b[^.?!]{0,40}\\bin my (?:e-?mail|mail|message|note) (?:of|from|dated)\\b`,
    `\\bas (?:i|we) keep (?:saying|telling|repeating|explaining)`,
    `\\b(?:i|we)${HAVE}${SOON} (?:made|been)\\b[^.?!]{0,30}\\bclear (?:to|with) ${US}`,
    `\\b(?:i|we|it|this) (?:had |have |was )?thought (?:we|this|that|it) (?:had |was |were )?(?:been |already )*(?:settled|clear|agreed|sorted|clarified)`,
    `\\bwith your predecessor\\b`,
    `\\b(?:i|we)${HAVE}${SOON} ${GAVE}\\b[^.?!]{0,40}\\b(?:at|on|with|upon) (?:the )?(?:contract )?(?:signature|signing)`,
    `\\b(?:spoke|spoken|talked|call|phone)\\b[^.?!]{0,20}\\bwith your\\b[^.?!]{0,40}\\b(?:precisely|exactly|just|the very|the same|already)\\b`,
    `\\banswered\\b[^.?!]{0,80}\\band now (?:to |for )?you\\b`,
    // I already explained our process; we have already given you the list.
    `\\b(?:i|we)${HAVE}(?: already| previously| repeatedly)(?: \\w+){0,2} ${SAID}\\b`,
    `\\b(?:i|we)(?:${HAVE}(?: already| previously)| (?:already|previously) (?:have|had))(?: \\w+){0,1} ${GAVE}\\b[^.?!]{0,80}\\b(?:you|your|sales|form|questionnaire|portal|to \\w+ (?:from|in|of) sales)\\b`,
    `\\b(?:i|we)${HAVE}${SOON} ${SAID}\\b[^.?!]{0,60}\\b${OFTEN}\\b`,
    `\\b(?:i|we)${HAVE}${SOON} (?:${SAID}|${WENT})\\b[^.?!]{0,60}\\b${US}`,
    `\\b(?:i|we)${HAVE}${SOON} (?:${SAID}|${WENT}|${GAVE})\\b[^.?!]{0,80}\\b${SALES_TIME}`,
    `\\b(?:i|we)${HAVE}${SOON} ${GAVE}\\b[^.?!]{0,60}\\b${OFTEN}\\b[^.?!]{0,20}\\b(?:why|already)|\\b(?:i|we)${HAVE}${SOON} ${GAVE}\\b[^.?!]{0,60}\\b(?:twice|three times|several times|many times|more than once)\\b`,
    `\\b(?:i|we) (?:did|do) (?:tell|mention|explain|say|describe|send|answer)\\b`,
    `\\b(?:i|we)${HAVE} said (?:it|this|that|so) (?:before|already)\\b|\\b(?:say|said) it again\\b`,
    `\\b(?:i|we)${HAVE}(?: already)? (?:had|been through|gone through|been over) this (?:\\w+ )?(?:before|already|conversation|discussion|with)`,
    `\\b(?:i|we)${HAVE}${SOON} (?:answered|filled (?:\\w+ ){0,3}(?:in|out)|completed|submitted|entered|uploaded)\\b[^.?!]{0,60}\\b${FORM}\\b`,
    // All of this was discussed; you already have it.
    `\\b(?:this|that|these|those|it|everything|questions?|details?|(?:all|most|none) of (?:this|that|it|these|what you ask\\w*(?: for)?)|what you (?:ask|need|want)\\w*(?: for)?) (?:is|was|were|are|has|have)(?: all| both)?(?: already| previously)?(?: all)?(?: been)? (?:${SAID}|${WENT}|${GAVE}|known|there|agreed)\\b[^.?!]{0,60}\\b(?:already|before|previously|twice|${OFTEN}|${US}|${SALES_TIME}|for weeks)`,
    `\\b(?:this|that|these|those|it|everything|questions?|details?|(?:all|most) of (?:this|that|it|these|what you ask\\w*(?: for)?)) (?:is|was|were|are|has|have)(?: all)? already(?: all)?(?: been)? (?:${SAID}|${WENT}|${GAVE}|known|there|in (?:the|your|our|my)|part of)\\b`,
    `\\b(?:has|have|had) been (?:${SAID}|${GAVE}) (?:already|before|twice|three times|several times|many times|repeatedly)\\b`,
    `\\b(?:this|that|these|it|all) (?:\\w+ ){0,2}(?:is|are|was|were) (?:all )?(?:already )?in (?:the|your|my|our) (?:${FORM}|kick-?off form|form|questionnaire|rfp|requirements|brief)\\b`,
    `\\b(?:these|all|this|that|those)(?: \\w+){0,3} (?:is|are|was|were) (?:all )?(?:in|part of) (?:the|your|our) (?:\\w+ )?(?:questionnaire|form|rfp)\\b`,
    `\\byou (?:should |must |will )?(?:already (?:have|know|got|received)|(?:have|know|got)(?: \\w+){0,4} already)\\b(?![^.?!]{0,30}\\b(?:if|how)\\b)`,
    `\\b(?:your|the) (?:\\w+ ){0,2}${OUR_PEOPLE} (?:already )?(?:know|knows|has|have)(?: \\w+){0,2} (?:all|already)\\b|\\bthey (?:already )?know all (?:of )?(?:this|that|it)\\b|\\bknown to (?:your|you)\\b`,
    `\\bsame (?:\\w+ ){0,3}(?:as|that|which) (?:in |on )?(?:the |your )?(?:form|questionnaire|(?:i|we)${HAVE}(?: already)? (?:${GAVE}|${SAID}))`,
    // For the third time; you are the third person.
    `^(?!.*\\b${BROKEN}).*\\bfor the ${NTH} time(?: now| already)? ?(?:[,:.!]|$)`,
    `^(?!.*\\b${BROKEN})(?=.*\\b${TELLING}).*\\bfor the ${NTH} time\\b`,
    `\\b(?:round (?:two|three|four|five)|(?:second|third|fourth) round)\\b ?[,:]`,
    `\\blost count\\b[^.?!]{0,20}\\b(?:how|of|times)\\b[^.?!]{0,40}\\b${TELLING}`,
    `\\bthe ${NTH} time (?:that |now |this week |today )*(?:i|we)(?:'m|'re| am| are|'ve| have)?(?: to| had to| been| now)? ?${TELLING}`,
    `\\bthe ${NTH} (?:person|colleague|agent|consultant|one|contact|employee|member)\\b[^.?!]{0,30}\\b(?:i|we|me|us|ask\\w*|wh\\w+)\\b`,
    `\\bhow (?:many (?:more )?times|often) (?:do|did|must|should|will|shall|have|need) (?:i|we)\\b[^.?!]{0,30}\\b${TELLING}`,
    `\\b(?:every|each) time (?:i|we)\\b[^.?!]{0,80}\\b(?:explain|tell|repeat|describe|start over|from the (?:start|beginning))`,
    // Having to repeat myself, to explain everything again.
    `\\b(?:i|we|i'm|we're|having|have|had|tired of|rather not|sick of|keep|not)\\b(?! missed)[^.?!]{0,40}\\brepeat(?:ing)? (?:myself|ourselves|the same|everything|all|what (?:i|we)|our|my|it all|this|that|information)\\b`,
    `\\b(?:had|have|having|need|needed|want|like|going) to (?:re-?explain|explain|tell|describe|say|go over|go through|answer|fill)\\b[^.?!]{0,50}\\b(?:again|once more|twice|a second time|over and over|from the (?:start|beginning)|from scratch|(?:every|each|another|yet another|a different|the next|every new|each new) (?:\\w+ )?(?:person|one|colleague|agent|team|consultant|contact|time))\\b`,
    `\\b(?:don't|do not|rather not|won't|will not)\\b[^.?!]{0,20}\\b(?:explain|tell|describe|fill|go through|go over|answer)\\b[^.?!]{0,40}\\b(?:again|a second time|a third time|twice|once more)\\b`,
    `\\bre-?explain\\w* (?:everything|it all|our|this|all)\\b`,
    `\\b(?:tell|telling|explain|explaining) (?:the )?same (?:story|thing|things)\\b`,
    `\\b(?:you are|you're) (?:now )?the ${NTH}\\b`,
    // You asked me that before; the same questions again.
    `\\b(?:i|we)(?:'ve| have|'d| had)?(?: already| just)? (?:been|were|was|keep being|get) asked\\b[^.?!]{0,40}\\b(?:before|already|twice|again|same|yesterday|last week)\\b`,
    `\\b(?:i|we)(?:'ve| have)? (?:already )?(?:been|were|was) asked (?:this|that|these|those|the (?:very |exact )?same)\\b`,
    `\\b(?:you|you guys|your (?:team|colleagues?|people|sales\\w*))(?:'ve| have| has)?(?: already)? asked (?:me |us )?(?:for |about )?(?:this|that|these|those|it|the same)\\b`,
    `\\bdid(?:n't| not)? (?:you|you guys|your \\w+)(?: not)?(?: already)? ask (?:me |us )?(?:this|that|it|these|already)\\b|\\bdid(?:n't| not) (?:you|you guys|your \\w+) already ask\\b`,
    `\\bwhy (?:are|do|does|is|did|am|must|should) (?:you|your|i|we|this|that|it)\\b[^.?!]{0,60}\\b(?:ask|asking|asked|need|want|come up|comes up)\\b[^.?!]{0,20}\\bagain\\b|\\bwhy (?:this|it) comes up again\\b`,
    `\\b(?:ask|asks|asking|asked) (?:me|us) (?:for|about) (?:our|my)\\b[^.?!]{0,30}\\b(?:again|already)\\b`,
    `\\bsame questions?\\b[^.?!]{0,40}\\b(?:again|before|last time|from|by|to (?:your|every|each)|colleague|over)|\\bsame (?:information|details|data|answers?|story) (?:again|to (?:every|each|your|another)|over|twice|as (?:before|last time))`,
    `\\bsame (?:questions?|information|details|data)\\b[^.?!]{0,20}\\b(?:i|we)${HAVE}(?: already)? (?:${GAVE}|${SAID})`,
    `\\bwanted to know (?:\\w+ )?the same\\b`,
    `\\bit was (?:answered|explained|discussed|covered|mentioned) (?:last|in|on|yesterday|already|before)\\b`,
    // Starting over.
    `\\b(?:do|must|should|have|will|can't) (?:i|we)\\b[^.?!]{0,30}\\b(?:start|begin)(?: all)?(?: over| again|(?: all over)? from (?:scratch|zero|the beginning|square one))`,
    `\\b(?:i|we) (?:really )?(?:have|had|need) to (?:start|begin)(?: all)? over (?:again )?with (?:every|each|you|another|a new)\\b`,
    `\\b(?:whole|entire|same) (?:thing|story|process) (?:again|over|from the (?:start|beginning)|once more)\\b`,
    `\\b(?:back|return) to square one\\b|\\bstart over (?:every|each) time\\b`,
    // Nobody passed it on.
    `\\b(?:no|any) (?:shared|common|central) (?:\\w+ )?(?:record|notes?|file|system)\\b`,
    `\\b(?:did|has|have|was|were|does)(?:n't| not)? (?:your|the|our) (?:\\w+ ){0,2}(?:colleagues?|sales\\w*|team|account \\w+|rep)\\b[^.?!]{0,30}\\b(?:pass|tell|share|forward|hand|write|brief|relay|note)\\w*`,
    `\\bdid(?:n't| not) \\w+ (?:pass|tell you|share|forward|hand|brief|relay)\\w*`,
    `\\b(?:nobody|no one|no-one|none of you)(?: \\w+){0,2} (?:told you|passed|shared|reads?|listens?|talks?|wrote|noted|looks?)\\b`,
    `\\b(?:does|did|do|is) (?:anyone|anybody|someone)(?: \\w+){0,4} (?:read|reads|listen|reading|listening)\\b`,
    `\\b(?:information|message|details?|requirements?|notes?|this|it|nothing|word)\\b[^.?!]{0,20}\\b(?:never|not|n't)\\b[^.?!]{0,20}\\b(?:made it|reached|passed|handed|arrived|forwarded|shared|got through)\\b[^.?!]{0,30}\\b(?:sales|you|team|colleague|on)\\b`,
    `\\b(?:left|right) hand\\b[^.?!]{0,30}\\bknow`,
    `\\b(?:talk|speak|check|ask|align)\\b[^.?!]{0,40}\\b(?:instead of asking|each other|one another|among yourselves|internally first)\\b`,
    `\\b(?:talk|speak|check) (?:to|with) (?:your|the) (?:sales|colleagues?)\\b[^.?!]{0,40}\\b(?:instead|first|know)`,
    `\\b(?:is|was|has) (?:none|nothing|any) of (?:this|that|it) (?:been )?(?:written|noted|recorded|documented|passed)`,
    `\\b(?:look|check|read)\\b[^.?!]{0,20}\\b(?:your notes|the (?:whole )?(?:thread|history))\\b`,
    `\\bkeep (?:having to|getting the same|being asked|asking|on having)\\b`,
    // Here it is once more.
    `\\b(?:attach\\w*|send\\w*|here (?:is|it is|they are|you go)|enclosed|find)\\b[^.?!]{0,40}\\b(?:again|once more|one more time|yet again|a (?:second|third) time)\\b`,
    `^(?:(?:so|ok|okay|well|sorry|hi|hello),? )?(?:once (?:more|again)|one more time|again|for the record)[,:]`,
  ],
  never: [
    `\\b(?:told|informed|asked|briefed|reminded|warned|${SAID} (?:\\w+ ){0,4}?(?:to|with)|(?:${GAVE}|${WENT}) (?:\\w+ ){0,4}?(?:to|with))(?: already)? (?:all )?(?:my|our|his|her|their|a (?:friend|colleague)|the (?:boss|board|ceo|management|auditors?|works council|users|staff))\\b`,
    `\\b(?:could|can|would|will) (?:you|someone|somebody)(?: please| kindly| mind)*(?: again)? (?:repeat|repeating|explain|explaining|tell|send|sending|resend|show|remind|share)\\b`,
    `\\b(?:my|our|his|her|their|a) (?:\\w+ )?(?:colleagues?|boss|team|manager|users?|people|department|it|auditors?|customers?|clients?)(?: has| have| had)?(?: already)? (?:told|explained|informed|asked|shown|mentioned|described)(?: (?:this|that|it|all))? ?(?:to )?(?:me|us|them)\\b`,
    `\\b(?:he|she|they) (?:has |have )?(?:already )?told (?:me|us) that\\b`,
    `\\bdid i (?:already |ever )?(?:tell|mention|say)\\b|\\bhave i (?:already |ever )?(?:told|mentioned)\\b`,
    `\\bas (?:mentioned|described|stated|explained) in the (?:release|docs|documentation|manual|guide|help)`,
    `\\b(?:sync|export|import|upload|download|browser|installation|script|job)\\b[^.?!]{0,40}\\b(?:froze|crash\\w*|fail\\w*|stopp\\w*|again and again)\\b`,
  ],
  asked: {
    'customer-context': [
      `\\b(?:about|describe|introduce) your (?:company|business|team|organi[sz]ation|set-?up|department)\\b`,
      `\\bhow (?:many|big|large)\\b.{0,20}\\b(?:employees|seats|people|users|colleagues|your (?:company|team|organi[sz]ation))\\b`,
      `\\b(?:which|what) industry\\b|\\bwhat (?:does|do) (?:your|you) (?:company|business|team|organi[sz]ation)?\\b.{0,15}\\bdo\\b`,
      `\\b(?:tools|systems|software|stack)\\b.{0,10}\\b(?:do )?you (?:currently |already )?(?:use|using|run|work with)\\b`,
      `\\byour (?:current |existing |technical )*(?:tech stack|stack|landscape|environment|set-?up|infrastructure)\\b`,
      `\\bhow (?:is|are) your (?:team|company|organi[sz]ation|department)s? (?:structured|set up|organi[sz]ed)\\b`,
    ],
    'why-they-bought': [
      `\\bwhy (?:did |have )?you (?:decided? (?:to|on|for)|choose|chose|chosen|buy|bought|sign|signed|pick|picked|go with|went with)`,
      `\\b(?:what|which)\\b.{0,12}\\b(?:problems?|challenges?|pains?|pain points?|goals?)\\b.{0,40}\\b(?:solve|facing|face|hoping|achieve|reach|address|fix)\\b`,
      `\\bwhat made you\\b|\\bwhat (?:brought|led) you to\\b|\\bwhat are you (?:hoping|trying|looking) to\\b`,
      `\\bwhat (?:was the trigger|triggered|prompted|motivated)\\b`,
      `\\b(?:reasons?|motivation|drivers?)\\b.{0,20}\\b(?:purchase|buying|decision|choosing|project)\\b`,
    ],
    'what-we-promised': [
      `\\bwhat\\b.{0,40}\\b(?:promised?|agreed?|committed?|commit to)\\b`,
      `\\bwhat (?:did )?(?:our |the |my )?(?:sales|account|colleague)\\b.{0,30}\\b(?:promise|say|said|tell|told|agree|commit)`,
      `\\b(?:agreed|promised|committed|sold)\\b.{0,10}\\b(?:with|by|to you)\\b.{0,20}\\b(?:sales|account|colleague|before|us)\\b|\\bpromised to you\\b`,
      `\\bwhich (?:features|modules|integrations|services|deliverables)\\b.{0,30}\\b(?:promised|agreed|included|sold)\\b`,
      `\\b(?:which|what) (?:commitments?|promises?|assurances?)\\b`,
      `\\bwhat (?:were|was|have) you (?:been )?told\\b`,
    ],
    'political-landscape': [
      `\\bwho\\b.{0,40}\\b(?:decision[- ]makers?|champions?|sponsors?|stakeholders?)\\b`,
      `\\bwho\\b.{0,20}\\b(?:needs?|has|have|should|must|will)\\b.{0,15}\\b(?:sign|approve|be involved|decide)\\b`,
      `\\bwho\\b.{0,20}\\b(?:last|final) (?:word|say)\\b`,
      `\\bwho (?:decides|signs off|approves|makes the (?:final )?decisions?|is in charge)\\b`,
    ],
    'success-metrics': [
      `\\bsuccess look|\\bhow (?:will|do|would|are|should) (?:you|we)\\b.{0,20}\\b(?:measure|measuring|define|judge|track)\\b`,
      `\\b(?:which|what) (?:kpis?|metrics|numbers|targets)\\b|\\bwhat would make this a success\\b|\\bwhat (?:does|is|would) (?:a )?(?:success\\b|good outcome|good result)`,
    ],
    'red-flags': [
      `\\b(?:any|are there|see|is there)\\b.{0,20}\\b(?:risks?|concerns?|worries|blockers?|obstacles?|red flags|reservations)\\b`,
      `\\banything\\b.{0,10}\\b(?:could|might|may|that)\\b.{0,15}\\b(?:delay|block|stop|go wrong|worr\\w+|concern\\w*)`,
      `\\bwhat (?:worries|concerns) you\\b|\\bwhat (?:could|might|may)\\b.{0,20}\\b(?:in the way|delay|block|stop|go wrong|derail|jeopardi[sz]e)`,
    ],
  },
};
