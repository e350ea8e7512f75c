import { useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';

export type Version = {
  version: number;
  state: 'draft' | 'published' | 'retracted';
  isPublished: boolean;
  createdBy: string;
  createdAt: string;
  publishedAt: string | null;
  running: number;
};

export type Versions = { definitionId: string; name: string; versions: Version[] };

/** Address of a desk of one lifecycle. */
export const deskPath = (definitionId: string, desk: string): string => `/definitions/${encodeURIComponent(definitionId)}/${desk}`;

/** Every version, newest first, with the number of own cases that run on it. */
export const useVersions = (definitionId: string) =>
  useQuery({
    queryKey: ['definitions', definitionId, 'versions'],
    queryFn: () => http.get<Versions>(`/api${deskPath(definitionId, 'versions')}`),
    enabled: definitionId !== '',
  });
