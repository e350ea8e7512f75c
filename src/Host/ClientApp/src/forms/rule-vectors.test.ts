import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Answers, FormDefinition } from './form-definition';
import { validateForm } from './validate-form';

type Vector = { name: string; answers: Answers; outcome: string; evidence: number; errors: string[] };

// The server's rules are held to the same file.
const { form, vectors } = JSON.parse(readFileSync('../../../tests/form-rules.json', 'utf8')) as { form: FormDefinition; vectors: Vector[] };

test.each(vectors.map((vector) => [vector.name, vector] as const))('Vector_%s_HasTheseErrors', (_, { answers, outcome, evidence, errors }) => {
  expect(validateForm(form, answers, outcome, evidence).map((error) => `${error.field}:${error.code}`)).toEqual(errors);
});
