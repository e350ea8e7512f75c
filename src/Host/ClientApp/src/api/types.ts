/** Shapes that more than one feature reads. Everything else lies beside the call that returns it. */
export type Text = { zh: string; en?: string };

export type Page<T> = { items: T[]; next: string | null; total?: number };

export type Session = {
  id: number;
  userName: string;
  displayName: string;
  orgNo: string;
  orgName: string;
  orgPath: string;
  roles: string[];
  permissions: string[];
  language: string;
};

export type StageKey = 'monitor' | 'task' | 'dispatch' | 'handle' | 'recheck' | 'evaluate' | 'improve' | 'closed';

export const stageKeys = ['monitor', 'task', 'dispatch', 'handle', 'recheck', 'evaluate', 'improve'] as const;

export type Outcome = { value: string; label: Text; commentRequired?: boolean; primary?: boolean };

export type Evidence = {
  id: number;
  fileName: string;
  contentType: string;
  size: number;
  sha256: string;
  uploadedBy: string;
  uploadedAt: string;
  activityId?: string | null;
};
