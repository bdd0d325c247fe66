import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { PageFactsProvider, readPageFacts } from '~/app/http/page-facts';
import { giveNonceToStyleElements } from '~/app/http/style-nonce';

const facts = readPageFacts(document);
giveNonceToStyleElements(document, facts.nonce);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <PageFactsProvider value={facts}>
        <RemixBrowser />
      </PageFactsProvider>
    </StrictMode>,
  );
});
