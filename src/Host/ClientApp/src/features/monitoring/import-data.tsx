import { useMutation, useQueryClient } from '@tanstack/react-query';
import { upload } from '@/api/http';

type Request = { files: File[]; keepMissing: boolean; onProgress: (share: number) => void };

/** Sends a folder, a zip or chosen files as one batch; the server answers at once and loads behind. */
export const useImportData = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ files, keepMissing, onProgress }: Request) => {
      const form = new FormData();
      files.forEach((file) => form.append('files', file, file.name));
      return upload<{ id: number }>(keepMissing ? '/api/imports?missing=keep' : '/api/imports', form, onProgress);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
};
