import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { AuditCase } from './case';
import { useUploadEvidence } from './upload-evidence';

const file = { id: 9, fileName: 'photo.png', contentType: 'image/png', size: 3, sha256: 'ab', uploadedBy: '赵', uploadedAt: '2026-06-10T01:00:00Z', activityId: null };

/** An upload that the server has taken at once. */
class TakenRequest {
  status = 201;
  responseText = JSON.stringify(file);
  upload = new EventTarget();
  private readonly events = new EventTarget();
  withCredentials = false;
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  open() {}
  setRequestHeader() {}
  addEventListener(name: string, listener: () => void) {
    this.events.addEventListener(name, listener);
  }
  send() {
    queueMicrotask(() => {
      this.onload?.();
      this.events.dispatchEvent(new Event('load'));
    });
  }
}

afterEach(() => vi.unstubAllGlobals());

test('UploadedFile_CountsBeforeTheCaseIsReadAgain', async () => {
  document.cookie = 'XSRF-TOKEN=token';
  vi.stubGlobal('XMLHttpRequest', TakenRequest);
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  const client = new QueryClient();
  client.setQueryData(['case', '42'], { id: 42, evidence: [] });
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;
  const { result } = renderHook(() => useUploadEvidence(42), { wrapper });
  await result.current.mutateAsync({ file: new File(['abc'], 'photo.png', { type: 'image/png' }), onProgress: () => undefined });
  expect(client.getQueryData<AuditCase>(['case', '42'])?.evidence).toEqual([file]);
});
