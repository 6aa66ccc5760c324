/** What somebody is told who has lost the second factor, once it was taken off. */
export interface LostFactorLetter {
  loginId: string;
  to: string;
  /** Who took it off: an admin of a workspace, or somebody with a shell of the server. */
  by: 'admin' | 'shell';
  at: Date;
}

/** The way to whose login it is, of what somebody else has done to it. */
export abstract class LoginMail {
  /** False when there is no mail server, or it did not take the letter: then the person is to be told otherwise. */
  abstract lostFactor(letter: LostFactorLetter): Promise<boolean>;
}
