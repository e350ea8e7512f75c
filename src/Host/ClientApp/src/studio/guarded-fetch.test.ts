import { beforeEach, describe, expect, it, vi } from 'vitest';
import { guardFetch, type FetchEvents } from './guarded-fetch';

const save = '/elsa/api/workflow-definitions';
const body = JSON.stringify({ model: { definitionId: 'online-audit' }, publish: false });
const answer = (status: number, headers: Record<string, string> = {}, text = '{}'): Response => new Response(text, { status, headers });

let events: FetchEvents;
beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=token';
  events = { signedOut: vi.fn(), refused: vi.fn(), conflict: vi.fn(), saved: vi.fn(), listed: vi.fn(), importing: vi.fn(), described: vi.fn() };
});

describe('guardFetch', () => {
  it('sends token, tab and the revision last answered for the definition', async () => {
    const inner = vi.fn<typeof fetch>().mockImplementation(async () => answer(200, { 'X-Definition-Id': 'online-audit', 'X-Draft-Revision': '2.7' }));
    const fetch = guardFetch(inner, 'zh-CN', events);
    await fetch('/elsa/api/workflow-definitions/by-definition-id/online-audit');
    await fetch(save, { method: 'POST', body });
    const headers = inner.mock.calls[1]?.[1]?.headers as Headers;
    expect(headers.get('X-XSRF-TOKEN')).toBe('token');
    expect(headers.get('X-Draft-Revision')).toBe('2.7');
    expect(headers.get('X-Tab')).toMatch(/^[0-9a-f]{24}$/);
  });

  it('sends the saves of a tab one after another', async () => {
    let finish: () => void = () => undefined;
    const first = new Promise<Response>((done) => (finish = () => done(answer(200))));
    const inner = vi.fn<typeof fetch>().mockReturnValueOnce(first).mockImplementation(async () => answer(200));
    const fetch = guardFetch(inner, 'zh-CN', events);
    const both = [fetch(save, { method: 'POST', body }), fetch(save, { method: 'POST', body })];
    await new Promise((done) => setTimeout(done));
    expect(inner).toHaveBeenCalledTimes(1);
    finish();
    await Promise.all(both);
    expect(inner).toHaveBeenCalledTimes(2);
  });

  it('keeps the old revision after a conflict and hands the unsaved text over', async () => {
    const inner = vi.fn<typeof fetch>().mockImplementation(async () => answer(400, { 'X-Conflict': '1' }, '{"errors":{"GeneralErrors":["他人已保存"]}}'));
    await guardFetch(inner, 'zh-CN', events)(save, { method: 'POST', body });
    await vi.waitFor(() => expect(events.conflict).toHaveBeenCalledWith('他人已保存', body));
  });

  it('tells what Studio would swallow, and leads to sign-in on 401', async () => {
    const inner = vi.fn<typeof fetch>().mockResolvedValueOnce(answer(400, {}, '{"message":"待第二人批准"}')).mockResolvedValueOnce(answer(401));
    const fetch = guardFetch(inner, 'zh-CN', events);
    await fetch(`${save}/online-audit/publish`, { method: 'POST', body: '{}' });
    await vi.waitFor(() => expect(events.refused).toHaveBeenCalledWith('待第二人批准'));
    await fetch(save);
    await vi.waitFor(() => expect(events.signedOut).toHaveBeenCalled());
  });

  it('asks before an import over a lifecycle that exists, and says the decision', async () => {
    const inner = vi.fn<typeof fetch>().mockImplementation(async () => answer(200, {}, '{"definitionId":"a"}'));
    vi.mocked(events.importing).mockResolvedValueOnce('new').mockResolvedValueOnce('skip');
    const fetch = guardFetch(inner, 'zh-CN', events);
    await fetch(`${save}/import`, { method: 'POST', body: '{"definitionId":"a","name":"甲"}' });
    expect(events.importing).toHaveBeenCalledWith('甲');
    expect((inner.mock.calls[1]?.[1]?.headers as Headers).get('X-Import')).toBe('new');
    await fetch(`${save}/import`, { method: 'POST', body: '{"definitionId":"a","name":"甲"}' });
    expect(inner).toHaveBeenCalledTimes(3);
  });

  it('imports a lifecycle that does not exist without a question', async () => {
    const inner = vi.fn<typeof fetch>().mockResolvedValueOnce(answer(404)).mockResolvedValueOnce(answer(200));
    await guardFetch(inner, 'zh-CN', events)(`${save}/import`, { method: 'POST', body: '{"definitionId":"b"}' });
    expect(events.importing).not.toHaveBeenCalled();
    expect(inner).toHaveBeenCalledTimes(2);
  });

  it('tells what is stored and what is listed', async () => {
    const inner = vi.fn<typeof fetch>().mockResolvedValueOnce(answer(200, {}, '{"workflowDefinition":{}}')).mockResolvedValueOnce(answer(200, {}, '{"items":[]}'));
    const fetch = guardFetch(inner, 'zh-CN', events);
    await fetch(save, { method: 'POST', body });
    await fetch(`${save}?versionOptions=Latest`);
    await vi.waitFor(() => expect(events.saved).toHaveBeenCalledTimes(1));
    await vi.waitFor(() => expect(events.listed).toHaveBeenCalledWith([]));
  });

  it('leaves calls to other addresses alone', async () => {
    const inner = vi.fn<typeof fetch>().mockResolvedValue(answer(200));
    await guardFetch(inner, 'zh-CN', events)('/studio/appsettings.json');
    expect(inner.mock.calls[0]).toEqual(['/studio/appsettings.json', {}]);
  });
});
