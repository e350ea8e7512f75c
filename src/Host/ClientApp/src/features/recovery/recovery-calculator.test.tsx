import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App, ConfigProvider } from 'antd';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '@/locales/i18n';
import { RecoveryCalculator } from './recovery-calculator';

const theft = {
  key: 'theft', title: { zh: '窃电追补', en: 'Theft' }, basis: { zh: '第102条', en: 'Article 102' },
  fields: [{ name: 'kilowatts', type: 'number', label: { zh: '窃电容量', en: 'Stolen load' }, unit: 'kW', default: '0', min: 0, max: null, options: null }],
};
let sent: unknown;

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=token';
  vi.stubGlobal('fetch', async (path: string, init: { body?: string }) => {
    if (path === '/api/calculators') {
      return Response.json([theft]);
    }
    sent = JSON.parse(init.body ?? '{}');
    return Response.json({ yuan: 1234.5, lines: [{ label: { zh: '应补', en: 'To recover' }, value: 1234.5, unit: '元' }], upperBound: true });
  });
});
afterEach(cleanup);

test('Amount_IsWorkedOutShownWithItsLinesAndTakenOver', async () => {
  const used = vi.fn();
  render(
    <ConfigProvider button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={new QueryClient()}>
          <RecoveryCalculator onUse={used} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: '追补计算器' }));
  fireEvent.change(await screen.findByLabelText('窃电容量'), { target: { value: '12.5' } });
  fireEvent.click(screen.getByRole('button', { name: '计算' }));
  await screen.findByText('应补');
  expect(sent).toEqual({ kilowatts: '12.5' });
  expect(screen.getByText(/2024 年规则/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '填入追补金额' }));
  await waitFor(() => expect(used).toHaveBeenCalledWith(1234.5));
});
