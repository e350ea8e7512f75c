import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { http, query } from '@/api/http';

export type Miss = { clueId: number; clueNumber: string; themeCode: string; themeName: string; reason: string; linkedAt: string };
type Clue = { id: number; number: string; content: string };
type Theme = { code: string; nameZh: string; nameEn: string };

export const useMisses = (theme: string) => useQuery({ queryKey: ['precision', 'misses', theme], queryFn: () => http.get<Miss[]>(`/api/misses${query({ theme })}`) });

export const useClues = () => useQuery({ queryKey: ['clues', 'accepted'], queryFn: () => http.get<{ items: Clue[] }>('/api/clues?state=accepted') });

/** Themes as options of a choice, in the reader's language. */
export const useThemeNames = (): { value: string; label: string }[] => {
  const { i18n } = useTranslation();
  const { data } = useQuery({ queryKey: ['themes'], queryFn: () => http.get<Theme[]>('/api/themes'), staleTime: 300_000 });
  return (data ?? []).map((theme) => ({ value: theme.code, label: `${theme.code} ${i18n.language === 'en' ? theme.nameEn : theme.nameZh}` }));
};

const useChange = <T,>(send: (change: T) => Promise<unknown>) => {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, onSuccess: () => client.invalidateQueries({ queryKey: ['precision'] }) });
};

export const useLinkMiss = () =>
  useChange(({ clueId, ...body }: { clueId: number; theme: string; reason: string }) => http.post(`/api/clues/${clueId}/misses`, body));

export const useUnlinkMiss = () => useChange((miss: Miss) => http.delete(`/api/clues/${miss.clueId}/misses/${miss.themeCode}`));
