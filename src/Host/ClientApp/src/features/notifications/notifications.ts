import { useInfiniteQuery } from '@tanstack/react-query';
import { http, query } from '@/api/http';

export type Notification = {
  id: number;
  kind: string;
  text: string;
  subjectKind: string | null;
  subjectId: number | null;
  at: string;
  read: boolean;
};

type NotificationPage = { items: Notification[]; unread: number; next: string | null };

export const useNotifications = () =>
  useInfiniteQuery({
    queryKey: ['notifications'],
    queryFn: ({ pageParam }) => http.get<NotificationPage>(`/api/notifications${query({ after: pageParam })}`),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 120_000,
  });

const places: Record<string, string> = { case: '/cases', task: '/tasks', hazard: '/hazards', plan: '/plans', scheme: '/schemes', sample: '/samples', 'problem-list': '/problem-lists' };

export const notificationPath = ({ subjectKind, subjectId }: Notification): string | undefined =>
  subjectKind === 'indicator-alarm' ? '/indicators?view=alarms' : subjectKind && subjectId !== null && places[subjectKind] ? `${places[subjectKind]}/${subjectId}` : undefined;
