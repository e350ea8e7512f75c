import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App, ConfigProvider } from 'antd';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '@/locales/i18n';
import type { WorkItem } from './work-item';
import { WorkItemForm } from './work-item-form';

const item: WorkItem = {
  id: '17-3-0', title: '单位审核', subject: 'case/42', subjectKind: 'case', subjectId: 42, subjectNumber: 'GD-1', stage: 'recheck', roleName: 'county-auditor',
  urgency: 'normal', openedAt: '2026-06-08T01:00:00Z', dueAt: null, dueSoonAt: null, stoppedAt: null, state: 'open', orgName: '示范县', outcome: null, version: 3, canAnswer: true, sentBack: null, prefill: {},
  form: { key: 'unit-review', version: 1, title: { zh: '审核' }, fields: [{ name: 'opinion', type: 'text', label: { zh: '审核意见' }, required: true, minLength: 4 }] },
  outcomes: [
    { value: '同意', label: { zh: '同意' }, primary: true },
    { value: '退回', label: { zh: '退回' }, commentRequired: true },
  ],
};

const asked: { path: string; body: Record<string, unknown> }[] = [];
let answer: () => Response;

beforeEach(() => {
  asked.length = 0;
  sessionStorage.clear();
  document.cookie = 'XSRF-TOKEN=token';
  answer = () => Response.json({ subject: 'case/42', stage: 'recheck', state: 'recheck' });
  vi.stubGlobal('fetch', async (path: string, init: { body: string }) => {
    asked.push({ path, body: JSON.parse(init.body) as Record<string, unknown> });
    return answer();
  });
});
afterEach(cleanup);

const show = (onCompleted = () => undefined) =>
  render(
    <ConfigProvider button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={new QueryClient()}>
          <WorkItemForm item={item} evidenceCount={0} evidence={null} onCompleted={onCompleted} onDone={() => undefined} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>,
  );
const type = (label: string, text: string) => fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('Answer_IsSentOnceWithVersionOutcomeAndKey', async () => {
  const completed = vi.fn();
  show(completed);
  type('审核意见', '核查属实，材料齐全');
  press('同意');
  await waitFor(() => expect(completed).toHaveBeenCalledOnce());
  expect(asked).toHaveLength(1);
  expect(asked[0]?.body).toMatchObject({ version: 3, outcome: '同意', answers: { opinion: '核查属实，材料齐全' } });
  expect(sessionStorage.length).toBe(0);
});

test('MissingAnswers_AreShownAndNothingIsSent', async () => {
  show();
  press('退回');
  expect(await screen.findByText('此项必填')).toBeDefined();
  expect(screen.getByText('选择“退回”时必须填写意见')).toBeDefined();
  expect(asked).toHaveLength(0);
});

test('StepCompletedBySomebodyElse_KeepsTheText', async () => {
  answer = () => Response.json({ code: 'work-item-gone', detail: '已办结', completedBy: '赵处理', completedAt: '2026-06-09T02:00:00Z' }, { status: 409 });
  show();
  type('审核意见', '核查属实，材料齐全');
  press('同意');
  expect(await screen.findByText(/赵处理/)).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>('审核意见').value).toBe('核查属实，材料齐全');
});

test('RefusalByTheServer_IsShownAtItsField', async () => {
  answer = () => Response.json({ code: 'form-invalid', detail: '请修改', errors: [{ field: 'opinion', code: 'copied', message: '与上次回复相同' }] }, { status: 422 });
  show();
  type('审核意见', '核查属实，材料齐全');
  press('同意');
  expect(await screen.findByText('与上次回复相同')).toBeDefined();
});

test('Draft_SurvivesAReloadWithItsRequestKey', async () => {
  answer = () => Response.json({ detail: '暂时不可用' }, { status: 503 });
  show();
  type('审核意见', '核查属实，材料齐全');
  press('同意');
  expect(await screen.findByText('暂时不可用')).toBeDefined();
  cleanup();
  show();
  expect(screen.getByLabelText<HTMLInputElement>('审核意见').value).toBe('核查属实，材料齐全');
  press('同意');
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]?.body.requestKey).toBe(asked[0]?.body.requestKey);
});

test('MendedAnswer_LosesItsError', async () => {
  show();
  press('同意');
  expect(await screen.findByText('此项必填')).toBeDefined();
  type('审核意见', '核');
  await waitFor(() => expect(screen.queryByText('此项必填')).toBeNull());
});
