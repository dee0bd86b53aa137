import './theme/app.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { queries } from './data/queries.ts';
import { router } from './router.tsx';
import { reloadWhenReplaced } from './shell/new-version.ts';
import { showChosenTheme } from './theme/chosen-theme.ts';

showChosenTheme();
reloadWhenReplaced();

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no #app');
createRoot(place).render(
  <QueryClientProvider client={queries}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
);
