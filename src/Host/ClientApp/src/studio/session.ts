/** The part of the session that the frame needs. */
export interface Session {
  displayName: string;
  orgName: string;
  language: 'zh' | 'en';
  permissions: string[];
}

export const signInAddress = (): string => `/sign-in?from=${encodeURIComponent(location.pathname + location.search)}`;

/** Who is signed in; leads to sign-in and back when nobody is. */
export const readSession = async (send: typeof fetch): Promise<Session | undefined> => {
  const answer = await send('/api/session', { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  if (answer.status === 401) {
    location.assign(signInAddress());
    return undefined;
  }
  return ((await answer.json()) as { account: Session }).account;
};
