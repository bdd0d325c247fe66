import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { PageFactsProvider, readPageFacts } from '~/app/http/page-facts';

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <PageFactsProvider value={readPageFacts(document)}>
        <RemixBrowser />
      </PageFactsProvider>
    </StrictMode>,
  );
});
