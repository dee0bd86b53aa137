import { z } from 'zod';
import type { ModelScores } from '../../domain/safety/safety-facts.ts';
import { NO_SCORES, SafetyModelError, type TextModel } from '../safety-models.ts';
import { askSafetyModel, type SafetyModelAddress } from './ask-safety-model.ts';
import { GUARD_GRAMMARS, type GuardGrammar } from './guard-grammars.ts';

const LONGEST_VERDICT_TOKENS = 128;
const AnswerSchema = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string() }), finish_reason: z.literal('stop') }))
    .length(1),
});

/**
 * A guard model of one's own behind any OpenAI-compatible address (vLLM, Ollama, llama.cpp): `POST /chat/completions`. The
 * text is data in a fixed sentence, and an answer outside the model's own grammar is no answer.
 */
export function createGuardModel(address: SafetyModelAddress & { readonly grammar: GuardGrammar }): TextModel {
  const kindsIn = GUARD_GRAMMARS[address.grammar];
  return {
    name: `${address.model} (${address.grammar})`,
    judgeText: async (text, { signal } = {}) => {
      const request = {
        model: address.model,
        messages: [{ role: 'user', content: `Animate the picture of a character: ${JSON.stringify(text)}` }],
        temperature: 0,
        max_tokens: LONGEST_VERDICT_TOKENS,
      };
      const answer = AnswerSchema.safeParse(await askSafetyModel(address, '/chat/completions', request, signal));
      const kinds = answer.success ? kindsIn(answer.data.choices[0]?.message.content ?? '') : undefined;
      if (kinds === undefined) throw new SafetyModelError('The guard model gave an answer that cannot be read.');
      return Object.fromEntries(
        Object.keys(NO_SCORES).map((kind) => [kind, kinds.includes(kind as keyof ModelScores) ? 1 : 0]),
      ) as unknown as ModelScores;
    },
  };
}
