/** What is mailed to somebody who is invited. */
export interface InvitationLetter {
  id: string;
  to: string;
  workspaceName: string;
  link: string;
  expiresAt: Date;
  at: Date;
}

/** The way of an invitation to its mailbox. */
export abstract class InvitationMail {
  /** False when there is no mail server, or it did not take the letter: then the link is to be handed over. */
  abstract send(letter: InvitationLetter): Promise<boolean>;
}
