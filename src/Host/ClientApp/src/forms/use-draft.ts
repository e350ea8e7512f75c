import { useCallback, useEffect, useState } from 'react';
import type { Answers } from './form-definition';

export type Draft = { answers: Answers; comment: string; requestKey: string };

const read = (key: string): Draft | undefined => {
  try {
    const text = sessionStorage.getItem(key);
    return text ? (JSON.parse(text) as Draft) : undefined;
  } catch {
    return undefined;
  }
};

export const newRequestKey = (): string => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;

/**
 * What a person has typed, kept in the browser until it was accepted: a reload, a lost connection or a conflict loses nothing. The request key is
 * part of it, so that pressing the button again after a lost answer is applied once.
 */
export const useDraft = (id: string, initial: Answers) => {
  const key = `draft/${id}`;
  const [draft, setDraft] = useState<Draft>(() => read(key) ?? { answers: initial, comment: '', requestKey: newRequestKey() });
  const [restored] = useState(() => read(key) !== undefined);
  const [touched, setTouched] = useState(false);

  useEffect(() => {
    if (touched) {
      sessionStorage.setItem(key, JSON.stringify(draft));
    }
  }, [key, draft, touched]);

  const setAnswer = useCallback((name: string, value: unknown) => {
    setTouched(true);
    setDraft((old) => ({ ...old, answers: { ...old.answers, [name]: value } }));
  }, []);
  const setComment = useCallback((comment: string) => {
    setTouched(true);
    setDraft((old) => ({ ...old, comment }));
  }, []);
  const forget = useCallback(() => {
    setTouched(false);
    sessionStorage.removeItem(key);
  }, [key]);
  return { draft, restored, setAnswer, setComment, forget };
};
