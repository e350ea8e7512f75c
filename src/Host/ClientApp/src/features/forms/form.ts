import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';
import type { FormDefinition, FormField } from '@/forms/form-definition';

export type FormLine = { key: string; title: string; published: number | null; draft: number | null; draftState: string | null; publishedAt: string | null };

export type Finding = { field: string; code: string };

export type Draft = {
  version: number;
  revision: number;
  state: 'draft' | 'review';
  contentHash: string;
  form: FormDefinition;
  requestedBy: string;
  requestedAt: string | null;
  comment: string | null;
  canDecide: boolean;
  findings: Finding[];
};

export type FormFile = {
  key: string;
  published: FormDefinition | null;
  publishedVersion: number | null;
  draft: Draft | null;
  versions: { version: number; state: string; createdAt: string; publishedAt: string | null; comment: string | null }[];
};

const address = (key: string, door = ''): string => `/api/forms/${encodeURIComponent(key)}${door}`;

export const useForms = () => useQuery({ queryKey: ['forms'], queryFn: () => http.get<FormLine[]>('/api/forms') });

export const useForm = (key: string) => useQuery({ queryKey: ['forms', key], queryFn: () => http.get<FormFile>(address(key)), refetchOnWindowFocus: false });

/** A command on a form; the list and the form are read again afterwards. */
const useCommand = <T, R>(key: string, send: (value: T) => Promise<R>) => {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, onSuccess: () => Promise.all([client.invalidateQueries({ queryKey: ['forms'] }), client.invalidateQueries({ queryKey: ['forms', key] })]) });
};

export const useSaveForm = (key: string) =>
  useCommand(key, (request: { revision: number | null; form: FormDefinition }) => http.put<{ version: number; findings: Finding[] }>(address(key, '/draft'), request));

export const useAskToPublish = (key: string) => useCommand(key, (_: void) => http.post<void>(address(key, '/publish')));

export const useDecide = (key: string) =>
  useCommand(key, (decision: { approve: boolean; contentHash: string; comment: string }) => http.post<void>(address(key, '/decide'), decision));

/** A new form with one question to begin with. */
export const newForm = (key: string, zh: string, en: string): FormDefinition => ({ key, version: 1, title: { zh, en }, fields: [newField([])] });

export const newField = (fields: FormField[]): FormField => {
  const names = new Set(fields.map((field) => field.name));
  let number = fields.length + 1;
  while (names.has(`field${number}`)) {
    number++;
  }
  return { name: `field${number}`, type: 'text', label: { zh: '', en: '' } };
};

/** A field without what its type does not know: a number has no options, a text no decimals. */
export const fitted = (field: FormField): FormField => {
  const { options, minLength, maxLength, multiline, min, max, decimals, unit, ...common } = field;
  const kept = (values: Partial<FormField>): FormField => ({ ...common, ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) });
  switch (field.type) {
    case 'text':
    case 'markdown':
      return kept({ minLength, maxLength, multiline });
    case 'choice':
    case 'choices':
      return kept({ options: options ?? [] });
    case 'money':
    case 'energy':
    case 'integer':
    case 'decimal':
      return kept({ min, max, decimals, unit });
    case 'evidence':
      return kept({ min });
    default:
      return kept({});
  }
};
