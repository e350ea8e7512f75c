import { createRoot } from 'react-dom/client';
import '@/locales/i18n';
import { CaseApp } from './app/case-app';
import './app/app.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(<CaseApp />);
}
