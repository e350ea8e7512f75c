import { useMutation, useQueryClient } from '@tanstack/react-query';
import { upload } from '@/api/http';
import type { Evidence } from '@/api/types';
import type { AuditCase } from './case';

/** What the server takes too; checked here first so that nobody waits for an upload that will be refused. */
export const evidenceTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'text/csv', 'text/plain',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'];
export const evidenceAccept = '.jpg,.jpeg,.png,.webp,.pdf,.csv,.txt,.xlsx,.docx';
export const evidenceMaxBytes = 20 * 1024 * 1024;

export type EvidenceFault = 'empty' | 'too-large' | 'type';

export const faultOf = (file: { name: string; size: number; type: string }): EvidenceFault | undefined => {
  if (file.size === 0) {
    return 'empty';
  }
  if (file.size > evidenceMaxBytes) {
    return 'too-large';
  }
  const ending = file.name.slice(file.name.lastIndexOf('.')).toLowerCase();
  return evidenceAccept.split(',').includes(ending) && (file.type === '' || evidenceTypes.includes(file.type) || file.type === 'application/vnd.ms-excel')
    ? undefined
    : 'type';
};

type Request = { file: File; onProgress: (share: number) => void };

export const useUploadEvidence = (caseId: number) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, onProgress }: Request) => {
      const form = new FormData();
      form.append('file', file, file.name);
      if (file.type.startsWith('image/')) {
        form.append('takenAt', new Date(file.lastModified).toISOString());
        const place = await position();
        if (place) {
          form.append('latitude', String(place.latitude));
          form.append('longitude', String(place.longitude));
        }
      }
      return upload<Evidence>(`/api/cases/${caseId}/evidence`, form, onProgress);
    },
    // The file counts from the moment the server has it: a refetch may be overtaken by the hub's hint, and the form must not ask for a picture it was given.
    onSuccess: async (file) => {
      const queryKey = ['case', String(caseId)];
      await client.cancelQueries({ queryKey });
      client.setQueryData<AuditCase>(queryKey, (old) => old && withFile(old, file));
      void client.invalidateQueries({ queryKey });
      void client.invalidateQueries({ queryKey: ['history'] });
    },
  });
};

const withFile = (data: AuditCase, file: Evidence): AuditCase =>
  data.evidence.some((one) => one.id === file.id) ? data : { ...data, evidence: [...data.evidence, file] };

/** Where a photo is uploaded from, if the phone says so within two seconds; evidence without a position is taken as well. */
const position = (): Promise<{ latitude: number; longitude: number } | undefined> =>
  new Promise((resolve) => {
    if (!matchMedia('(pointer: coarse)').matches || !navigator.geolocation) {
      resolve(undefined);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ latitude: coords.latitude, longitude: coords.longitude }),
      () => resolve(undefined),
      { timeout: 2000, maximumAge: 60_000 },
    );
  });
