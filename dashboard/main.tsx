import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/mantine.css';
import './ui/tokens.css';
import './ui/base.css';
import { App } from './app.js';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no element #root to draw into.');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
