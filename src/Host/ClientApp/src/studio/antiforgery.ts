export const TOKEN_HEADER = 'X-XSRF-TOKEN';

const fromCookie = (): string | undefined =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith('XSRF-TOKEN='))
    ?.slice('XSRF-TOKEN='.length);

export const refreshToken = async (send: typeof fetch): Promise<string> => {
  await send('/api/antiforgery', { credentials: 'same-origin' });
  return decodeURIComponent(fromCookie() ?? '');
};

export const readToken = async (send: typeof fetch): Promise<string> => {
  const token = fromCookie();
  return token === undefined ? refreshToken(send) : decodeURIComponent(token);
};
