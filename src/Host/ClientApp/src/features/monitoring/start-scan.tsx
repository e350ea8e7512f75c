import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';

type Request = { ym: string; themes?: string[]; source?: string };

export const useStartScan = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: Request) => http.post<{ id: number }>('/api/scans', request),
    onSuccess: () => client.invalidateQueries({ queryKey: ['scans'] }),
  });
};
