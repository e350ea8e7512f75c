import { useQuery } from '@tanstack/react-query';
import { http, query } from '@/api/http';
import type { Flowchart } from '@/flow/flow-definition';

export type DefinitionRow = { id: string; definitionId: string; name: string | null; description: string | null; version: number; createdAt: string; isPublished: boolean };

export type Definition = DefinitionRow & { root: Flowchart };

const versionOptions = 'LatestOrPublished';

/** The lifecycles, read through the same API that the designer uses. */
export const useDefinitions = () =>
  useQuery({
    queryKey: ['definitions'],
    queryFn: async () => (await http.get<{ items: DefinitionRow[] }>(`/elsa/api/workflow-definitions${query({ versionOptions, page: 0, pageSize: 100 })}`)).items,
  });

export const useDefinition = (definitionId: string) =>
  useQuery({
    queryKey: ['definitions', definitionId],
    queryFn: () => http.get<Definition>(`/elsa/api/workflow-definitions/by-definition-id/${encodeURIComponent(definitionId)}${query({ versionOptions })}`),
    enabled: definitionId !== '',
  });
