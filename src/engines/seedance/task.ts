import { z } from 'zod';

/** Some versions of the API write numbers as text. */
const count = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]);
const troubleBody = z.object({ code: z.string().default(''), message: z.string().default('') });

/** A task as `GET /contents/generations/tasks/{id}` and the list tell it; fields that we do not use are left away. */
export const TaskBody = z.object({
  id: z.string().min(1),
  status: z.string(),
  error: troubleBody.nullish(),
  // so the vendor's own Go client reads the list
  failure_reason: troubleBody.nullish(),
  created_at: count.nullish(),
  seed: count.nullish(),
  ratio: z.string().nullish(),
  duration: count.nullish(),
  content: z.object({ video_url: z.string().nullish() }).nullish(),
  usage: z.object({ completion_tokens: count.nullish() }).nullish(),
});
export type Task = z.infer<typeof TaskBody>;

export const CreatedBody = z.object({ id: z.string().min(1) });
export const ListBody = z.object({ items: z.array(TaskBody), total: count.nullish() });

const nested = z.object({ error: troubleBody });
const volcengine = z
  .object({ ResponseMetadata: z.object({ Error: z.object({ Code: z.string(), Message: z.string().default('') }) }) })
  .transform(({ ResponseMetadata: { Error: told } }) => ({ error: { code: told.Code, message: told.Message } }));
const flat = z.object({ code: z.string(), message: z.string().default('') }).transform((error) => ({ error }));
/** What is wrong, in any of the three shapes in which the vendor says it. */
export const TroubleBody = z.union([nested, volcengine, flat]);
