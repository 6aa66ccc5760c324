import type { LanguageRules } from './language.js';

/** Accents are gone here: "déjà" is "deja". */
const SAID =
  '(?:dit|dites?|explique|expliquees?|indique|mentionne|signale|precise|ecrit|repondu|evoque|rappele|communique|discute|parle|detaille|decrit|expose|informe|redit|aborde|averti)(?:e|s|es)?';
/** What both sides said together: to recall it is no complaint. */
const AGREED = '(?:discute|parle|evoque|aborde)';
const GAVE = '(?:envoye|transmis|fourni|donne|rempli|communique|partage|remis|adresse|joint|depose|soumis|livre)(?:e|s|es)?';
const OUR_PEOPLE =
  '(?:collegues?|commercial\\w*|commerciaux|equipes?|consultante?s?|avant-vente|interlocut\\w+|predecesseur|service commercial|vendeu\\w+|support|gens|conseill\\w+|responsable|charge\\w* de (?:compte|clientele)|technicien\\w*)';
/** Somebody of ours: vous, votre collègue, la personne qui nous a vendu. */
const US = `(?:vous|(?:votre|vos|un|une|deux|plusieurs|chaque|l'autre)(?: \\w+){0,2} ${OUR_PEOPLE}|de chez vous|la personne (?:qui|que)|le monsieur|m\\. \\w+|mme \\w+|monsieur \\w+|madame \\w+|avant-vente)`;
const THEIRS =
  '(?:collegues?|chefs?|patronn?e?|equipes?|direction|clients?|utilisat\\w+|service|informatique|auditeurs?|collaborat\\w+|banque|avocats?|juristes?|comite|conseil|fournisseurs?|partenaires?)';
const HAVE =
  "(?:j'ai|j'avais|je (?:vous |le |les |l'|la |lui |leur |vous l'|le lui |vous en |vous les )?(?:ai|avais)|nous (?:vous |le |les |l'|en |vous l'|vous en |vous les |leur |lui )?(?:avons|avions)|on (?:vous |en |l'|vous l')?(?:a|avait)|je l'ai|je l'avais)";
const OFTEN =
  '(?:(?:deux|trois|quatre|plusieurs|maintes|\\d+) (?:fois|reprises)|a (?:plusieurs|maintes) reprises|la semaine derniere|le mois dernier|longuement|en detail|hier|precedemment|auparavant)';
const MEETING =
  "(?:pendant la (?:demo|demonstration|vente|phase|negociation)|lors (?:du|de la|de l'|de notre|des) (?:premier|premiere|demo|demonstration|appel|rendez|reunion|evaluation|lancement|kick|presentation)\\w*|avant la signature|avant de signer|au (?:premier|cours|lancement)|dans le (?:cahier des charges|formulaire|questionnaire)|dans l'appel d'offres)";
const NTH = '(?:deuxieme|seconde?|troisieme|quatrieme|cinquieme|sixieme|dixieme|centieme|enieme|\\d+e|\\d+eme)';
const TELLING = '(?:expliqu|reexpliqu|racont|repet|dire|dis|redi|ecri|decri|repond|envoi|envoy|rappel|remplir|donn|precis|transmet)\\w*';
const BROKEN = '(?:panne|plant\\w*|echou\\w*|echec|erreur\\w*|tomb\\w*|manque\\w*|bug\\w*|coup\\w*|doublon\\w*|gele\\w*|bloqu\\w*|vides?)';

export const fr: LanguageRules = {
  hints: [
    ...[
      'pourtant',
      'd.mo',
      'renvoie',
      ' tour ',
      'cesse',
      'clair',
      'croyai',
      'pensai',
      'd.cesseur',
      'ticket',
      'maintenant',
      't.l.phone',
      'savoir',
      'commun',
      'signature',
      'recommencer',
    ],
    ...[
      'd.j.',
      'fois',
      'rep',
      'r.p',
      'expliqu',
      'encore',
      'nouveau',
      'z.ro',
      'toujours',
      'pourquoi',
      'pr.c.dent',
      'rappel',
      'redi',
      'redemand',
      'comme je',
      'comme nous',
    ],
    ...[
      'comme indiqu',
      'comme dit',
      'comme conv',
      'm.mes? ',
      'transmis',
      'savez',
      'votre',
      'vos ',
      'avant la sign',
      'nous avions',
      'd.but',
      'quelqu',
      'personne',
    ],
    ...['avez', 'on nous', 'tout ', 'sans cesse', 'hier', 'mes mails', 'message'],
  ],
  repeated: [
    // Comme je l'ai déjà expliqué à votre collègue.
    `\\bcomme (?:je|j'|nous|on)\\b[^.?!]{0,40}\\b(?:(?!${AGREED})${SAID}|disais|disions|expliquais|ecrivais|mentionnais|indiquais)\\b`,
    `\\bcomme (?:deja )?${SAID}\\b[^.?!]{0,40}\\b(?:precedemment|auparavant|deja|${OFTEN}|dans (?:mon|mes|nos|notre) (?:\\w+ )?(?:precedents?|derniers?|premiers?|mails?|messages?|courriels?)|a ${US}|avec ${US})`,
    `\\bcomme (?:convenu|vu|discute)\\b[^.?!]{0,60}\\b(?:explique|dit|precise|rappele)\\w*\\b`,
    // Je vous l'ai déjà dit; nous en avons déjà parlé avec votre commercial.
    `\\b${HAVE}\\b[^.?!]{0,15}\\b(?:deja|pourtant)\\b[^.?!]{0,15}\\b${SAID}\\b`,
    `\\b${HAVE}\\b[^.?!]{0,15}\\bdeja\\b[^.?!]{0,15}\\b${GAVE}\\b(?=[^.?!]*\\b(?:vous|votre|vos|formulaire|questionnaire|deux fois|trois fois|commercial)|.*\\bvous)`,
    `\\b(?:nous|on) (?:vous )?(?:en )?(?:avons|a) deja (?:parle|discute|vu|evoque|aborde)`,
    `\\b${HAVE}\\b[^.?!]{0,20}\\b${SAID}\\b[^.?!]{0,60}(?:${US}|\\b${OFTEN}|\\b${MEETING})`,
    `\\b${HAVE}\\b[^.?!]{0,20}\\b(?:${SAID}|${GAVE}|vu|traite)\\b[^.?!]{0,60}\\b${MEETING}`,
    `\\bnous avons (?:tout )?(?:vu|traite|passe en revue)\\b[^.?!]{0,30}\\b(?:tout cela|tout ca|avec (?:m\\.|mme|votre|vos|monsieur|madame))`,
    `\\bje (?:vous )?(?:le )?(?:redis|repete|rappelle)\\b|\\bje me (?:permets de (?:rappeler|repeter)|repete)\\b|\\bje vous le (?:redis|repete)\\b`,
    `\\bne cesse de (?:le |vous le )?(?:repeter|dire|redire)`,
    `\\b(?:j'ai|nous avons|j'avais|nous avions) ete (?:tres |parfaitement )?clairs? (?:avec|aupres)`,
    `\\b(?:je croyais|nous croyions|je pensais|nous pensions) que\\b[^.?!]{0,40}\\b(?:regle|clair|convenu|acquis|entendu)`,
    `\\bavec (?:votre|vos) predecesseur`,
    `\\b(?:remise?s?|transmise?s?|fournie?s?|donnee?s?) a la signature`,
    `\\b(?:repondu|explique|dit)\\b[^.?!]{0,80}\\bet maintenant a vous\\b`,
    `\\bau telephone avec (?:votre|vos)\\b[^.?!]{0,40}\\b(?:sujet precis|meme sujet|precisement)`,
    `\\bce que (?:j'ai|nous avons|j'avais) deja\\b`,
    // Vous avez déjà ces informations; tout cela a déjà été vu.
    `\\bvous (?:savez|connaissez|avez|disposez|possedez) (?:deja|pourtant|tous?|toutes?)\\b(?![^.?!]{0,20}\\b(?:pose|demande|comment)\\b)`,
    `\\b(?:vos|votre) (?:\\w+ )?${OUR_PEOPLE} (?:savent|sait|connaissent|connait|ont|a) (?:deja|tout)`,
    `\\b(?:tout cela|tout ca|tout|cela|ceci|ces? \\w+|cette \\w+|l'\\w+|la \\w+|le \\w+)\\b[^.?!]{0,20}\\b(?:a|ont|avait|avaient) (?:deja )?ete (?:deja )?(?:${SAID}|${GAVE}|vue?s?|traitee?s?|abordee?s?)\\b(?=[^.?!]*\\b(?:deja|avant la signature|a votre|avec votre|pendant|pourquoi|redemand))`,
    `\\btout (?:y est|est) (?:deja|explique|indique|ecrit|dit|dans)\\b`,
    `\\b(?:figurai\\w+|etai\\w+|est|sont|se trouv\\w+) (?:deja )?(?:dans|au) (?:le|l'|votre|notre) ?(?:cahier des charges|appel d'offres|formulaire|questionnaire|cdc)\\b`,
    `\\b(?:je vous renvoie|voir|relire|relisez|merci de (?:re)?lire|lisez|reportez-vous|cf)\\b[^.?!]{0,20}\\b(?:mon|mes|nos|notre) (?:\\w+ )?(?:mails?|messages?|courriels?|e-mails?|reponses?)\\b`,
    `\\bdans (?:mon|mes|nos|notre) (?:precedents?|derniers?|premiers?) (?:mails?|messages?|courriels?|e-mails?)|\\bdans (?:mon|mes) (?:mails?|messages?|courriels?) (?:precedents?|du)\\b`,
    // Pour la troisième fois.
    `^(?!.*\\b${BROKEN}).*\\bpour la ${NTH} fois ?(?:[,:.!]|$)`,
    `^(?!.*\\b${BROKEN})(?=.*\\b(?:j'|je |nous )[^.?!]{0,20}\\b${TELLING}).*\\bpour la ${NTH} fois\\b`,
    `\\b(?:deuxieme|troisieme|quatrieme) tour ?[,:]`,
    `\\bne compte plus\\b[^.?!]{0,30}\\bfois\\b[^.?!]{0,30}\\b${TELLING}`,
    `\\bc'est (?:deja |maintenant )?la ${NTH} fois\\b[^.?!]{0,30}\\b(?:je|j'|nous|on)\\b[^.?!]{0,20}\\b${TELLING}`,
    `\\b(?:la|le) ${NTH} (?:personne|interlocut\\w+|collegue|conseill\\w+|contact)\\b[^.?!]{0,30}\\b(?:j'|je|nous|me|on|qui)\\b`,
    `\\bcombien de fois\\b[^.?!]{0,30}\\b(?:dois|devons|devrai\\w*|faut-il que (?:je|nous)|vais|doit-on)\\b`,
    `\\b(?:a|chaque) (?:chaque )?(?:fois|nouvel? \\w+)\\b[^.?!]{0,60}\\b(?:reprendre|reexpliquer|expliquer|raconter|repeter|recommencer)\\b`,
    // Tout réexpliquer, repartir de zéro.
    `\\b(?:me|nous) repeter\\b|\\b(?:tout|tous?|toutes?|encore|a nouveau|devoir|dois|devons|envie de) (?:re)?expliquer\\b[^.?!]{0,30}(?:\\bfois\\b|\\bnouveau\\b)?|\\breexpliquer (?:tout|toute|la meme|notre|nos|encore|une)\\b`,
    `\\b(?:repeter|raconter|expliquer|redire|dire|donner)\\b[^.?!]{0,20}\\b(?:la meme chose|les memes (?:choses|informations|explications)|toute l'histoire|encore une fois)\\b`,
    `\\b(?:encore une fois|une nouvelle fois|de nouveau|a nouveau)\\b[^.?!]{0,20}\\b(?:expliquer|raconter|repeter|decrire|repondre)`,
    `\\b(?:repartir|recommencer|reprendre|commencer)\\b[^.?!]{0,20}\\b(?:de zero|depuis le debut|du debut|a zero)\\b(?=[^.?!]*\\b(?:contact|interlocut|personne|collegue|vous|nous|expliqu|fois|nouv))`,
    `\\b(?:expliquer|repeter|dire) (?:sans cesse|toujours|constamment)\\b`,
    // On nous a déjà demandé cela.
    `\\b(?:m'a|nous a|m'avez|nous avez|m'ont|nous ont|m'avait|nous avait)\\b[^.?!]{0,15}\\b(?:deja)\\b[^.?!]{0,15}\\b(?:pose|demande|interroge)`,
    `\\bvoul\\w+ savoir (?:\\w+ )?la meme chose\\b`,
    `\\bpourquoi\\b[^.?!]{0,40}\\b(?:demand\\w+|redemand\\w+|pos\\w+|vouloir|voulez)\\b[^.?!]{0,30}\\b(?:encore|a nouveau|de nouveau|une nouvelle fois)\\b|\\bpourquoi\\b[^.?!]{0,20}\\bredemand\\w+`,
    `\\b(?:toujours|encore) les memes (?:questions|demandes)\\b|\\bmemes questions\\b`,
    `\\btout (?:recommencer|reprendre)\\b[^.?!]{0,30}\\b(?:des que|chaque fois|a chaque|quand)`,
    // L'information n'est pas passée.
    `\\b(?:information|infos?|message|consigne|dossier)\\w*\\b[^.?!]{0,15}\\b(?:pas|jamais|mal)\\b[^.?!]{0,15}\\b(?:passe|transmis|circule|remonte|arrive|parvenu)`,
    `\\b(?:votre|vos|le|la)\\b[^.?!]{0,20}\\b(?:commercial\\w*|collegues?|equipe|vendeu\\w+)\\b[^.?!]{0,20}\\b(?:n'a|n'ont|ne vous|rien|pas)\\b[^.?!]{0,30}\\b(?:transmis|dit|passe|communique|note|informe|rien)`,
    `\\b(?:quelqu'un|personne)\\b[^.?!]{0,20}\\b(?:lit|lisez|lis|ecoute|lu)\\b|\\bvous vous parliez\\b|\\bparlez-vous\\b[^.?!]{0,20}\\bentre vous\\b`,
    `\\b(?:dossier|fichier|suivi) commun\\b|\\baucun(?:e)? (?:trace|suivi)\\b`,
    `\\bmain (?:gauche|droite)\\b[^.?!]{0,30}\\b(?:ignore|sait|fait)`,
    // Revoici le fichier.
    `\\b(?:voici|revoici|ci-joint|je (?:vous )?(?:renvoie|joins|transmets))\\b[^.?!]{0,20}\\b(?:de nouveau|a nouveau|encore|une nouvelle fois|une (?:deuxieme|troisieme) fois)\\b`,
    `^(?:encore une fois|une fois de plus|je repete)\\b ?[,:]`,
  ],
  never: [
    `\\b(?:a|avec|aupres de|prevenu|informe|averti|chez)\\s(?:tous? )?(?:(?:mon|ma|mes|notre|nos|leurs?) (?:\\w+ )?${THEIRS}|la direction|le directeur|la comptabilite|tout le monde)\\b(?![^.?!]*\\b(?:votre|vos) (?:collegue|commercial|equipe))`,
    `\\b(?:mon|ma|mes|notre|nos|un|une) (?:\\w+ )?(?:collegues?|chef\\w*|equipe|auditeurs?|clients?|utilisateurs?|service|direction)\\b[^.?!]{0,10}\\b(?:m'a|nous a|nous ont|m'ont|lui a)\\b`,
    `\\b(?:pouvez-vous|pourriez-vous|peux-tu|pourrais-tu|serait-il possible|est-il possible|peut-on|pouvons-nous)\\b[^.?!]{0,50}\\b(?:reexpliquer|expliquer|repeter|renvoyer|envoyer|redire|dire|rappeler)\\b`,
    `\\bvous ai-je (?:deja )?dit\\b`,
    `\\bdans les notes? de (?:version|la version|mise)\\b|\\bdans (?:la|votre) documentation\\b`,
    `\\b(?:import|export|navigateur|installation|synchro\\w*|chargement)\\b[^.?!]{0,60}\\b(?:gele|plante|echoue|bloque)|\\bcar le navigateur\\b`,
    `\\bcomme (?:convenu|vu|discute|demande|prevu)\\b(?: \\w+){0,4} (?:voici|je joins|ci-joint)`,
  ],
  asked: {
    'customer-context': [
      `\\b(?:presenter|decrire|parler de|parlez-moi de|dire plus sur|en savoir plus sur)\\b.{0,30}\\b(?:votre|vos) (?:entreprise|equipes?|societe|organisation|activite)`,
      `\\bcombien de (?:personnes|collaborateurs|salaries|utilisateurs|employes)\\b`,
      `\\bquels? (?:sont les )?(?:outils?|systemes?|logiciels?)\\b.{0,40}\\b(?:utilisez|utilisez-vous|employez|travaillez)|\\bquels? (?:outils?|systemes?|logiciels?) (?:utilis|employ)`,
      `\\b(?:votre|vos) (?:environnement|infrastructure|systemes?|organisation)\\b.{0,20}\\b(?:technique|actuel\\w*|informatique)`,
      `\\bdans quel secteur\\b|\\bque fait votre (?:entreprise|societe)\\b|\\bcomment (?:est|sont) (?:organisee?s?|structuree?s?)? ?(?:votre|vos) (?:equipes?|entreprise|societe)`,
    ],
    'why-they-bought': [
      `\\bpourquoi (?:avez-vous|vous avez|vous etes-vous)\\b.{0,20}\\b(?:choisi|achete|decide|opte|retenu|tourne)`,
      `\\bquels? (?:sont les )?(?:problemes?|difficultes?|enjeux|objectifs?|defis?)\\b.{0,60}\\b(?:resoudre|souhaitez|voulez|rencontrez|atteindre|regler)`,
      `\\bdeclencheur\\b|\\bqu'est-ce qui vous a (?:amene|pousse|decide|conduit)|\\bquelles? (?:sont les )?raisons?\\b.{0,30}\\b(?:choix|achat|decision)`,
    ],
    'what-we-promised': [
      `\\b(?:qu'est-ce qui|ce qui|que|qu'|quelles?|quels?)\\b.{0,50}\\b(?:promis|convenu|promises?|engage)\\b`,
      `\\bquels? (?:engagements?|promesses?)\\b|\\bquelles promesses\\b`,
      `\\bque vous a (?:dit|annonce|vendu) (?:notre|le) (?:commercial|collegue|vendeur)`,
    ],
    'political-landscape': [
      `\\bqui (?:sont|est)\\b.{0,40}\\b(?:decideurs?|decisionnaires?|sponsors?|parties prenantes|interlocuteurs?|responsables?)`,
      `\\bqui\\b.{0,15}\\bdernier mot\\b`,
      `\\bqui (?:decide|valide|signe|doit|devra|prend|tranche|donne)\\b`,
    ],
    'success-metrics': [
      `\\bcomment\\b.{0,20}\\b(?:mesur\\w+|evalu\\w+|juger\\w*)\\b.{0,40}\\b(?:succes|reussite|projet|resultats?)`,
      `\\bquels? (?:sont (?:les|vos) )?(?:indicateurs?|kpis?|metriques?|chiffres)\\b`,
      `\\ba quoi\\b.{0,40}\\b(?:reussi|succes|reussite)|\\bquand\\b.{0,40}\\b(?:reussi|succes|reussite)`,
      `\\b(?:a quoi ressemble|que serait|qu'est-ce que)\\b.{0,30}\\b(?:succes|reussite)`,
    ],
    'red-flags': [
      `\\b(?:y a-t-il|voyez-vous|existe-t-il|avez-vous|il y a)\\b.{0,30}\\b(?:risques?|inquietudes?|freins?|obstacles?|craintes?|reserves?|points? bloquants?)`,
      `\\b(?:quelque chose|qu'est-ce) qui\\b.{0,20}\\b(?:inquiete|gener|freiner|compromettre|empecher|retard\\w+|bloqu\\w+|preoccupe)`,
    ],
  },
};
