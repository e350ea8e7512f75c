import { useMutation, useQueryClient } from '@tanstack/react-query';
import { upload } from '@/api/http';

type Request = { files: File[]; onProgress: (share: number) => void };

/** Sends a folder, a zip or chosen files as one batch; the server answers at once and loads behind. */
export const useImportData = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ files, onProgress }: Request) => {
      const form = new FormData();
      files.forEach((file) => form.append('files', file, file.name));
      return upload<{ id: number }>('/api/imports', form, onProgress);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
};
