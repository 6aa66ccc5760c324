import type { BriefSection } from './company.js';
import type { NearMiss } from './truth.js';

/** What customers write when they have to say again what the firm knew. */
export const REPEATED = [
  'As I already told your colleague, we use Okta and nothing else.',
  "I've explained this to your sales team twice now, and I would rather not do it a third time.",
  'We went through all of this with your account executive before we signed.',
  'This is the third time I am describing our approval process to someone at your company.',
  'I feel like I am repeating myself here: the import has to include the archive.',
  "Didn't your sales team pass this on? It was in the very first call.",
  'Like I said last week to the person who called me, there are three legal entities.',
  'I answered exactly these questions in the kick-off form.',
  'How many times do I have to explain that we have two warehouses?',
  'We already sent you the list of users, please look at my earlier e-mails.',
  'Sorry, but we have been asked this before, by two different people.',
  'It seems nobody has told you what we agreed with Victor. Do I really have to start from scratch?',
  'We keep having to repeat the same information to every new person we talk to.',
  'I have already given all of these details to your onboarding manager.',
  'As mentioned several times before, the go-live date is fixed by the auditors.',
  'Once more, for the record: we do not have a test system. I told your team so in the demo.',
  'Same questions again? I went over this with the gentleman who sold us the package.',
  'You should have this already; I provided it during the sales process.',
] as const;

/** What agents ask when they have not read the brief: no harm while the section is empty. */
export const QUESTIONS: Record<BriefSection, readonly string[]> = {
  customer_context: [
    'Could you tell me a little about your company and how your team is set up?',
    'To get started, could you describe your organisation and the tools you use today?',
  ],
  why_they_bought: [
    'May I ask what problem you are hoping to solve with our product?',
    'Could you share why you decided to buy, so that we set the right priorities?',
  ],
  what_we_promised: [
    'Could you let us know what was agreed with our sales team?',
    'What were you promised in terms of the import and the trainings?',
  ],
  political_landscape: [
    'Who are the decision makers and stakeholders on your side?',
    'Could you tell us who needs to be involved from your management?',
  ],
  success_metrics: [
    'What does success look like for you in the first three months?',
    'How will you measure whether the project is a success?',
  ],
  red_flags: [
    'Are there any risks or concerns we should know about before we start?',
    'Is there anything that could delay the project on your side?',
  ],
};

/** Words that look like repetition and are none. */
export const NEAR_MISSES: Record<NearMiss['kind'], readonly string[]> = {
  'quoted reply': [
    'Great, that solved it, thank you!\n\nOn Tuesday Support wrote:\n> As I already told your colleague, we use Okta and nothing else.\n> Please advise.',
    'All good now.\n\n-----Original Message-----\nFrom: Alice Martin\nWe already sent you the list of users, please look at my earlier e-mails.',
  ],
  'agent words': [
    'As I already told you on the phone, the export runs every night at two. I have attached the guide once more.',
    'I have explained this to our developers again, they will get back to us this afternoon.',
  ],
  'somebody else': [
    'As I already told my boss, the roll-out looks great so far. One small thing: where do I change the logo?',
    'I have already explained to our own users twice how to log in. Is there a short video I can send them?',
    'I told our IT team last week to open the port, and now it works. Thank you.',
  ],
  'first question': [
    'Could you please repeat the steps for the export? I missed that part of the training.',
    'We see the same error again and again when we upload a file with more than 500 lines.',
    'The report asks me again for the password each time I open it. Is that intended?',
  ],
  'internal note': [
    'I already explained this to finance, they will correct the invoice on Monday.',
    'Told the colleague on the night shift about it as well, so nobody has to ask again.',
  ],
};

/** Ordinary worries, with an ordinary answer. */
export const ORDINARY: readonly [subject: string, question: string, answer: string][] = [
  [
    'How do I add users?',
    'Where can I add five more users to our account?',
    'Under Settings, Users. The seats are in your plan, so there is no extra cost.',
  ],
  [
    'Import fails',
    'The import stops at row 1,204 with "date not valid".',
    'Row 1,204 has a date in another format; I have attached the corrected file.',
  ],
  ['Invoice question', 'The invoice shows another address than ours.', 'Our finance team has corrected it and sent you a new one.'],
  [
    'Single sign-on',
    'After the login page we see an empty screen.',
    'The reply address was missing a slash; it is set now. Could you try?',
  ],
  [
    'Export to Excel',
    'Can we get the open requests as a file each morning?',
    'Yes, with a scheduled export. I have set one up for seven in the morning.',
  ],
  [
    'Slow on Mondays',
    'The overview takes ten seconds to load on Monday mornings.',
    'We have moved your account to a bigger database; it should be quick now.',
  ],
  ['Change of logo', 'Our logo has changed, where do we upload the new one?', 'Under Settings, Appearance. SVG works best.'],
  ['Roles and permissions', 'Can somebody see requests without being able to approve them?', 'Yes, give them the reader role.'],
];

export const ESCALATED = [
  'We cannot work since this morning and our management asks me every hour. I need somebody to call me today.',
  'The go-live is tomorrow and the import is still missing. This was promised to us for last week. Please put your manager on this.',
  'We were told that the connection to our warehouse is part of the package, and now we hear it is not. This has to be settled before we pay.',
  'All approvals are blocked for two days now. If this is not solved by tonight we have to go back to the old system.',
] as const;

export const RATING_COMMENTS: Record<'good' | 'bad', readonly string[]> = {
  good: ['Quick and friendly.', 'Exactly what I needed.', 'Great start, thank you!'],
  bad: ['It took three people and a week.', 'Not the answer I was hoping for.', 'Not what we were told before we signed.'],
};
