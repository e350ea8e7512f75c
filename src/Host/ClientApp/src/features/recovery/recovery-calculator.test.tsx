import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App, ConfigProvider } from 'antd';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '@/locales/i18n';
import { RecoveryCalculator } from './recovery-calculator';

const fee = { key: 'basic-fee', title: { zh: '基本电费少计', en: 'Basic fee' }, basis: { zh: '', en: '' }, fields: [], themes: ['DJ-01'] };
const theft = {
  key: 'theft', title: { zh: '窃电追补', en: 'Theft' }, basis: { zh: '第102条', en: 'Article 102' },
  themes: ['YJ-03'],
  fields: [{ name: 'kilowatts', type: 'number', label: { zh: '窃电容量', en: 'Stolen load' }, unit: 'kW', default: '0', min: 0, max: null, options: null }],
};
const kept = { yuan: 1234.5, penalty: 900, evidence: { fileName: '追补计算书.txt' } };
let sent: Record<string, unknown>;

beforeEach(() => {
  sent = {};
  document.cookie = 'XSRF-TOKEN=token';
  vi.stubGlobal('fetch', async (path: string, init: { body?: string }) => {
    if (path === '/api/calculators') {
      return Response.json([fee, theft]);
    }
    sent[path] = JSON.parse(init.body ?? '{}');
    if (path === '/api/cases/7/calculations') {
      return Response.json(kept, { status: 201 });
    }
    return Response.json({ yuan: 1234.5, lines: [{ label: { zh: '应补', en: 'To recover' }, value: 1234.5, unit: '元' }], upperBound: true });
  });
});
afterEach(cleanup);

test('Amount_OfTheThemesCalculator_IsShownWithItsLinesKeptAndTakenOver', async () => {
  const used = vi.fn();
  render(
    <ConfigProvider button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={new QueryClient()}>
          <RecoveryCalculator caseId={7} themeCode="YJ-03" onUse={used} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: '追补计算器' }));
  fireEvent.change(await screen.findByLabelText('窃电容量'), { target: { value: '12.5' } });
  fireEvent.click(screen.getByRole('button', { name: '计算' }));
  await screen.findByText('应补');
  expect(sent['/api/calculators/theft']).toEqual({ kilowatts: '12.5' });
  expect(screen.getByText(/2024 年规则/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '填入追补金额' }));
  await waitFor(() => expect(used).toHaveBeenCalledWith(kept));
  expect(sent['/api/cases/7/calculations']).toEqual({ calculator: 'theft', values: { kilowatts: '12.5' } });
});
