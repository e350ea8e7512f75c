import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import type { ProxyOptions } from 'vite';
import { defineConfig } from 'vitest/config';
import { mockServer } from './dev/mock.ts';

const backend = 'http://localhost:5080';
const noProxy: Record<string, ProxyOptions> = {};
const proxy: Record<string, ProxyOptions> = {
  '/api': { target: backend },
  '/elsa': { target: backend },
  '/studio': { target: backend },
  '/hub': { target: backend, ws: true },
};

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === 'mock' ? [mockServer()] : [])],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    // The second entry is the frame round Elsa Studio on the /studio pages; the server looks its file up by this name.
    rollupOptions: { input: { main: 'index.html', 'studio-shell': 'src/studio/main.ts' } },
    // Ant Design in one piece is 1 MB before compression; splitting it further only adds requests.
    chunkSizeWarningLimit: 1500,
  },
  server: {
    proxy: mode === 'mock' ? noProxy : proxy,
  },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'], setupFiles: ['dev/browser-stubs.ts'], testTimeout: 30_000 },
}));
