import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '@/api/http';

/** Marks some notifications as read, or all of them when no ids are named. */
export const useReadNotifications = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids?: number[]) => http.post<void>('/api/notifications/read', ids ? { ids } : {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
};
