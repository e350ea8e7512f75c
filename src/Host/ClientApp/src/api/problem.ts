const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What the server says when it refuses (RFC 9457), or what we say when no answer came. Texts arrive in the user's language. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly body: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    super(text(body.detail) ?? text(body.title) ?? '');
    this.name = 'Problem';
    this.status = status;
    this.code = text(body.code) ?? (status === 0 ? 'network' : `http-${status}`);
    this.detail = this.message;
    this.body = body;
  }
}

export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);

export const statusOf = (error: unknown): number | undefined => (error instanceof Problem ? error.status : undefined);
