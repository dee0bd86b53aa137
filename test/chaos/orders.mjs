import { requestClip } from '../../dist/app/clips/request-clip.js';
import { giveCredits } from '../../dist/app/credits/give-credits.js';
import { ensurePrices } from '../../dist/app/prices/ensure-prices.js';

const CREDITS = 1_000_000_000;
const allow = { judge: async () => ({ allowed: true }) };

/** Orders so many clips for a few people, each once, however often this is called. */
export async function placeOrders({ world, engines }, clips) {
  await world.stores.settings.setStage('general', undefined);
  await ensurePrices(world, engines);
  for (const [id, { policy }] of engines) await world.stores.engines.setSlots(id, policy.slots);
  const [{ engine }] = engines.values();
  const people = Array.from({ length: Math.ceil(clips / 8) }, (_, index) => index);
  const subscribers = [];
  for (const index of people) subscribers.push(await subscriber(world, index));
  for (let index = 0; index < clips; index++) {
    const { person, pictureId } = subscribers[index % subscribers.length];
    const wish = { pictureId, motion: 'breathing', customText: '', lengthSeconds: 5, strength: 'normal' };
    const order = { ...wish, engine: engine.id, model: engine.models[0].id, idempotencyKey: `chaos-clip-${index}` };
    const outcome = await requestClip({ world, engines, safety: allow }, person, order);
    if (!outcome.ok) throw new Error(`order ${index} was refused: ${outcome.reason}`);
  }
}

/** A person with a plan, credits, a character and a picture; the same one each time. */
async function subscriber(world, index) {
  const { stores } = world;
  const login = { provider: 'chaos', subject: `person-${index}` };
  const person = await stores.people.addWithLogin(
    { id: world.newId(), name: `Person ${index}`, role: 'member' },
    login,
  );
  const news = { planId: 'studio', status: 'active', periodEnd: undefined, source: 'host', sourceAt: world.now() };
  await stores.entitlements.put(person.id, news);
  const gift = { personId: person.id, source: 'promo', businessKey: login.subject, amount: CREDITS, note: 'Chaos' };
  await world.transaction((inside) => giveCredits(world, inside, { ...gift, expiresAt: undefined }));
  const [known] = await stores.characters
    .listFor(person.id, { most: 1000 })
    .then((all) => all.filter((one) => one.ownerId === person.id));
  const pictureId = known?.persona || world.newId();
  if (known === undefined) await addCharacter(world, person, pictureId);
  return { person, pictureId };
}

/** The picture's id is noted in the character, so that the next call finds it. */
async function addCharacter(world, person, pictureId) {
  const character = {
    id: world.newId(),
    ownerId: person.id,
    name: 'Mira',
    tagline: '',
    persona: pictureId,
    greeting: '',
  };
  const file = { storageKey: `pictures/${pictureId}.webp`, contentType: 'image/webp', sizeBytes: 1, sha256: '00' };
  const about = { id: pictureId, ownerId: person.id, characterId: character.id, description: '', madeBy: 'chaos' };
  const kind = { visibility: 'private', origin: 'ai_generated', rating: 'general', deletedAt: undefined };
  const picture = { ...about, ...file, ...kind, widthPixels: 720, heightPixels: 960, createdAt: world.now() };
  await world.transaction(async (stores) => {
    await stores.characters.add({ ...character, declaredAge: 'adult', visibility: 'private' });
    await stores.pictures.add(picture);
  });
}
