import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scriptedEngine } from '../../test/support/scripted-engine.ts';
import { openTestService, TEST_ORIGIN, TEST_TEXT_SEAL, type TestService } from '../../test/support/test-service.ts';
import { houseOf } from '../../test/support/test-world.ts';
import { type ClipWish, requestClip } from '../app/clips/request-clip.ts';
import type { SafetyGate } from '../app/ports/safety-gate.ts';
import type { Character, Picture } from '../app/ports/stores/character-store.ts';
import type { Clip } from '../app/ports/stores/clip-store.ts';
import type { Person } from '../app/ports/stores/person-store.ts';
import type { EngineTrouble } from '../app/ports/video-engine.ts';
import { forgetDecisions } from '../app/safety/forget-decisions.ts';
import { POLICY_VERSION } from '../domain/safety/decide.ts';
import { createSafetyChecks } from './create-safety-checks.ts';
import { createSafetyGate } from './create-safety-gate.ts';
import { SafetyModelError } from './safety-models.ts';
import { createTextSeal } from './text-seal.ts';

const PIXEL = { widthPixels: 1, heightPixels: 1, rgb: new Uint8Array(3) };

describe('what the safety check remembers', () => {
  let service: TestService;
  let operator: Person;
  let person: Person;
  let character: Character;
  let picture: Picture;
  const classifier = { score: 0, isBroken: false };

  beforeAll(async () => {
    service = await openTestService();
    operator = await service.world.addPerson({ role: 'operator' });
  });
  beforeEach(async () => {
    Object.assign(classifier, { score: 0, isBroken: false });
    person = await service.world.addPerson();
    character = await service.world.addCharacter(person);
    picture = await service.world.addPicture(character, { visibility: 'private', sha256: randomBytes(32).toString('hex') });
  });
  afterAll(() => service.close());

  const openGate = () => {
    const scoreOf = async (): Promise<number> => {
      if (classifier.isBroken) throw new SafetyModelError('broken');
      return classifier.score;
    };
    const checks = createSafetyChecks({ classifier: { name: 'scripted 1', scoreOf, close: async () => undefined } });
    const { seal } = TEST_TEXT_SEAL;
    return createSafetyGate({ checks, world: service.world, readPicture: async () => PIXEL, seal, onBroken: () => undefined });
  };
  const judge = (gate: SafetyGate, customText: string, about: Picture = picture) =>
    gate.judge({
      ...{ personId: person.id, picture: about, character, customText, engine: 'scripted', engineIsGenerative: false },
      motion: customText === '' ? 'smile-and-blink' : 'custom',
    });
  const ask = async (who: Person | undefined, method: 'GET' | 'POST', path: string, body?: object) => {
    const authorization = who && { authorization: `Bearer ${service.signIn(who)}` };
    const answer = await service.fetch(`${TEST_ORIGIN}/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...authorization },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const refusedId = async (text: string, gate: SafetyGate = openGate()): Promise<string> => {
    const answer = await judge(gate, text);
    if (answer.allowed || answer.decisionId === undefined) throw new Error('this was not refused');
    return answer.decisionId;
  };

  describe('decisions', () => {
    it('are kept with what they were made of, and the words only sealed', async () => {
      classifier.score = 0.123;
      await judge(openGate(), '');
      const id = await refusedId('strips naked');
      const kept = await service.world.stores.safety.findDecision(id);
      expect(kept).toMatchObject({
        ...{ action: 'refuse', code: 'TEXT_SEXUAL', strikes: 1, policyVersion: POLICY_VERSION, personId: person.id },
        ...{ step: 'wish', engine: 'scripted', pictureSha256: picture.sha256, surface: 'private' },
        evidence: { categories: ['sexual'] },
      });
      expect(JSON.stringify(kept)).not.toContain('naked');
      expect(TEST_TEXT_SEAL.open(kept?.sealedText ?? new Uint8Array())).toBe('strips naked');
      const [row] = await service.world.database.query<{ evidence: { scores: object; checkers: string[] } }>(
        `select evidence from safety_decision where person = $1 and action = 'allow'`,
        [person.id],
      );
      expect(row?.evidence).toMatchObject({ scores: { builtIn: 0.123 }, checkers: ['scripted 1'] });
    });

    it('are never changed, and never removed before their time', async () => {
      const id = await refusedId('strips naked');
      const { database } = service.world;
      await expect(database.query(`update safety_decision set code = 'OK' where id = $1`, [id])).rejects.toThrow(/append only/);
      await expect(database.query('delete from safety_decision where id = $1', [id])).rejects.toThrow(/append only/);
    });

    it('are forgotten after 180 days', async () => {
      const old = await service.world.stores.safety.findDecision(await refusedId('strips naked'));
      if (old === undefined) throw new Error('not kept');
      const at = new Date(service.world.now().getTime() - 200 * 86_400_000);
      const id = service.world.newId();
      await service.world.stores.safety.addDecision({ ...old, id, at });
      expect(await forgetDecisions(service.world)).toBe(1);
      expect(await service.world.stores.safety.findDecision(id)).toBeUndefined();
      expect(await service.world.stores.safety.findDecision(old.id)).toBeDefined();
    });

    it('are sealed so that another secret, or a changed byte, opens nothing', () => {
      const one = createTextSeal('a'.repeat(32));
      const sealed = one.seal('kisses the moon 🌙');
      expect(one.open(sealed)).toBe('kisses the moon 🌙');
      expect(one.seal('same')).not.toEqual(one.seal('same'));
      expect(createTextSeal('b'.repeat(32)).open(sealed)).toBeUndefined();
      expect(one.open(sealed.map((byte, index) => (index === 30 ? byte ^ 1 : byte)))).toBeUndefined();
    });
  });

  describe('the refusal budget', () => {
    it('locks own words for a day after five strikes, and presets never', async () => {
      const gate = openGate();
      for (let strike = 0; strike < 5; strike++) await judge(gate, 'strips naked');
      expect(await judge(gate, 'nods slowly')).toMatchObject({ code: 'TEXT_LOCKED' });
      expect(await judge(gate, '')).toEqual({ allowed: true });
      service.world.advanceClock(24 * 3600 + 1);
      expect(await judge(gate, 'nods slowly')).toEqual({ allowed: true });
    });

    it('takes three for what is severe, and none for self-harm', async () => {
      const gate = openGate();
      await judge(gate, 'sexy loli pose');
      for (let again = 0; again < 6; again++) await judge(gate, 'hangs himself from the ceiling');
      expect(await service.world.stores.safety.countStrikes(person.id, new Date(0))).toBe(3);
    });

    it('takes what an engine itself refuses', async () => {
      const clip = { ...{ id: undefined as never, ownerId: person.id, characterId: character.id, pictureId: picture.id } };
      const about = { visibility: 'private', engine: 'scripted', motion: 'custom', customText: 'nods', failedAttempts: 0 };
      const refused = (trouble: Pick<EngineTrouble, 'kind' | 'isSevere'>) =>
        openGate().recordRefusal(service.world.stores, { ...clip, ...about } as unknown as Clip, trouble);
      await refused({ kind: 'moderation-output' });
      const [refusal] = await service.world.stores.safety.listRefusals(person.id, { most: 1 });
      expect(refusal).toMatchObject({ step: 'engine', code: 'PROVIDER_OUTPUT', strikes: 1, evidence: { checkers: ['scripted'] } });
      await refused({ kind: 'moderation-text', isSevere: true });
      const [severe] = await service.world.stores.safety.listRefusals(person.id, { most: 1 });
      expect(severe).toMatchObject({ step: 'engine', code: 'PROVIDER_SEVERE', strikes: 3 });
    });
  });

  describe('an appeal', () => {
    it('is asked for once, seen by operators with the words, and overturned allows exactly that', async () => {
      const gate = openGate();
      const id = await refusedId('strips naked', gate);
      expect((await ask(person, 'POST', `/safety/decisions/${id}/appeal`, { words: 'It is about paint.' })).status).toBe(204);
      expect((await ask(person, 'POST', `/safety/decisions/${id}/appeal`, { words: 'Again!' })).body.code).toBe('decided-already');
      const { body: queue } = await ask(operator, 'GET', '/admin/safety/queue');
      expect(queue.appeals).toContainEqual(
        expect.objectContaining({ decisionId: id, words: 'It is about paint.', customText: 'strips naked', code: 'TEXT_SEXUAL' }),
      );
      expect((await ask(operator, 'POST', `/admin/safety/appeals/${id}`, { overturn: true, note: 'furniture' })).status).toBe(204);
      expect((await ask(operator, 'POST', `/admin/safety/appeals/${id}`, { overturn: false })).body.code).toBe('decided-already');

      expect(await judge(gate, 'strips naked')).toEqual({ allowed: true });
      expect(await judge(gate, 'strips naked again')).toMatchObject({ allowed: false });
      const other = await service.world.addPicture(character, { sha256: 'another' });
      expect(await judge(gate, 'strips naked', other)).toMatchObject({ allowed: false });
      const told = await service.world.stores.notifications.list(person.id, { most: 1 });
      expect(told[0]).toMatchObject({ kind: 'safety-answer', sentence: expect.stringContaining('Try it again') });
      const { body: mine } = await ask(person, 'GET', '/safety/decisions');
      expect(mine.items.at(-1)).toMatchObject({ id, code: 'TEXT_SEXUAL', appeal: 'overturned' });
    });

    it('gives the strikes back when it is overturned, and not when it is upheld', async () => {
      const [wrong, right] = [await refusedId('strips naked'), await refusedId('nude dance')];
      for (const id of [wrong, right]) await ask(person, 'POST', `/safety/decisions/${id}/appeal`, {});
      await ask(operator, 'POST', `/admin/safety/appeals/${wrong}`, { overturn: true });
      await ask(operator, 'POST', `/admin/safety/appeals/${right}`, { overturn: false });
      expect(await service.world.stores.safety.countStrikes(person.id, new Date(0))).toBe(1);
      expect(await judge(openGate(), 'nude dance')).toMatchObject({ allowed: false });
    });

    it('is nobody else’s to ask for, and not after 30 days', async () => {
      const id = await refusedId('strips naked');
      const stranger = await service.world.addPerson();
      expect((await ask(stranger, 'POST', `/safety/decisions/${id}/appeal`, {})).status).toBe(404);
      expect((await ask(person, 'GET', '/admin/safety/queue')).status).toBe(403);
      service.world.advanceClock(31 * 86_400);
      expect((await ask(person, 'POST', `/safety/decisions/${id}/appeal`, {})).body.code).toBe('appeal-too-late');
    });
  });

  describe('a takedown notice', () => {
    it('comes without an account, has a clock of 48 hours, and puts every copy out of reach for good', async () => {
      const copy = await service.world.addPicture(character, { sha256: picture.sha256 });
      const notice = { kind: 'takedown', subject: { kind: 'picture', id: picture.id }, words: 'This is me.' };
      expect((await ask(undefined, 'POST', '/reports', notice)).body.code).toBe('contact-missing');
      const filed = await ask(undefined, 'POST', '/reports', { ...notice, contact: 'me@example.com' });
      expect(filed.status).toBe(201);
      expect(new Date(filed.body.dueAt).getTime() - service.world.now().getTime()).toBe(48 * 3_600_000);
      service.world.advanceClock(49 * 3600);
      const { body: queue } = await ask(operator, 'GET', '/admin/safety/queue');
      expect(queue.reports[0]).toMatchObject({ id: filed.body.id, isOverdue: true, contact: 'me@example.com' });

      const gate = openGate();
      expect(await judge(gate, '')).toEqual({ allowed: true });
      expect((await ask(operator, 'POST', `/admin/safety/reports/${filed.body.id}`, { takeDown: true })).status).toBe(204);
      for (const { id } of [picture, copy]) {
        expect((await service.world.stores.pictures.find(id))?.deletedAt).toBeDefined();
        expect((await ask(person, 'POST', `/pictures/${id}/restore`)).body.code).toBe('gone-for-good');
        expect((await service.world.stores.pictures.find(id))?.deletedAt).toBeDefined();
      }
      expect(await judge(gate, '')).toMatchObject({ code: 'IMAGE_TAKEN_DOWN', retryable: false });
    });

    it('of a moment deletes it, and tells who wrote it', async () => {
      const moment = { id: service.world.newId(), authorId: person.id, characterId: picture.characterId };
      await service.world.stores.moments.add({ ...moment, body: 'mean words', createdAt: service.world.now() });
      const notice = { kind: 'report', subject: { kind: 'moment', id: moment.id }, words: 'mean' };
      const { body } = await ask(operator, 'POST', '/reports', notice);
      expect((await ask(operator, 'POST', `/admin/safety/reports/${body.id}`, { takeDown: true })).status).toBe(204);
      expect(await service.world.stores.moments.find(moment.id)).toBeUndefined();
      const [told] = await service.world.stores.notifications.list(person.id, { most: 1 });
      expect(told?.sentence).toBe('A moment of yours was taken down after a notice.');
    });

    it('that is rejected leaves everything as it is', async () => {
      const notice = { kind: 'report', subject: { kind: 'picture', id: picture.id }, words: 'ugly' };
      const { body } = await ask(person, 'POST', '/reports', notice);
      expect(body.dueAt).toBeNull();
      await ask(operator, 'POST', `/admin/safety/reports/${body.id}`, { takeDown: false });
      expect((await service.world.stores.pictures.find(picture.id))?.deletedAt).toBeUndefined();
    });
  });

  describe('advice while somebody writes', () => {
    it('is instant, coarse, and stricter for a picture that everybody sees of a declared minor', async () => {
      const child = await service.world.addCharacter(person, { declaredAge: 'minor' });
      const { id } = await service.world.addPicture(child, { sha256: 'child' });
      const advise = async (customText: string, pictureId?: string) =>
        (await ask(person, 'POST', '/safety/motion-advice', { customText, engine: 'scripted', pictureId })).body;
      expect(await advise('strips naked')).toEqual({
        ...{ allowed: false, code: 'TEXT_SEXUAL', sentence: expect.any(String), nextStep: expect.any(String) },
      });
      expect(await advise('kisses him softly', id)).toMatchObject({ code: 'TEXT_ROMANCE_WITH_MINOR' });
      expect(await service.world.stores.safety.countStrikes(person.id, new Date(0))).toBe(0);
    });
  });

  describe('the wallet', () => {
    const wish = (change: Partial<ClipWish>): ClipWish => ({
      ...{ pictureId: picture.id, motion: 'custom', customText: 'nods slowly', lengthSeconds: 5, strength: 'normal' },
      ...{ engine: 'scripted', model: 'one', idempotencyKey: randomBytes(8).toString('hex') },
      ...change,
    });

    it('is as it was on every path of refusal', async () => {
      const engines = await houseOf(service.world, scriptedEngine());
      const [engine] = engines.keys();
      const ports = { world: service.world, engines, safety: openGate() };
      const before = await service.world.stores.ledger.balance(person.id);
      const paths: [code: string, change: Partial<ClipWish>, set: () => void][] = [
        ['TEXT_SEXUAL', { customText: 'strips naked' }, () => undefined],
        ['TEXT_SELF_HARM', { customText: 'hangs himself' }, () => undefined],
        ['TEXT_HATE', { customText: 'gives a Hitler salute' }, () => undefined],
        ['TEXT_VIOLENCE', { customText: 'beheads the prisoner' }, () => undefined],
        ['REAL_PERSON', { customText: 'make it look like Taylor Swift' }, () => undefined],
        ['TEXT_UNCHECKED', {}, () => undefined],
        ['SAFETY_UNAVAILABLE', { motion: 'smile-and-blink', customText: '' }, () => Object.assign(classifier, { isBroken: true })],
        [
          'IMAGE_NOT_ANIMATABLE',
          { motion: 'smile-and-blink', customText: '' },
          () => Object.assign(classifier, { isBroken: false, score: 0.9 }),
        ],
      ];
      for (const [code, change, set] of paths) {
        set();
        const outcome = await requestClip(ports, person, wish({ engine: engine ?? '', ...change }));
        expect(outcome).toMatchObject({ ok: false, reason: 'not-safe', answer: { code } });
        expect(await service.world.stores.ledger.balance(person.id)).toEqual(before);
      }
      expect(await service.world.stores.clips.countLiving(person.id)).toBe(0);
    });
  });
});
