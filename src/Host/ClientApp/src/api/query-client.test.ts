import { MutationObserver, onlineManager } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { queryClient } from './query-client';

afterEach(() => {
  onlineManager.setOnline(true);
  queryClient.clear();
});

test('Query_BrowserBelievesItIsOffline_IsAskedAllTheSame', async () => {
  onlineManager.setOnline(false);

  await expect(queryClient.fetchQuery({ queryKey: ['asked'], queryFn: () => Promise.resolve('answered') })).resolves.toBe('answered');
});

test('Mutation_BrowserBelievesItIsOffline_IsSentAllTheSame', async () => {
  onlineManager.setOnline(false);

  await expect(new MutationObserver(queryClient, { mutationFn: (value: string) => Promise.resolve(`sent ${value}`) }).mutate('once')).resolves.toBe('sent once');
});
