// A vendor of clips as a process of its own, with all that makes vendors dangerous: a create that is not idempotent, a strict
// limit, answers that get lost after the work has begun, tasks that fail. It counts what it was asked, which is the truth.
import { createServer } from 'node:http';
import { diceOf } from './dice.mjs';

/** Chances of each misfortune; what is left goes well. */
const MISFORTUNES = {
  'reset-after-create': 0.06,
  'error-after-create': 0.05,
  'reset-before-create': 0.05,
  overloaded: 0.04,
};
const TASK_FAILS = 0.05;
const SHORTEST_TASK_MILLISECONDS = 150;
const LONGEST_TASK_MILLISECONDS = 900;

const { CHAOS_SEED = '1', CHAOS_LIMIT = '4' } = process.env;
const dice = diceOf(Number(CHAOS_SEED));
const limit = Number(CHAOS_LIMIT);
const tasks = new Map();
const seen = { creates: 0, refusedForLimit: 0, mostAtOnce: 0 };

const running = () => [...tasks.values()].filter(({ endsAt }) => endsAt > Date.now()).length;

const ROUTES = {
  'POST /tasks': async (request, response) => {
    const { seed } = JSON.parse(await textOf(request));
    seen.creates++;
    const misfortune = pick(dice());
    if (misfortune === 'reset-before-create') return request.socket.destroy();
    if (misfortune === 'overloaded') return answer(response, 429, { error: 'overloaded' });
    if (running() >= limit) {
      seen.refusedForLimit++;
      return answer(response, 429, { error: 'limit' });
    }
    const task = newTask(seed);
    if (misfortune === 'reset-after-create') return request.socket.destroy();
    if (misfortune === 'error-after-create') return answer(response, 500, { error: 'internal' });
    return answer(response, 200, { id: task.id });
  },
  'GET /tasks': (_, response) => answer(response, 200, { items: [...tasks.values()].map(viewOf) }),
  'GET /task': (_, response, id) => {
    const task = tasks.get(id);
    return task === undefined ? answer(response, 404, { error: 'gone' }) : answer(response, 200, viewOf(task));
  },
  'GET /seen': (_, response) => answer(response, 200, { ...seen, tasks: [...tasks.values()].map(viewOf) }),
};

function newTask(seed) {
  const lasts = SHORTEST_TASK_MILLISECONDS + dice() * (LONGEST_TASK_MILLISECONDS - SHORTEST_TASK_MILLISECONDS);
  const task = { id: `task-${tasks.size + 1}`, seed, endsAt: Date.now() + lasts, fails: dice() < TASK_FAILS };
  tasks.set(task.id, task);
  seen.mostAtOnce = Math.max(seen.mostAtOnce, running());
  return task;
}

function viewOf({ id, seed, endsAt, fails }) {
  const ended = fails ? 'failed' : 'succeeded';
  const status = endsAt > Date.now() ? 'running' : ended;
  return { id, seed, status, isBilled: status === 'succeeded' };
}

function pick(roll) {
  let below = 0;
  for (const [name, chance] of Object.entries(MISFORTUNES)) {
    below += chance;
    if (roll < below) return name;
  }
  return 'none';
}

async function textOf(stream) {
  let text = '';
  for await (const part of stream) text += part;
  return text;
}

function answer(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const server = createServer(async (request, response) => {
  const [, first, id] = (request.url ?? '').split('/');
  const route = ROUTES[`${request.method} /${id === undefined ? first : 'task'}`];
  if (route === undefined) return answer(response, 404, { error: 'no such route' });
  await route(request, response, id);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
