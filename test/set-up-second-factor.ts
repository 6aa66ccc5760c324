import { Secret, TOTP } from 'otpauth';
import { ADA } from './ada.js';
import type { Agent } from './agent.js';

/** Sets up a second factor for who is signed in with the password of Ada. Answers its recovery codes. */
export async function setUpSecondFactor(agent: Agent, at: Date): Promise<string[]> {
  const begun = await agent.post('/api/login/second-factor').send({ password: ADA.password }).expect(200);
  const app = new TOTP({ secret: Secret.fromBase32(begun.body.secret), algorithm: 'SHA1', digits: 6, period: 30 });
  const code = app.generate({ timestamp: at.getTime() });
  const { body } = await agent.put('/api/login/second-factor').send({ code }).expect(200);
  return body.recoveryCodes;
}
