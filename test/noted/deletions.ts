import { ADA, makeAda } from '../ada.js';
import { signInMember } from '../sign-in-member.js';
import { type Said, workspaceOf } from './said.js';

/** What is deleted for good, by the last admin: after all else. */
export const DELETIONS_SAID: Said[] = [
  [
    'delete /api/login/{id}',
    'person.deleted',
    async (at) => {
      const { login } = await signInMember(at.server, { role: 'csm' });
      await at.eve.delete(`/api/login/${login.id}`).expect(204);
    },
  ],
  [
    'post /api/erasure',
    'person.deleted',
    async (at) => {
      const [{ email }] = await at.server.db.query('select email from person where email is not null and not internal limit 1');
      await at.eve.post('/api/erasure').send({ email, preview: false }).expect(200);
    },
  ],
  [
    'delete /api/login',
    'person.deleted',
    async (at) => {
      const { agent } = await makeAda(at.server, { email: 'fay@baton.example' });
      await agent.delete('/api/login').send({ password: ADA.password }).expect(204);
    },
  ],
  ['delete /api/workspace/{id}', 'workspace.deleted', (at) => at.eve.delete(workspaceOf(at)).send({ name: 'Ours' }).expect(202)],
];
